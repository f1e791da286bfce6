//! One request and its answer. Every call ends: with an answer, a refusal, or after fifteen seconds.

use contract::{Problem, routes};
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use rules::server_time::{Told, ahead};
use serde::de::IgnoredAny;
use std::{
    cell::{Cell, RefCell},
    sync::Arc,
};
use time::OffsetDateTime;

use super::{
    ApiError,
    error::of_status,
    kept::{self, Kept},
};
use crate::browser::{dom, server_time, timer};

/// What is done with an answer that was asked for at a moment.
type TakeTime = fn(&Response, OffsetDateTime);

thread_local! {
    static ORIGIN: RefCell<String> = const { RefCell::new(String::new()) };
    static TAKE_TIME: Cell<Option<TakeTime>> = const { Cell::new(None) };
    /// The session, where browsers send no cookies to the backend; empty while nobody is signed in.
    static BEARER: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Where the backend is, when it is not where the pages are: an origin, `https://api.example`.
pub fn set_origin(origin: String) {
    ORIGIN.set(origin);
}

/// From now on a session is what [`set_bearer`] says, and no cookie.
pub fn use_bearer() {
    BEARER.set(Some(String::new()));
}

/// Whether a session lasts as long as the document.
#[must_use]
pub fn is_bearer_used() -> bool {
    BEARER.with_borrow(Option::is_some)
}

/// The session that has begun; empty once it is over. It is nowhere but here.
pub fn set_bearer(bearer: String) {
    BEARER.with_borrow_mut(|kept| kept.as_mut().into_iter().for_each(|kept| kept.clone_from(&bearer)));
}

/// Longest wait for an answer, in milliseconds.
pub(super) const CUTOFF_MS: i32 = 15_000;

/// Asks for `path` and keeps the answer. Where one is kept already it is validated instead of sent again.
///
/// # Errors
/// [`ApiError`].
pub async fn get(path: &str) -> Result<Arc<str>, ApiError> {
    let before = kept::get(path);
    let cutoff = timer::Cutoff::after(CUTOFF_MS);
    let mut request = request(path, Method::GET, &cutoff);
    if let Some(etag) = before.as_ref().and_then(|kept| kept.etag.as_deref()) {
        request = request.header("If-None-Match", etag);
    }
    let (response, body) = send(request.build().map_err(|_| ApiError::Malformed)?).await?;
    let fresh = match (response.status(), before) {
        (304, Some(kept)) => Kept { at: timer::now(), ..kept },
        (200, _) => Kept { body: json(body)?, etag: response.headers().get("ETag"), at: timer::now() },
        (status, _) => return Err(of_status(status, serde_json::from_str::<Problem>(&body).ok())),
    };
    let body = Arc::clone(&fresh.body);
    kept::put(path, fresh);
    Ok(body)
}

/// Asks for `path` and keeps nothing of the answer.
///
/// # Errors
/// [`ApiError`].
pub async fn get_once(path: &str) -> Result<Arc<str>, ApiError> {
    let cutoff = timer::Cutoff::after(CUTOFF_MS);
    let (response, body) = send(request(path, Method::GET, &cutoff).build().map_err(|_| ApiError::Malformed)?).await?;
    match response.status() {
        200 => Ok(body.into()),
        status => Err(of_status(status, serde_json::from_str::<Problem>(&body).ok())),
    }
}

/// What is no JSON at all (a gateway's page, half an answer) is not kept.
fn json(body: String) -> Result<Arc<str>, ApiError> {
    serde_json::from_str::<IgnoredAny>(&body).map(|_| body.into()).map_err(|_| ApiError::Malformed)
}

/// The whole address of a path of the contract.
#[must_use]
pub fn url(path: &str) -> String {
    ORIGIN.with_borrow(|origin| format!("{origin}{}{path}", routes::BASE))
}

/// The whole address of a path on the backend's origin; what is an address already stays.
#[must_use]
pub fn on_origin(path: String) -> String {
    if path.starts_with('/') { ORIGIN.with_borrow(|origin| [origin, path.as_str()].concat()) } else { path }
}

pub(super) fn request(path: &str, method: Method, cutoff: &timer::Cutoff) -> RequestBuilder {
    let is_elsewhere = ORIGIN.with_borrow(|origin| !origin.is_empty());
    let request = RequestBuilder::new(&url(path)).method(method).header("Accept", "application/json");
    let request = request.abort_signal(cutoff.signal().as_ref());
    match BEARER.with_borrow(Clone::clone) {
        Some(bearer) if !bearer.is_empty() => request.header("Authorization", &format!("Bearer {bearer}")),
        // Cookies of another origin of the same site go along only when asked for.
        None if is_elsewhere => request.credentials(dom::WITH_COOKIES),
        _ => request,
    }
}

pub(super) async fn send(request: Request) -> Result<(Response, String), ApiError> {
    let asked_at = timer::now();
    let response = request.send().await.map_err(|_| no_answer())?;
    if let Some(take_time) = TAKE_TIME.get() {
        take_time(&response, asked_at);
    }
    let body = response.text().await.map_err(|_| no_answer())?;
    Ok((response, body))
}

/// From now on what time it is comes from the backend's answers. Pages that show no deadlines go without.
pub fn follow_time() {
    TAKE_TIME.set(Some(take_time));
}

/// What a cache may have kept tells when it was made, not what time it is.
fn take_time(response: &Response, asked_at: OffsetDateTime) {
    let headers = response.headers();
    let is_fresh = headers.get("Cache-Control").is_some_and(|it| it.contains("no-store"));
    let date = headers.get("Date").filter(|_| is_fresh).and_then(|date| server_time::of_header(&date));
    let milliseconds = |at: OffsetDateTime| i64::try_from(at.unix_timestamp_nanos() / 1_000_000).unwrap_or_default();
    if let Some(date) = date {
        let told = Told { asked_at: milliseconds(asked_at), answered_at: milliseconds(timer::now()), date };
        server_time::follow(ahead(server_time::ahead(), told));
    }
}

pub(super) fn no_answer() -> ApiError {
    if dom::is_online() { ApiError::Unavailable } else { ApiError::Offline }
}
