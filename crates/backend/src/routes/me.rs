//! The account of who is signed in, and what they may change of it.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{extract::State, http::HeaderMap, response::Response};
use contract::{Person, PersonChange, Problem, routes};

use super::{answer, auth::SignedIn, help::published, request::Json, session::shown};
use crate::{
    content::contact::is_zone,
    problem::{Reason, Refusal},
    state::Backend,
    store::people::PersonRow,
};

/// The account.
#[utoipa::path(get, path = routes::ME, context_path = routes::BASE, tag = "session", responses(
    (status = 200, description = "Here it is, with a strong `ETag`.", body = Person),
    (status = 304, description = "You have it already."),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn me(signed_in: SignedIn, headers: HeaderMap) -> Result<Response, Refusal> {
    answer::own(&headers, &shown(signed_in.person()))
}

/// Changes languages and time zone; what is absent stays.
#[utoipa::path(patch, path = routes::ME, context_path = routes::BASE, tag = "session",
    params(("If-Match" = Option<String>, Header, description = "The `ETag` of what is changed.")),
    request_body = PersonChange,
    responses(
    (status = 200, description = "Changed.", body = Person),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 412, description = "`precondition_failed`: it has changed since.", body = Problem,
        content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 428, description = "`precondition_required`: `If-Match` is missing.", body = Problem,
        content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn change_me(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    headers: HeaderMap,
    Json(change): Json<PersonChange>,
) -> Result<Response, Refusal> {
    let known = signed_in.person();
    answer::must_match(&headers, &shown(known))?;
    let new = changed(&backend, known, change)?;
    if backend.store.change_person(known, &new).await? {
        answer::own(&HeaderMap::new(), &shown(&new))
    } else {
        Err(Reason::PreconditionFailed.refusal())
    }
}

fn changed(backend: &Backend, known: &PersonRow, change: PersonChange) -> Result<PersonRow, Refusal> {
    let published = published(backend)?;
    let mut new = known.clone();
    if let Some(language) = change.language {
        if !published.tags().contains(&language) {
            return Err(Reason::BodyInvalid.at("/language", "unknown", "This language is not one of `/meta`."));
        }
        new.language = language;
    }
    if let Some(language) = change.support_language {
        if !published.speaks(&language) {
            return Err(Reason::BodyInvalid.at(
                "/support_language",
                "unknown",
                "Support does not speak this language.",
            ));
        }
        new.support_language = language;
    }
    if let Some(timezone) = change.timezone {
        if !is_zone(&timezone) {
            return Err(Reason::BodyInvalid.at("/timezone", "unknown", "This is no time zone of the IANA database."));
        }
        new.timezone = timezone;
    }
    Ok(new)
}
