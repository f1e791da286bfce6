//! Answers that everybody may see and keep for a while.

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
    let body = written(value)?;
    let etag = format!("\"{}\"", hashing::short(&body));
    let mut answer = if hashing::is_known(asked, &etag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, JSON)], body).into_response()
    };
    let headers = answer.headers_mut();
    headers.insert(header::CACHE_CONTROL, PUBLIC);
    if let Ok(etag) = HeaderValue::from_str(&etag) {
        headers.insert(header::ETAG, etag);
    }
    if let Some(locale) = locale.and_then(|locale| HeaderValue::from_str(locale).ok()) {
        headers.insert(header::CONTENT_LANGUAGE, locale);
    }
    Ok(answer)
}

/// An answer for one person, with a strong `ETag`, or 304 to someone who holds it; nothing on the way keeps it.
pub fn private<T: Serialize>(asked: &HeaderMap, value: &T) -> Result<Response, Refusal> {
    let mut answer = public(asked, None, value)?;
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(answer)
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
