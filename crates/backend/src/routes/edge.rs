//! Around every call: an id, the time, a line in the log, security headers, and refusals written as problems.

use std::time::Instant;

use axum::{
    body::Body,
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use contract::Problem;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::{problem::Refusal, state::Backend};

/// The header that names a request in the log.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// An API's answer is never a page: it may load, frame and send nothing. What a call sets of its own stays.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// Gives each request an id and a line in the log. The line has no address, no query and no name of a person.
pub async fn account(State(backend): State<Backend>, request: Request, next: Next) -> Response {
    let id = Uuid::now_v7().to_string();
    let began = Instant::now();
    let method = request.method().clone();
    let mut response = next.run(request).await;
    let route = response.extensions().get::<Route>().map_or("-", |route| route.0.as_str()).to_owned();
    if let Some(refusal) = response.extensions_mut().remove::<Refusal>() {
        write(&mut response, refusal, &id);
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    tell_time(response.headers_mut(), &backend);
    let status = response.status().as_u16();
    let ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(request_id = id, %method, route, status, ms, "answered");
    response
}

/// The moment it is for this backend: deadlines are counted by its clock, and readers go by it.
fn tell_time(headers: &mut HeaderMap, backend: &Backend) {
    if let Ok(date) = HeaderValue::from_str(&httpdate::fmt_http_date(backend.clock.now().into())) {
        headers.insert(header::DATE, date);
    }
}

/// Puts the API's headers on an answer of the API.
pub async fn guard(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let mut response = next.run(request).await;
    secure(response.headers_mut());
    if let Some(route) = route {
        response.extensions_mut().insert(Route(route));
    }
    response
}

/// The route that answered, for the log.
#[derive(Clone)]
pub struct Route(pub String);

fn secure(headers: &mut HeaderMap) {
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}

fn write(response: &mut Response, refusal: Refusal, id: &str) {
    let members = refusal.members().clone();
    let problem = refusal.problem(id);
    if let Some(seconds) = problem.retry_after_s {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    match written(&problem, members) {
        Ok(body) => {
            response.headers_mut().remove(header::CONTENT_LENGTH);
            *response.body_mut() = Body::from(body);
        }
        Err(error) => tracing::error!(%error, "a problem could not be written"),
    }
}

fn written(problem: &Problem, members: Map<String, Value>) -> serde_json::Result<Vec<u8>> {
    let mut whole = serde_json::to_value(problem)?;
    if let Some(whole) = whole.as_object_mut() {
        whole.extend(members);
    }
    serde_json::to_vec(&whole)
}
