//! Whether an article helped.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode},
    response::{IntoResponse, Response},
};
use contract::{FeedbackRequest, Problem, routes};
use uuid::Uuid;

use super::{
    help::published,
    request::{Json, Slug},
};
use crate::{
    hashing,
    problem::{Reason, Refusal},
    state::Backend,
    store::{
        help::Feedback,
        idempotency::{Attempt, Outcome, Seen},
    },
};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const KEY_MAX: usize = 200;
/// What the keys of this call belong to.
pub const SCOPE: &str = "article_feedback";

/// Keeps a reader's word about an article, once for each `Idempotency-Key`.
#[utoipa::path(post, path = routes::ARTICLE_FEEDBACK, context_path = routes::BASE, tag = "help",
    params(
        ("slug" = String, Path, description = "The article's id."),
        ("Idempotency-Key" = String, Header, description = "1 to 200 visible ASCII characters, made anew for each word."),
    ),
    request_body = FeedbackRequest,
    responses(
    (status = 204, description = "Kept, now or when it was sent before."),
    (status = 400, description = "`idempotency_key_missing`, `idempotency_key_invalid`, `json_malformed`",
        body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such article.", body = Problem, content_type = "application/problem+json"),
    (status = 409, description = "`idempotency_in_flight`", body = Problem, content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`, `idempotency_key_reused`", body = Problem,
        content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn feedback(
    State(backend): State<Backend>,
    Slug(id): Slug,
    headers: HeaderMap,
    Json(request): Json<FeedbackRequest>,
) -> Result<Response, Refusal> {
    let key = key(&headers)?;
    let published = published(&backend)?;
    let known = published.known(&request.locale);
    let unknown = || Reason::BodyInvalid.at("/locale", "unknown", "This language is not one of `/meta`.");
    let locale = known.ok_or_else(unknown)?;
    if backend.store.article(&id, locale).await?.is_none() {
        return Err(Reason::NotFound.refusal());
    }
    let fingerprint = hashing::short(format!("{id}\n{}\n{}", request.helped, request.locale).as_bytes());
    let attempt = Attempt { scope: SCOPE, key, fingerprint: &fingerprint, now: backend.clock.seconds() };
    let outcome = match backend.store.begin(attempt).await? {
        Seen::Done(outcome) => outcome,
        Seen::UnderWay => return Err(Reason::IdempotencyInFlight.refusal()),
        Seen::Different => return Err(Reason::IdempotencyKeyReused.refusal()),
        Seen::First => {
            let outcome = Outcome { status: StatusCode::NO_CONTENT.as_u16().into(), body: String::new() };
            let id = Feedback { id: Uuid::now_v7().to_string(), article_id: &id, locale, helped: request.helped };
            backend.store.keep_feedback(&id, attempt, &outcome).await?;
            outcome
        }
    };
    let status = u16::try_from(outcome.status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    Ok((status.unwrap_or(StatusCode::NO_CONTENT), outcome.body).into_response())
}

pub(super) fn key(headers: &HeaderMap) -> Result<&str, Refusal> {
    let value = headers.get(IDEMPOTENCY_KEY).ok_or(Reason::IdempotencyKeyMissing.refusal())?;
    let is_visible = |key: &&str| (1..=KEY_MAX).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    value.to_str().ok().filter(is_visible).ok_or(Reason::IdempotencyKeyInvalid.refusal())
}
