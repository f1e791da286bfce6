//! Conversations with support, and the messages in them.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{
    extract::{Path, State},
    response::Response,
};
use contract::{Conversation, List, Message, MessageRequest, Problem, routes};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer,
    auth::{SignedIn, Whoever},
    cases::fault_words,
    help::limit,
    request::{Json, KnownId, Params, client_id},
    uploads::attachments,
};
use crate::{
    hashing,
    problem::{Reason, Refusal},
    state::Backend,
    store::{
        conversations::{ConversationRow, MessageRow, NewMessage, Put, Stretch},
        people::PersonRow,
    },
};

/// Which messages are asked for; without either the last ones.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct MessageListParams {
    /// Those before the message with this `seq`; `prev_cursor` of the same list.
    #[param(value_type = Option<u64>)]
    before: Option<String>,
    /// Those after the message with this `seq`; `next_cursor` of the same list.
    #[param(value_type = Option<u64>)]
    after: Option<String>,
    /// 1 to 100; usually 20.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// A conversation of one's own.
#[utoipa::path(get, path = routes::CONVERSATION, context_path = routes::BASE, tag = "conversations",
    params(("id" = String, Path, description = "From the case.")), responses(
    (status = 200, description = "Here it is.", body = Conversation),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such conversation, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn conversation(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    KnownId(id): KnownId,
) -> Result<Response, Refusal> {
    let row = own(&backend, signed_in.person(), &id).await?;
    let is_open = rules::case::is_open(&row.state.clone().into());
    answer::fresh(&Conversation {
        id: row.id,
        kind: row.kind,
        subject: row.subject_line,
        order_id: Some(row.order_id).filter(|id| !id.is_empty()),
        case_id: Some(row.case_id),
        state: if is_open { "open" } else { "closed" }.to_owned(),
        can_post: is_open,
        unread: u32::try_from(row.unread).unwrap_or_default(),
        seq: u64::try_from(row.seq).unwrap_or_default(),
    })
}

/// Messages of a conversation of one's own, the oldest first.
#[utoipa::path(get, path = routes::MESSAGES, context_path = routes::BASE, tag = "conversations",
    params(("id" = String, Path, description = "The conversation's."), MessageListParams), responses(
    (status = 200, description = "Here they are.", body = List<Message>),
    (status = 400, description = "`cursor_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such conversation, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn messages(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    KnownId(id): KnownId,
    Params(params): Params<MessageListParams>,
) -> Result<Response, Refusal> {
    let conversation = own(&backend, signed_in.person(), &id).await?;
    let stretch = stretch(&params)?;
    let rows = backend.store.messages(&id, stretch, limit(params.limit.as_deref())?).await?;
    let (first, last) = (rows.first().map(|row| row.seq), rows.last().map(|row| row.seq));
    answer::fresh(&List {
        items: rows.into_iter().map(MessageRow::message).collect::<Result<Vec<Message>, _>>()?,
        next_cursor: last.filter(|seq| *seq < conversation.seq).map(|seq| seq.to_string()),
        prev_cursor: first.filter(|seq| *seq > 1).map(|seq| seq.to_string()),
    })
}

/// Sends a message. The same message again gives the same record.
#[utoipa::path(put, path = routes::MESSAGE, context_path = routes::BASE, tag = "conversations",
    params(
        ("id" = String, Path, description = "The conversation's."),
        ("client_id" = String, Path, description = "A UUID that the client makes and keeps before the first attempt."),
    ),
    request_body = MessageRequest, responses(
    (status = 200, description = "The same message was sent before.", body = Message),
    (status = 201, description = "It is sent.", body = Message),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such conversation, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 409, description = "`conversation_closed`", body = Problem, content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`client_id_invalid`, `client_id_reused`, `message_invalid`, `attachment_invalid`, `body_invalid`",
        body = Problem, content_type = "application/problem+json"),
))]
pub async fn put_message(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    who: Whoever,
    Path((id, client)): Path<(String, String)>,
    Json(request): Json<MessageRequest>,
) -> Result<Response, Refusal> {
    let person = signed_in.person();
    let id = client_id(&id).map_err(|_| Reason::NotFound.refusal())?;
    let conversation = own(&backend, person, &id).await?;
    let client_id = client_id(&client)?;
    let text = rules::message::check(&request.text).map_err(|fault| {
        let (code, detail) = fault_words(fault);
        Reason::MessageInvalid.at("/text", code, detail)
    })?;
    let of_person = person.roles().next().unwrap_or("buyer");
    let now = backend.clock.seconds();
    let new = NewMessage {
        conversation_id: &conversation.id,
        client_id: &client_id,
        fingerprint: &fingerprint(person, &request),
        author_kind: if conversation.role == "requester" { of_person } else { &conversation.role },
        author_id: &person.id,
        author_name: &person.display_name,
        nodes: &rules::message::nodes(&text),
        attachments: &attachments(&backend, &who, &request.attachments).await?,
        now,
    };
    match backend.store.put_message(&new, now + i64::from(backend.email_reply_s)).await? {
        Put::Now(row) => answer::made(true, &row.message()?),
        Put::Before(row) => answer::made(false, &row.message()?),
        Put::Different => Err(Reason::ClientIdReused.refusal()),
        Put::Closed => Err(Reason::ConversationClosed.refusal()),
    }
}

/// Without files it is what it was before there were any: what was sent then is known again.
fn fingerprint(person: &PersonRow, request: &MessageRequest) -> String {
    let files: String = request.attachments.iter().map(|id| format!("\n{id}")).collect();
    hashing::short(format!("{}\n{}{files}", person.id, request.text).as_bytes())
}

async fn own(backend: &Backend, person: &PersonRow, id: &str) -> Result<ConversationRow, Refusal> {
    let row = backend.store.conversation(id).await?;
    row.filter(|row| row.person_id.as_ref() == Some(&person.id)).ok_or(Reason::NotFound.refusal())
}

fn stretch(params: &MessageListParams) -> Result<Stretch, Refusal> {
    let seq = |text: &str| text.parse().ok().filter(|seq| *seq >= 0).ok_or(Reason::CursorInvalid.refusal());
    match (params.before.as_deref(), params.after.as_deref()) {
        (None, None) => Ok(Stretch::Before(i64::MAX)),
        (Some(before), None) => Ok(Stretch::Before(seq(before)?)),
        (None, Some(after)) => Ok(Stretch::After(seq(after)?)),
        (Some(_), Some(_)) => Err(Reason::ParameterInvalid.at("before", "twice", "Either `before` or `after`.")),
    }
}
