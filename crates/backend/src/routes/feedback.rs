//! Whether an article helped.

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
};
use contract::{FeedbackRequest, Problem, routes};
use uuid::Uuid;

use super::{
    help::published,
    once::once,
    request::{Json, Slug},
};
use crate::{
    problem::{Reason, Refusal},
    state::Backend,
    store::help::Feedback,
};

/// What the keys of this call belong to.
const SCOPE: &str = "article_feedback";

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
) -> Result<StatusCode, Refusal> {
    let published = published(&backend)?;
    let known = published.known(&request.locale);
    let unknown = || Reason::BodyInvalid.at("/locale", "unknown", "This language is not one of `/meta`.");
    let locale = known.ok_or_else(unknown)?;
    if backend.store.article(&id, locale).await?.is_none() {
        return Err(Reason::NotFound.refusal());
    }
    let said = format!("{id}\n{}\n{}", request.helped, request.locale);
    once(&backend, &headers, SCOPE, &said, async |attempt, outcome| {
        let word = Feedback { id: Uuid::now_v7().to_string(), article_id: &id, locale, helped: request.helped };
        backend.store.keep_feedback(&word, attempt, outcome).await
    })
    .await
}
