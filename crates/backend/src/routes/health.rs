//! Whether the process lives, and whether it can answer.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{Problem, routes};

use crate::{problem::Reason, state::Backend};

/// The process lives.
#[utoipa::path(get, path = routes::HEALTHZ, tag = "health", responses((status = 204, description = "It lives.")))]
pub async fn healthz() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Content is loaded and the database answers.
#[utoipa::path(get, path = routes::READYZ, tag = "health", responses(
    (status = 204, description = "It can answer."),
    (status = 503, description = "Not yet, or the database does not answer.", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn readyz(State(backend): State<Backend>) -> Response {
    if backend.published().is_some() && backend.store.is_up().await {
        (StatusCode::NO_CONTENT, [(header::CACHE_CONTROL, "no-store")]).into_response()
    } else {
        Reason::NotReady.refusal().into_response()
    }
}
