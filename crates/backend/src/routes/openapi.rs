//! The contract as an OpenAPI 3.1 document, made from the handlers.

use axum::{http::HeaderMap, response::Response};
use contract::routes;
use utoipa::OpenApi;

use super::answer;
use crate::problem::Refusal;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Svar",
        description = "What a backend has to keep so that Svar works in front of it.",
        version = "1.0.0",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    paths(
        super::meta::meta,
        super::help::categories,
        super::help::articles,
        super::help::article,
        super::feedback::feedback,
        super::search::search,
        super::availability::availability,
        super::callbacks::list_slots,
        super::callbacks::put_callback,
        super::callbacks::callback,
        super::callbacks::change_callback,
        super::callbacks::cancel_callback,
        super::cases::put_case,
        super::cases::cases,
        super::cases::case,
        super::conversations::conversation,
        super::conversations::messages,
        super::conversations::put_message,
        super::uploads::upload,
        super::uploads::told,
        super::uploads::content,
        super::uploads::remove,
        super::events::events,
        super::orders::orders,
        super::orders::order,
        super::objects::object,
        super::objects::picture,
        super::session::sign_in,
        super::session::session,
        super::session::sign_out,
        super::sign_in_help::ask,
        super::sign_in_help::confirm,
        super::redirect::depart,
        super::redirect::arrive,
        super::me::me,
        super::me::change_me,
        super::answers::ask,
        super::answers::read,
        super::answers::verdict::feedback,
        super::openapi::openapi,
        super::health::healthz,
        super::health::readyz,
    ),
    // Named only inside other schemas.
    components(schemas(contract::CalloutTone, contract::NoticeTone)),
    tags(
        (name = "meta", description = "What a backend can do."),
        (name = "help", description = "The help centre."),
        (name = "session", description = "Who is signed in, and how one signs in."),
        (name = "answers", description = "Answers out of the help centre and the order, with their sources."),
        (name = "contact", description = "How support can be reached."),
        (name = "callbacks", description = "Calls from support, as soon as somebody is free or at a time that is booked."),
        (name = "cases", description = "Requests to support."),
        (name = "conversations", description = "What is said in them."),
        (name = "uploads", description = "Photos that go along with a message."),
        (name = "events", description = "What happens while somebody looks."),
        (name = "orders", description = "A person's orders, and the objects in them."),
        (name = "health", description = "For whoever keeps the backend running."),
    ),
)]
struct Document;

/// The document.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    Document::openapi()
}

/// This document.
#[utoipa::path(get, path = routes::OPENAPI, context_path = routes::BASE, tag = "meta", responses(
    (status = 200, description = "OpenAPI 3.1", body = serde_json::Value),
    (status = 304, description = "You have it already."),
))]
pub async fn openapi(headers: HeaderMap) -> Result<Response, Refusal> {
    answer::public(&headers, None, &document())
}
