//! Whether an answer helped.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
};
use contract::{AnswerFeedback, Problem, QUESTION_MAX_CHARS, routes};
use uuid::Uuid;

use super::{asked::ClientId, theirs};
use crate::{
    problem::{Reason, Refusal},
    routes::{auth::Whoever, once::once, request::Json},
    shared::WRONG_ABOUT_ORDER,
    state::Backend,
    store::answers::Verdict,
};

/// What the keys of this call belong to.
const SCOPE: &str = "answer_feedback";
/// What can be said of an answer.
const VERDICTS: [&str; 3] = ["helped", "not_helped", WRONG_ABOUT_ORDER];

/// Keeps the asker's word about an answer, once for each `Idempotency-Key`.
#[utoipa::path(post, path = routes::ANSWER_FEEDBACK, context_path = routes::BASE, tag = "answers",
    params(
        ("id" = String, Path, description = "The answer's id."),
        ("Idempotency-Key" = String, Header, description = "1 to 200 visible ASCII characters, made anew for each word."),
    ),
    request_body = AnswerFeedback,
    responses(
    (status = 204, description = "Kept, now or when it was sent before."),
    (status = 400, description = "`idempotency_key_missing`, `idempotency_key_invalid`, `json_malformed`",
        body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such answer of yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 409, description = "`idempotency_in_flight`", body = Problem, content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`, `idempotency_key_reused`", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn feedback(
    State(backend): State<Backend>,
    whoever: Whoever,
    ClientId(id): ClientId,
    headers: HeaderMap,
    Json(request): Json<AnswerFeedback>,
) -> Result<StatusCode, Refusal> {
    let AnswerFeedback { verdict, note } = request;
    if !VERDICTS.contains(&verdict.as_str()) {
        let detail = format!("A verdict is one of {}.", VERDICTS.join(", "));
        return Err(Reason::BodyInvalid.at("/verdict", "unknown", detail));
    }
    let note = note.unwrap_or_default().trim().to_owned();
    checked_note(&verdict, &note)?;
    theirs(&backend, &whoever, &id).await?;
    once(&backend, &headers, SCOPE, &format!("{id}\n{verdict}\n{note}"), async |attempt, outcome| {
        let verdict = Verdict { id: Uuid::now_v7().to_string(), answer_id: &id, verdict: &verdict, note: &note };
        backend.store.keep_verdict(&verdict, attempt, outcome).await
    })
    .await
}

fn checked_note(verdict: &str, note: &str) -> Result<(), Refusal> {
    if note.chars().count() > QUESTION_MAX_CHARS {
        let detail = format!("A note has at most {QUESTION_MAX_CHARS} characters.");
        return Err(Reason::BodyInvalid.at("/note", "too_long", detail));
    }
    if !note.is_empty() && verdict != WRONG_ABOUT_ORDER {
        return Err(Reason::BodyInvalid.at("/note", "unexpected", "Only what is wrong about an order has a note."));
    }
    Ok(())
}
