//! The support team's desk: plain pages with plain forms, without a script, below `/desk` and outside the contract.

mod calls;
mod case;
mod case_page;
mod contact;
mod contact_forms;
mod contact_page;
mod content;
mod fault;
mod layout;
mod mails;
mod queue;
mod reply;
mod session;
mod sign_in;
mod uploads;
mod words;

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request},
    http::{HeaderName, HeaderValue, Method, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};

use self::fault::Fault;
use crate::{routes::Route, state::Backend};

/// Where the desk is.
pub const HOME: &str = "/desk";

/// Largest form, in bytes: a reply of the longest kind, with every character written as twelve.
const FORM_MAX: usize = 64 * 1024;

/// Pages that load their own style and pictures, send forms to themselves, and do nothing else.
const HEADERS: [(HeaderName, &str); 7] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'self'; form-action 'self'; img-src 'self'; frame-ancestors 'none'; \
         base-uri 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
];

/// The desk's pages.
pub fn router() -> Router<Backend> {
    Router::new()
        .route(HOME, get(queue::queue))
        .route("/desk/sign-in", get(sign_in::page).post(sign_in::sign_in))
        .route("/desk/sign-out", post(sign_in::sign_out))
        .route("/desk/cases/{id}", get(case::case))
        .route("/desk/cases/{id}/reply", post(reply::reply))
        .route("/desk/cases/{id}/state", post(reply::change_state))
        .route("/desk/mails", get(mails::mails))
        .route("/desk/uploads/{id}", get(uploads::upload))
        .route(calls::PLACE, get(calls::calls))
        .route("/desk/calls/{id}", post(calls::change))
        .route(contact::PLACE, get(contact::contact))
        .route("/desk/contact/switch", post(contact::switch))
        .route("/desk/contact/presence", post(contact::presence))
        .route("/desk/contact/queue", post(contact::queue))
        .route("/desk/contact/hours", post(contact::add_hours))
        .route("/desk/contact/hours/remove", post(contact::remove_hours))
        .route("/desk/contact/holidays", post(contact::add_holiday))
        .route("/desk/contact/holidays/remove", post(contact::remove_holiday))
        .route("/desk/style.css", get(style))
        .route("/desk/icon.svg", get(icon))
        .route("/desk/{*rest}", get(nothing))
        .method_not_allowed_fallback(nothing)
        .layer(DefaultBodyLimit::max(FORM_MAX))
        .layer(middleware::from_fn(guard))
}

/// Refuses forms of other sites, and puts the desk's headers on its answers.
async fn guard(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let site = request.headers().get("sec-fetch-site").and_then(|value| value.to_str().ok());
    let is_foreign = request.method() == Method::POST && !matches!(site, None | Some("same-origin" | "none"));
    let mut response = if is_foreign { Fault::Foreign.into_response() } else { next.run(request).await };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        // What hands out a file says more of it.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    if let Some(route) = route {
        response.extensions_mut().insert(Route(route));
    }
    response
}

async fn style() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, include_str!("desk/desk.css")).into_response()
}

async fn icon() -> Response {
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "no-cache")];
    (headers, include_str!("../../../public/favicon.svg")).into_response()
}

async fn nothing() -> Fault {
    Fault::NotFound
}
