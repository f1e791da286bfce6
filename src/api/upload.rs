//! Sending a file: its bytes as they are, once however often it is tried, and stopped by whoever sends it.

use std::{cell::RefCell, sync::Arc};

use contract::{CSRF_HEADER, FILE_NAME_HEADER, routes};
use gloo_net::http::Method;

use super::{
    ApiError,
    call::{request, send},
    change::csrf,
    error::of_status,
};
use crate::{
    browser::{files, timer::Cutoff},
    paths::encode,
};

/// Longest time for one file, in milliseconds: some connections are slow.
const CUTOFF_MS: i32 = 120_000;
/// What files are made here before they are sent.
const MADE: &str = "image/jpeg";

thread_local! {
    static STOP: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Sends a file that this document holds under that id.
///
/// # Errors
/// [`ApiError`]; [`ApiError::Unavailable`] also where it was stopped.
pub async fn upload(key: &str, name: &str, file: &str) -> Result<Arc<str>, ApiError> {
    let cutoff = Cutoff::after(CUTOFF_MS);
    STOP.set(Some(Box::new(cutoff.remote())));
    let request = request(routes::UPLOADS, Method::POST, &cutoff)
        .header(CSRF_HEADER, &csrf())
        .header("Idempotency-Key", key)
        .header("Content-Type", MADE)
        .header(FILE_NAME_HEADER, &encode(name))
        .body(files::body(file).ok_or(ApiError::Malformed)?);
    let answer = send(request.map_err(|_| ApiError::Malformed)?).await;
    STOP.set(None);
    let (response, body) = answer?;
    if response.ok() { Ok(body.into()) } else { Err(of_status(response.status(), serde_json::from_str(&body).ok())) }
}

/// Stops the file that is on its way.
pub fn stop_upload() {
    STOP.with_borrow(|stop| stop.iter().for_each(|stop| stop()));
}
