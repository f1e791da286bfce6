//! What can be wrong with a backend: one thing of one call, on the way in or on the way out.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use super::served::Fault;

/// What is changed.
#[derive(Clone)]
pub enum Change {
    /// One status is answered as another.
    Status(u16, u16),
    /// A header has another value, or is not there.
    Header(&'static str, Option<&'static str>),
    /// A part of a header is another.
    HeaderPart(&'static str, &'static str, &'static str),
    /// The value at a pointer is another, or is not there.
    Field(&'static str, Option<Value>),
    /// A header of the request is overlooked.
    Overlooked(&'static str),
    /// A part of the address is taken for another.
    Misread(&'static str, &'static str),
    /// Nothing is done, and this is answered.
    Instead(u16),
}

/// Hands a request on with its fault.
pub async fn spoilt(fault: Fault, request: Request, next: Next) -> Response {
    let fault = fault.lock().expect("a lock").clone();
    let path = request.uri().path().trim_start_matches("/api/v1").to_owned();
    match fault {
        Some((call, change)) if fits(call, request.method().as_str(), &path) => changed(&change, request, next).await,
        _ => next.run(request).await,
    }
}

/// `GET /orders/*`: a method, or `*`, and a path or its beginning.
fn fits(call: &str, method: &str, path: &str) -> bool {
    let (wanted, place) = call.split_once(' ').expect("a method and a path");
    let is_place = place.strip_suffix('*').map_or(place == path, |start| path.starts_with(start));
    (wanted == "*" || wanted == method) && is_place
}

async fn changed(change: &Change, mut request: Request, next: Next) -> Response {
    match change {
        Change::Instead(status) => return with_status(().into_response(), *status),
        Change::Overlooked(name) => drop(request.headers_mut().remove(*name)),
        Change::Misread(from, to) => {
            let read = request.uri().to_string().replace(from, to);
            *request.uri_mut() = read.parse().expect("an address");
        }
        _ => {}
    }
    let mut response = next.run(request).await;
    match change {
        Change::Status(from, to) if response.status().as_u16() == *from => with_status(response, *to),
        Change::Header(name, value) => {
            response.headers_mut().remove(*name);
            if let Some(value) = value {
                response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
            }
            response
        }
        Change::HeaderPart(name, from, to) => {
            let value = response.headers().get(*name).and_then(|value| value.to_str().ok()).map(str::to_owned);
            if let Some(value) = value {
                let value = HeaderValue::from_str(&value.replace(from, to)).expect("a value");
                response.headers_mut().insert(HeaderName::from_static(name), value);
            }
            response
        }
        Change::Field(pointer, value) => with_field(response, pointer, value.as_ref()).await,
        _ => response,
    }
}

fn with_status(mut response: Response, status: u16) -> Response {
    *response.status_mut() = StatusCode::from_u16(status).expect("a status");
    if status == 204 {
        *response.body_mut() = Body::empty();
        response.headers_mut().remove("content-length");
    }
    response
}

async fn with_field(response: Response, pointer: &str, value: Option<&Value>) -> Response {
    let kind = response.headers().get("content-type").and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if !kind.ends_with("json") {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a body");
    let mut whole: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let (above, last) = pointer.rsplit_once('/').expect("a pointer");
    match (whole.pointer_mut(above), value) {
        (Some(Value::Object(members)), Some(value)) => drop(members.insert(last.to_owned(), value.clone())),
        (Some(Value::Object(members)), None) => drop(members.remove(last)),
        (Some(Value::Array(items)), Some(value)) => {
            let at = last.parse().unwrap_or(usize::MAX);
            items.get_mut(at).into_iter().for_each(|item| *item = value.clone());
        }
        _ => {}
    }
    parts.headers.remove("content-length");
    Response::from_parts(parts, Body::from(whole.to_string()))
}
