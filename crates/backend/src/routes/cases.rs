//! Requests to support: sent once, seen by whoever sent them.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

mod check;
mod subject;
mod view;

pub(super) use self::{check::fault_words, view::moment};

use axum::{extract::State, http::HeaderMap, response::Response};
use contract::{Case, CaseRequest, CaseState, List, Problem, routes};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer,
    auth::{SignedIn, Whoever},
    callbacks,
    help::{limit, published},
    request::{ClientId, Json, KnownId, Params},
};
use crate::{
    availability, case_mail,
    folding::folded,
    hashing,
    problem::{Reason, Refusal},
    state::{Backend, Published},
    store::{
        StoreError,
        cases::{CaseCursor, CasePage, CaseRow, Opened},
    },
};

/// Longest search, in characters.
const WORDS_MAX: usize = 200;

/// Which cases are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct CaseListParams {
    /// Whose turn it is: `mine`, `support` or `none`.
    turn: Option<String>,
    /// A state's word.
    state: Option<String>,
    /// Part of the number, of the order's number, or of the words that opened it.
    q: Option<String>,
    /// From `next_cursor` or `prev_cursor` of the same list.
    cursor: Option<String>,
    /// 1 to 100; usually 20.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// Opens a case with its conversation. The same request again gives the same case.
#[utoipa::path(put, path = routes::CASE, context_path = routes::BASE, tag = "cases",
    params(("id" = String, Path, description = "A UUID that the client makes and keeps before the first attempt.")),
    request_body = CaseRequest, responses(
    (status = 200, description = "The same request opened it before.", body = Case),
    (status = 201, description = "It is open.", body = Case),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`method_unavailable`, with a fresh `availability`; `slot_taken`, with fresh `slots`",
        body = Problem, content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`client_id_invalid`, `client_id_reused`, `statement_invalid`, `subject_invalid`, \
        `answer_invalid`, `phone_invalid`, `attachment_invalid`, `body_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn put_case(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    who: Whoever,
    ClientId(id): ClientId,
    Json(request): Json<CaseRequest>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let person = signed_in.person();
    let written = serde_json::to_string(&request).map_err(StoreError::from)?;
    let fingerprint = hashing::short(format!("{}\n{written}", person.id).as_bytes());
    // What is open already needs no second look at what it was opened with: that may have changed since.
    let opened = match backend.store.case(&id).await? {
        Some(known) => Opened::known(known, &fingerprint),
        None => {
            let asking = check::Asking { backend: &backend, published: &published, person, who: &who };
            let (new, callback) = check::checked(&asking, id, fingerprint, &request).await?;
            let mail = case_mail::received(&backend, person, &new.case);
            backend.store.open_case(new, callback.as_ref(), mail).await?
        }
    };
    let (row, is_new) = match opened {
        Opened::Now(row) => (row, true),
        Opened::Before(row) => (row, false),
        Opened::Different => return Err(Reason::ClientIdReused.refusal()),
        Opened::Uncalled(placed) => {
            let question = check::question(person, &request);
            return Err(callbacks::refused(&backend, &published, question, placed, check::CALLBACK).await);
        }
    };
    if is_new && request.callback.is_some() {
        availability::changed(&backend).await;
    }
    answer::made(is_new, &shown(&backend, &published, &row).await?)
}

/// A case with its call back.
async fn shown(backend: &Backend, published: &Published, row: &CaseRow) -> Result<Case, Refusal> {
    let person_id = row.person_id.as_deref().unwrap_or_default();
    let callback = callbacks::newest_of(backend, person_id).await?.remove(&row.id);
    view::case(row, published, callback)
}

/// A page of one's own cases, the newest first.
#[utoipa::path(get, path = routes::CASES, context_path = routes::BASE, tag = "cases", params(CaseListParams), responses(
    (status = 200, description = "Here it is.", body = List<Case>),
    (status = 400, description = "`cursor_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn cases(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    Params(params): Params<CaseListParams>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let cursor = |text| CaseCursor::read(text).ok_or(Reason::CursorInvalid.refusal());
    let page = CasePage {
        person_id: &signed_in.person().id,
        turn: params.turn.as_deref().map_or(Ok(""), turn)?,
        state: params.state.as_deref().map_or(Ok(""), state)?,
        words: &words(params.q.as_deref().unwrap_or_default())?,
        cursor: params.cursor.as_deref().map(cursor).transpose()?,
        limit: limit(params.limit.as_deref())?,
    };
    let list = backend.store.cases(&page).await?;
    let mut callbacks = callbacks::newest_of(&backend, &signed_in.person().id).await?;
    let mut items = Vec::new();
    for row in &list.items {
        items.push(view::case(row, &published, callbacks.remove(&row.id))?);
    }
    answer::fresh(&List { items, next_cursor: list.next_cursor, prev_cursor: list.prev_cursor })
}

/// A case of one's own.
#[utoipa::path(get, path = routes::CASE, context_path = routes::BASE, tag = "cases",
    params(("id" = String, Path, description = "The id it was opened with.")), responses(
    (status = 200, description = "Here it is.", body = Case),
    (status = 304, description = "You have it already."),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such case, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn case(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    headers: HeaderMap,
    KnownId(id): KnownId,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let row = backend.store.case(&id).await?;
    let own = row.filter(|row| row.person_id.as_ref() == Some(&signed_in.person().id));
    let own = own.ok_or(Reason::NotFound.refusal())?;
    answer::own(&headers, &shown(&backend, &published, &own).await?)
}

fn turn(word: &str) -> Result<&'static str, Refusal> {
    match word {
        "mine" => Ok("requester"),
        "support" => Ok("support"),
        "none" => Ok("none"),
        _ => Err(Reason::ParameterInvalid.at("turn", "unknown", "`turn` is `mine`, `support` or `none`.")),
    }
}

fn state(word: &str) -> Result<&str, Refusal> {
    let is_known = CaseState::KNOWN.contains(&word);
    is_known.then_some(word).ok_or(Reason::ParameterInvalid.at("state", "unknown", "There is no such state."))
}

fn words(text: &str) -> Result<String, Refusal> {
    if text.chars().count() > WORDS_MAX {
        return Err(Reason::ParameterInvalid.at("q", "length", "`q` has at most 200 characters."));
    }
    Ok(folded(text.trim()).chars().filter(|letter| !letter.is_control()).collect())
}
