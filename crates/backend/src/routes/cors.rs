//! Lets pages of listed origins read the API: a static site may live at another address than its backend.

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::state::Backend;

const METHODS: HeaderValue = HeaderValue::from_static("GET, HEAD, POST, PUT, PATCH, DELETE");
const TAKEN: HeaderValue =
    HeaderValue::from_static("content-type, idempotency-key, if-match, if-none-match, svar-csrf, svar-file-name");
const SHOWN: HeaderValue = HeaderValue::from_static("content-language, etag, retry-after, x-request-id");
/// Seconds that a browser may remember a permission.
const REMEMBERED: HeaderValue = HeaderValue::from_static("600");

/// Answers a browser that asks for permission, and names the permitted origin on every answer to it.
pub async fn permit(State(backend): State<Backend>, request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).filter(|origin| backend.origins.contains(origin)).cloned();
    let asks =
        request.method() == Method::OPTIONS && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = match &origin {
        Some(_) if asks => permission(),
        _ => next.run(request).await,
    };
    if !backend.origins.is_empty() {
        response.headers_mut().append(header::VARY, HeaderValue::from_static("Origin"));
    }
    if let Some(origin) = origin {
        name(response.headers_mut(), origin);
    }
    response
}

fn permission() -> Response {
    let headers = [
        (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, TAKEN),
        (header::ACCESS_CONTROL_MAX_AGE, REMEMBERED),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

fn name(headers: &mut HeaderMap, origin: HeaderValue) {
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    // Listed origins are of the same site, so a person's cookies come along.
    headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
    // Their people are signed in here by a cookie.
    headers.insert(header::ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
}
