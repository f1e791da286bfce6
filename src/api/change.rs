//! Calls that change something, on behalf of a person or a visitor.

use std::{cell::RefCell, sync::Arc};

use contract::CSRF_HEADER;
use gloo_net::http::Method;
use serde::Serialize;

use super::{
    ApiError,
    call::{CUTOFF_MS, is_bearer_used, request, send},
    error::of_status,
};
use crate::browser::timer::Cutoff;

thread_local! {
    static CSRF: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The session's word, which a form of another site cannot know.
pub fn set_csrf(word: String) {
    CSRF.set(word);
}

/// The session's word; empty for visitors.
pub(super) fn csrf() -> String {
    CSRF.with_borrow(Clone::clone)
}

/// Creates something under an id made here: sent twice it is there once.
///
/// # Errors
/// [`ApiError`].
pub async fn put<B: Serialize>(path: &str, body: &B) -> Result<Arc<str>, ApiError> {
    change(Method::PUT, path, &written(body)?, &[]).await
}

/// Begins something that needs no key.
///
/// # Errors
/// [`ApiError`].
pub async fn begin<B: Serialize>(path: &str, body: &B) -> Result<Arc<str>, ApiError> {
    change(Method::POST, path, &written(body)?, &[]).await
}

/// Sends something that may be created once: the key makes a second attempt the same one.
///
/// # Errors
/// [`ApiError`].
pub async fn post<B: Serialize>(path: &str, idempotency_key: &str, body: &B) -> Result<(), ApiError> {
    change(Method::POST, path, &written(body)?, &[("Idempotency-Key", idempotency_key)]).await.map(drop)
}

/// Changes something, unless it has changed since it was read.
///
/// # Errors
/// [`ApiError`].
pub async fn patch<B: Serialize>(path: &str, etag: &str, body: &B) -> Result<(), ApiError> {
    change(Method::PATCH, path, &written(body)?, &[("If-Match", etag)]).await.map(drop)
}

/// Ends something.
///
/// # Errors
/// [`ApiError`].
pub async fn delete(path: &str) -> Result<(), ApiError> {
    change(Method::DELETE, path, "", &[]).await.map(drop)
}

pub(super) fn written<B: Serialize>(body: &B) -> Result<String, ApiError> {
    serde_json::to_string(body).map_err(|_| ApiError::Malformed)
}

async fn change(method: Method, path: &str, body: &str, headers: &[(&str, &str)]) -> Result<Arc<str>, ApiError> {
    let cutoff = Cutoff::after(CUTOFF_MS);
    let mut request = request(path, method, &cutoff).header(CSRF_HEADER, &csrf());
    if is_bearer_used() {
        request = request.header(contract::SESSION_HEADER, contract::BEARER);
    }
    for (name, value) in headers {
        request = request.header(name, value);
    }
    let request =
        if body.is_empty() { request.build() } else { request.header("Content-Type", "application/json").body(body) };
    let (response, body) = send(request.map_err(|_| ApiError::Malformed)?).await?;
    if response.ok() { Ok(body.into()) } else { Err(of_status(response.status(), serde_json::from_str(&body).ok())) }
}
