//! Answers: made and kept before anything of them is sent, so that nothing that was seen is ever lost or different.

mod asked;
mod making;
mod stream;
mod subject;
pub mod verdict;

use axum::{
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{Answer, AnswerEvent, AnswerRequest, Problem, routes};
use serde::Deserialize;

use self::{
    asked::{Asked, ClientId},
    stream::Wanted,
};
use super::{
    answer as sent,
    auth::{Whoever, owner},
    help::published,
    request::Json,
    topics,
};
use crate::{
    problem::{Reason, Refusal},
    state::Backend,
    store::answers::{AnswerRow, Kept},
};

/// Answers a question, once for each id that a client makes.
#[utoipa::path(put, path = routes::ANSWER, context_path = routes::BASE, tag = "answers",
    params(
        ("id" = String, Path, description = "A UUID that the client made for this question and keeps with it."),
        ("Accept" = Option<String>, Header, description = "`text/event-stream` for the answer sentence by sentence."),
    ),
    request_body = AnswerRequest,
    responses(
    (status = 200, description = "The same question under this id was answered before: the same answer.",
        content((Answer = "application/json"), (AnswerEvent = "text/event-stream"))),
    (status = 201, description = "Answered and kept.",
        content((Answer = "application/json"), (AnswerEvent = "text/event-stream"))),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "The id is no UUID.", body = Problem, content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`, `question_invalid`, `subject_invalid`, `topic_closed`, `client_id_reused`",
        body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`; `assistant_unavailable` with `fallback`", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn ask(
    State(backend): State<Backend>,
    whoever: Whoever,
    ClientId(id): ClientId,
    headers: HeaderMap,
    Json(request): Json<AnswerRequest>,
) -> Result<Response, Refusal> {
    let asked = Asked::read(id, request)?;
    let wanted = Wanted::read(&headers, None);
    if let Some(known) = backend.store.answer(&asked.id).await? {
        return again(&backend, &whoever, &asked, known, wanted).await;
    }
    let order = subject::order(&backend, &whoever, &asked.request.subject).await?;
    let published = published(&backend)?;
    topics::check(&published, asked.request.topic.as_deref(), order.as_ref())?;
    let answer = making::made(&backend, &whoever, &asked, order).await?;
    let (owner, cookie) = owner(&backend, &whoever);
    match backend.store.keep_answer(&answer, &asked.fingerprint, &owner, backend.clock.seconds()).await? {
        Kept::Now => Ok(with(cookie, StatusCode::CREATED, wanted.response(&backend, &answer)?)),
        Kept::Before(known) => again(&backend, &whoever, &asked, *known, wanted).await,
    }
}

/// A question that was sent before. A visitor whose first answer was lost has lost the cookie that came with it, too:
/// whoever knows both the id and the question asked it, and may have the answer again.
async fn again(
    backend: &Backend,
    whoever: &Whoever,
    asked: &Asked,
    known: AnswerRow,
    wanted: Wanted,
) -> Result<Response, Refusal> {
    let is_theirs = known.owners.iter().any(|owner| whoever.owns(owner));
    if known.fingerprint != asked.fingerprint || !(is_theirs || known.is_by_visitor) {
        return Err(Reason::ClientIdReused.refusal());
    }
    let mut given = None;
    if !is_theirs {
        let (owner, cookie) = owner(backend, whoever);
        backend.store.share_answer(&asked.id, &owner).await?;
        given = cookie;
    }
    Ok(with(given, StatusCode::OK, wanted.response(backend, &known.answer)?))
}

fn with(cookie: Option<HeaderValue>, status: StatusCode, response: Response) -> Response {
    let mut response = (status, response).into_response();
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// What of a stream is asked for.
#[derive(Deserialize)]
pub struct AfterParams {
    after: Option<String>,
}

/// An answer, from the beginning or behind an event of its stream.
#[utoipa::path(get, path = routes::ANSWER, context_path = routes::BASE, tag = "answers",
    params(
        ("id" = String, Path, description = "The id that the client made."),
        ("after" = Option<u64>, Query, description = "With `text/event-stream`: the number of the last event that came."),
        ("Accept" = Option<String>, Header, description = "`text/event-stream` for the answer sentence by sentence."),
    ), responses(
    (status = 200, description = "Here it is.",
        content((Answer = "application/json"), (AnswerEvent = "text/event-stream"))),
    (status = 404, description = "There is no such answer of yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn read(
    State(backend): State<Backend>,
    whoever: Whoever,
    ClientId(id): ClientId,
    headers: HeaderMap,
    after: Result<Query<AfterParams>, axum::extract::rejection::QueryRejection>,
) -> Result<Response, Refusal> {
    let refused = || Reason::ParameterInvalid.at("after", "unreadable", "`after` is the number of an event.");
    let Query(AfterParams { after }) = after.map_err(|_| refused())?;
    let after: Option<u64> = after.map(|after| after.parse().map_err(|_| refused())).transpose()?;
    let row = theirs(&backend, &whoever, &id).await?;
    Wanted::read(&headers, after).response(&backend, &row.answer)
}

/// The answer with that id, if it is theirs.
pub(super) async fn theirs(backend: &Backend, whoever: &Whoever, id: &str) -> Result<AnswerRow, Refusal> {
    let found = backend.store.answer(id).await?;
    found.filter(|row| row.owners.iter().any(|owner| whoever.owns(owner))).ok_or(Reason::NotFound.refusal())
}
