//! Answers as JSON: what everybody may keep for a while, what one person may, and what nobody does.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;

use crate::{
    hashing,
    problem::{Reason, Refusal},
};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const PUBLIC: HeaderValue = HeaderValue::from_static("public, max-age=60, stale-while-revalidate=600");

/// Public content with a strong `ETag`, or 304 to someone who has it already.
pub fn public<T: Serialize>(asked: &HeaderMap, locale: Option<&str>, value: &T) -> Result<Response, Refusal> {
    let mut answer = own(asked, value)?;
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, PUBLIC);
    if let Some(locale) = locale.and_then(|locale| HeaderValue::from_str(locale).ok()) {
        headers.insert(header::CONTENT_LANGUAGE, locale);
    }
    Ok(answer)
}

/// What belongs to one person: with a strong `ETag`, or 304 to someone who has it already; nobody else keeps it.
pub fn own<T: Serialize>(asked: &HeaderMap, value: &T) -> Result<Response, Refusal> {
    let body = written(value)?;
    let etag = tag(&body);
    let mut answer = if hashing::is_known(asked, &etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, JSON)], body).into_response()
    };
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        answer.headers_mut().insert(header::ETAG, etag);
    }
    Ok(answer)
}

/// Refuses a change of what is not any more as the asker has seen it (RFC 9110, 13.1.1: strong comparison).
pub fn must_match<T: Serialize>(asked: &HeaderMap, value: &T) -> Result<(), Refusal> {
    if !asked.contains_key(header::IF_MATCH) {
        return Err(Reason::PreconditionRequired.at("If-Match", "missing", ""));
    }
    let etag = tag(&written(value)?);
    let seen = asked.get_all(header::IF_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = seen.flat_map(|value| value.split(',')).map(str::trim);
    let is_same = tags.any(|seen| seen == "*" || seen == etag);
    if is_same { Ok(()) } else { Err(Reason::PreconditionFailed.refusal()) }
}

fn tag(body: &[u8]) -> String {
    format!("\"{}\"", hashing::short(body))
}

/// An answer that nobody keeps.
pub fn fresh<T: Serialize>(value: &T) -> Result<Response, Refusal> {
    Ok(([(header::CONTENT_TYPE, JSON)], written(value)?).into_response())
}

/// What somebody has made: 201 where it is new, 200 where it had been made before.
pub fn made<T: Serialize>(is_new: bool, value: &T) -> Result<Response, Refusal> {
    let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, [(header::CONTENT_TYPE, JSON)], written(value)?).into_response())
}

fn written<T: Serialize>(value: &T) -> Result<Vec<u8>, Refusal> {
    serde_json::to_vec(value).map_err(|error| {
        tracing::error!(%error, "an answer could not be written");
        Reason::Internal.refusal()
    })
}
