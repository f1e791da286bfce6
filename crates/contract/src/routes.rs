//! Every path of the contract, in the form that axum and OpenAPI both read (`{name}` marks a parameter).

/// Where the contract's calls live below a backend's origin.
pub const BASE: &str = "/api/v1";

pub const META: &str = "/meta";
pub const CATEGORIES: &str = "/help/categories";
pub const ARTICLES: &str = "/help/articles";
pub const ARTICLE: &str = "/help/articles/{slug}";
/// Same shape as [`ARTICLE`] below the segment, so the parameter has the same name: here it holds the article's id.
pub const ARTICLE_FEEDBACK: &str = "/help/articles/{slug}/feedback";
pub const SEARCH: &str = "/help/search";
pub const SESSION: &str = "/session";
pub const SESSION_HELP: &str = "/session/help";
pub const SESSION_HELP_CONFIRMATION: &str = "/session/help/confirmation";
/// Where the browser goes when `sign_in.kind` is `redirect`; takes `next`, a path of the site.
pub const SESSION_REDIRECT: &str = "/session/redirect";
/// Where the issuer sends the browser back to.
pub const SESSION_CALLBACK: &str = "/session/callback";
pub const ME: &str = "/me";
pub const ORDERS: &str = "/orders";
pub const ORDER: &str = "/orders/{id}";
pub const OBJECT: &str = "/objects/{id}";
pub const OBJECT_PICTURE: &str = "/objects/{id}/picture";
/// `PUT` with an id made by the client, `GET` with the same id.
pub const ANSWER: &str = "/answers/{id}";
pub const ANSWER_FEEDBACK: &str = "/answers/{id}/feedback";
pub const AVAILABILITY: &str = "/contact/availability";
/// Takes `language` and `topic`, as the availability does.
pub const CALLBACK_SLOTS: &str = "/callbacks/slots";
/// `PUT` with an id made by the client, then `GET`, `PATCH` and `DELETE` with the same id.
pub const CALLBACK: &str = "/callbacks/{id}";
pub const CASES: &str = "/cases";
/// `PUT` with an id made by the client, `GET` with the same id.
pub const CASE: &str = "/cases/{id}";
pub const CONVERSATION: &str = "/conversations/{id}";
pub const MESSAGES: &str = "/conversations/{id}/messages";
pub const MESSAGE: &str = "/conversations/{id}/messages/{client_id}";
/// `POST`, with an `Idempotency-Key`.
pub const UPLOADS: &str = "/uploads";
/// `GET` and `DELETE`.
pub const UPLOAD: &str = "/uploads/{id}";
pub const UPLOAD_CONTENT: &str = "/uploads/{id}/content";
pub const EVENTS: &str = "/events";
pub const OPENAPI: &str = "/openapi.json";
pub const HEALTHZ: &str = "/healthz";
pub const READYZ: &str = "/readyz";

/// Fills the parameters of a path in order: `fill(ARTICLE, &["returns"])` is `/help/articles/returns`.
/// The values have to be percent-encoded already.
#[must_use]
pub fn fill(path: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    path.split('/')
        .map(|part| if part.starts_with('{') { values.next().copied().unwrap_or(part) } else { part })
        .collect::<Vec<_>>()
        .join("/")
}
