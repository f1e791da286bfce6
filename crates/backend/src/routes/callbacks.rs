//! Call backs: asked for, moved and cancelled by whoever wants to be called.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

mod check;
mod slots;
mod view;

pub(super) use self::{
    check::{Checked, Wanted, checked, refused},
    view::newest_of,
};

use axum::{extract::State, http::HeaderMap, response::Response};
use contract::{Callback, CallbackChange, CallbackRequest, CallbackSlots, Problem, routes};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer,
    auth::{SignedIn, Whoever},
    help::published,
    request::{ClientId, Json, KnownId, Params, client_id},
};
use crate::{
    availability::{self, Question},
    hashing,
    problem::{Reason, Refusal},
    state::{Backend, Published},
    store::{
        StoreError,
        callbacks::{CallbackRow, Moved, Placed},
        cases::CaseRow,
    },
};

/// What somebody wants to be called about, and in which language.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SlotParams {
    /// The topic's id.
    topic: Option<String>,
    /// BCP 47; usually the person's own.
    language: Option<String>,
}

/// The quarters of an hour of the coming days that can still be booked; none where nobody is called.
#[utoipa::path(get, path = routes::CALLBACK_SLOTS, context_path = routes::BASE, tag = "callbacks",
    params(SlotParams), responses(
    (status = 200, description = "Here they are.", body = CallbackSlots),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn list_slots(
    State(backend): State<Backend>,
    who: Whoever,
    Params(params): Params<SlotParams>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let person = who.session.as_ref().map(|session| &session.person);
    let own = person.map(|person| person.support_language.as_str());
    let question =
        Question { topic: params.topic.as_deref(), language: params.language.as_deref().or(own), person, seller: None };
    answer::fresh(&slots::free(&backend, &published, question).await)
}

/// Asks for a call back about a case that is open. The same request again gives the same call back.
#[utoipa::path(put, path = routes::CALLBACK, context_path = routes::BASE, tag = "callbacks",
    params(("id" = String, Path, description = "A UUID that the client makes and keeps before the first attempt.")),
    request_body = CallbackRequest, responses(
    (status = 200, description = "The same request asked for it before.", body = Callback),
    (status = 201, description = "It is in the list.", body = Callback),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`slot_taken`, with fresh `slots`; `method_unavailable`, with a fresh `availability`; \
        `callback_exists`, with the `callback_id` of the one under way; `case_closed`", body = Problem,
        content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`client_id_invalid`, `client_id_reused`, `phone_invalid`, `subject_invalid`, \
        `body_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn put_callback(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    ClientId(id): ClientId,
    Json(request): Json<CallbackRequest>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let person = signed_in.person();
    let written = serde_json::to_string(&request).map_err(StoreError::from)?;
    let fingerprint = hashing::short(format!("{}\n{written}", person.id).as_bytes());
    if let Some(known) = backend.store.callback(&id).await? {
        return match Placed::known(known, &fingerprint) {
            Placed::Before(row) => answer::made(false, &view::callback(&backend, &row).await?),
            _ => Err(Reason::ClientIdReused.refusal()),
        };
    }
    let case = own_case(&backend, &person.id, &request.case_id).await?;
    let question = question(&case, &request.language, &signed_in);
    let wanted = Wanted { id: &id, phone: &request.phone, slot: request.slot, at: "" };
    let new = checked(&backend, &published, question, &wanted).await?.of(&case.id, &fingerprint);
    let row = match backend.store.put_callback(&new).await? {
        Placed::Before(row) => return answer::made(false, &view::callback(&backend, &row).await?),
        Placed::Now => backend.store.callback(&id).await?.ok_or(Reason::NotFound.refusal())?,
        placed => return Err(refused(&backend, &published, question, placed, "").await),
    };
    availability::changed(&backend).await;
    answer::made(true, &view::callback(&backend, &row).await?)
}

/// A call back of one's own.
#[utoipa::path(get, path = routes::CALLBACK, context_path = routes::BASE, tag = "callbacks",
    params(("id" = String, Path, description = "The id it was asked for with.")), responses(
    (status = 200, description = "Here it is, with a strong `ETag`.", body = Callback),
    (status = 304, description = "You have it already."),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such call back, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn callback(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    headers: HeaderMap,
    KnownId(id): KnownId,
) -> Result<Response, Refusal> {
    let row = own(&backend, &signed_in, &id).await?;
    answer::own(&headers, &view::callback(&backend, &row).await?)
}

/// Moves a call back to another slot, also one that waits in the queue.
#[utoipa::path(patch, path = routes::CALLBACK, context_path = routes::BASE, tag = "callbacks",
    params(("id" = String, Path, description = "The id it was asked for with."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of what is moved.")),
    request_body = CallbackChange, responses(
    (status = 200, description = "Moved.", body = Callback),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such call back, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 409, description = "`slot_taken`, with fresh `slots`; `callback_over`: it is under way or over; \
        `method_unavailable`, with a fresh `availability`", body = Problem, content_type = "application/problem+json"),
    (status = 412, description = "`precondition_failed`: it has changed since.", body = Problem,
        content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 428, description = "`precondition_required`: `If-Match` is missing.", body = Problem,
        content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn change_callback(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    headers: HeaderMap,
    KnownId(id): KnownId,
    Json(change): Json<CallbackChange>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let row = own(&backend, &signed_in, &id).await?;
    answer::must_match(&headers, &view::callback(&backend, &row).await?)?;
    if !view::can_change(&row) {
        return Err(Reason::CallbackOver.refusal());
    }
    let slot_at = change.slot.unix_timestamp();
    if slot_at != row.slot_at {
        moved(&backend, &published, &signed_in, &row, slot_at).await?;
        availability::changed(&backend).await;
    }
    let row = own(&backend, &signed_in, &id).await?;
    answer::own(&HeaderMap::new(), &view::callback(&backend, &row).await?)
}

async fn moved(
    backend: &Backend,
    published: &Published,
    signed_in: &SignedIn,
    row: &CallbackRow,
    slot_at: i64,
) -> Result<(), Refusal> {
    let case = own_case(backend, &signed_in.person().id, &row.case_id).await?;
    let question = question(&case, &row.language, signed_in);
    let places = check::bookable(backend, published, question, slot_at, "").await?;
    match backend.store.move_callback(row, slot_at, places, backend.clock.seconds()).await? {
        Moved::Now => Ok(()),
        Moved::Meanwhile => Err(Reason::PreconditionFailed.refusal()),
        Moved::SlotTaken => Err(refused(backend, published, question, Placed::SlotTaken, "").await),
    }
}

/// Cancels a call back. One that is cancelled stays so.
#[utoipa::path(delete, path = routes::CALLBACK, context_path = routes::BASE, tag = "callbacks",
    params(("id" = String, Path, description = "The id it was asked for with.")), responses(
    (status = 200, description = "It is cancelled.", body = Callback),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such call back, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 409, description = "`callback_over`: it is under way or over.", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn cancel_callback(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    KnownId(id): KnownId,
) -> Result<Response, Refusal> {
    let row = own(&backend, &signed_in, &id).await?;
    if backend.store.cancel_callback(&row, backend.clock.seconds()).await? {
        availability::changed(&backend).await;
    }
    let row = own(&backend, &signed_in, &id).await?;
    if row.state() != contract::CallbackState::Cancelled {
        return Err(Reason::CallbackOver.refusal());
    }
    answer::fresh(&view::callback(&backend, &row).await?)
}

async fn own(backend: &Backend, signed_in: &SignedIn, id: &str) -> Result<CallbackRow, Refusal> {
    let row = backend.store.callback(id).await?.filter(|row| row.person_id == signed_in.person().id);
    row.ok_or(Reason::NotFound.refusal())
}

async fn own_case(backend: &Backend, person_id: &str, id: &str) -> Result<CaseRow, Refusal> {
    let unknown = || Reason::SubjectInvalid.at("/case_id", "unknown", "There is no such case.");
    let case = backend.store.case(&client_id(id).map_err(|_| unknown())?).await?;
    case.filter(|case| case.person_id.as_deref() == Some(person_id)).ok_or_else(unknown)
}

fn question<'a>(case: &'a CaseRow, language: &'a str, signed_in: &'a SignedIn) -> Question<'a> {
    Question { topic: Some(&case.topic), language: Some(language), person: Some(signed_in.person()), seller: None }
}
