//! Up to where somebody has read.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{extract::State, http::StatusCode};
use contract::{Problem, ReadRequest, routes};

use super::{
    super::{
        auth::SignedIn,
        request::{Json, KnownId},
    },
    own,
};
use crate::{problem::Refusal, state::Backend};

/// Marks the messages of a conversation as read, up to one of them. What was read stays read.
#[utoipa::path(put, path = routes::READ_MARK, context_path = routes::BASE, tag = "conversations",
    params(("id" = String, Path, description = "The conversation's.")),
    request_body = ReadRequest, responses(
    (status = 204, description = "It is noted."),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such conversation, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn put_read(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    KnownId(id): KnownId,
    Json(request): Json<ReadRequest>,
) -> Result<StatusCode, Refusal> {
    let last = own(&backend, signed_in.person(), &id).await?.seq();
    // What is not there yet has not been read.
    let seq = i64::try_from(request.seq).unwrap_or(i64::MAX).min(last);
    backend.store.mark_read(&id, &signed_in.person().id, seq).await?;
    Ok(StatusCode::NO_CONTENT)
}
