//! Beginning a conversation with the other side of an order, and writing in it.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{extract::State, response::Response};
use contract::{Conversation, ConversationRequest, Problem, routes};

use super::{
    super::{
        answer,
        auth::{SignedIn, Whoever},
        help::published,
        request::{ClientId, Json},
        uploads::attachments,
    },
    Own, checked, view,
};
use crate::{
    content::is_slug,
    hashing,
    problem::{Reason, Refusal},
    seller_mail::{self, Wrote},
    state::Backend,
    store::{
        StoreError,
        conversations::{NewMessage, Put},
        orders::OrderRow,
        outbox::Mail,
        people::PersonRow,
        seller::{Begun, NewSellerConversation, SellerConversationRow, Writing},
    },
};

/// Begins a conversation with the other side of an order, with its first message. The same request again gives the same
/// conversation.
#[utoipa::path(put, path = routes::CONVERSATION, context_path = routes::BASE, tag = "conversations",
    params(("id" = String, Path, description = "A UUID that the client makes and keeps before the first attempt.")),
    request_body = ConversationRequest, responses(
    (status = 200, description = "The same request began it before.", body = Conversation),
    (status = 201, description = "It has begun.", body = Conversation),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`conversation_exists`, with its `conversation_id`: an order has one", body = Problem,
        content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`client_id_invalid`, `client_id_reused`, `message_invalid`, `subject_invalid`, \
        `attachment_invalid`, `body_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn put_conversation(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    who: Whoever,
    ClientId(id): ClientId,
    Json(request): Json<ConversationRequest>,
) -> Result<Response, Refusal> {
    let person = signed_in.person();
    let written = serde_json::to_string(&request).map_err(StoreError::from)?;
    let fingerprint = hashing::short(format!("{}\n{written}", person.id).as_bytes());
    let is_new = match backend.store.seller_conversation(&person.id, &id).await? {
        Some(_) => false,
        None => begun(&backend, (person, &who), &id, &fingerprint, &request).await?,
    };
    let row = backend.store.seller_conversation(&person.id, &id).await?;
    let row = row.filter(|row| row.fingerprint == fingerprint).ok_or(Reason::ClientIdReused.refusal())?;
    answer::made(is_new, &view::shown(&backend, person, Own::Seller(row)).await?)
}

/// Whether it has begun now.
async fn begun(
    backend: &Backend,
    (person, who): (&PersonRow, &Whoever),
    id: &str,
    fingerprint: &str,
    request: &ConversationRequest,
) -> Result<bool, Refusal> {
    if request.kind != "seller" {
        return Err(Reason::BodyInvalid.at("/kind", "unknown", "One can begin a conversation with a seller alone."));
    }
    let text = checked(&request.text)?;
    let order = order(backend, &person.id, &request.order_id).await?;
    let is_by_buyer = order.buyer_id == person.id;
    let first = NewMessage {
        conversation_id: id,
        client_id: id,
        fingerprint,
        author_kind: if is_by_buyer { "buyer" } else { "seller" },
        author_id: &person.id,
        author_name: &person.display_name,
        nodes: &rules::message::nodes(&text),
        attachments: &attachments(backend, who, &request.attachments).await?,
        now: backend.clock.seconds(),
    };
    let new = NewSellerConversation {
        id,
        order_id: &order.id,
        buyer_id: &order.buyer_id,
        seller_id: &order.seller_id,
        answer_s: published(backend)?.seller.answer_s(),
    };
    let to = if is_by_buyer { &order.seller_id } else { &order.buyer_id };
    let mail = mail(backend, to, wrote(&first, is_by_buyer, &order.id, &order.number)).await?;
    match backend.store.begin_seller_conversation(&new, &first, &mail).await? {
        Begun::Now => Ok(true),
        Begun::Known => Ok(false),
        Begun::Exists(id) => Err(Reason::ConversationExists.refusal().with("conversation_id", &id)),
    }
}

/// Keeps a message of one of the sides.
pub(super) async fn put(backend: &Backend, row: &SellerConversationRow, new: &NewMessage<'_>) -> Result<Put, Refusal> {
    let is_by_buyer = row.buyer_id == new.author_id;
    let to = if is_by_buyer { &row.seller_id } else { &row.buyer_id };
    let mail = mail(backend, to, wrote(new, is_by_buyer, &row.order_id, &row.order_number)).await?;
    let by = Writing { is_by_buyer, answer_s: published(backend)?.seller.answer_s() };
    Ok(backend.store.put_seller_message(new, by, &mail).await?)
}

fn wrote<'a>(new: &NewMessage<'a>, is_by_buyer: bool, order_id: &'a str, order_number: &'a str) -> Wrote<'a> {
    let NewMessage { conversation_id, client_id, now, .. } = *new;
    Wrote { is_by_buyer, conversation_id, client_id, order_id, order_number, now }
}

async fn mail(backend: &Backend, to: &str, wrote: Wrote<'_>) -> Result<Mail, Refusal> {
    let person = backend.store.person(to).await?.unwrap_or_default();
    Ok(seller_mail::wrote(backend, &person, wrote))
}

/// An order of the person's; what is not there and what is not theirs is refused alike.
async fn order(backend: &Backend, person_id: &str, id: &str) -> Result<OrderRow, Refusal> {
    let found = if is_slug(id) { backend.store.order_of(person_id, id).await? } else { None };
    let refused = || Reason::SubjectInvalid.at("/order_id", "unknown", "There is no such order.");
    found.map(|record| record.order).ok_or_else(refused)
}
