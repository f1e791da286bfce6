//! What this backend can do and says about itself.

use axum::{extract::State, http::HeaderMap, response::Response};
use contract::{CONTRACT_VERSION, Meta, Problem, SignIn, routes};

use super::{answer, help::published, uploads};
use crate::{problem::Refusal, state::Backend};

/// The contract's optional parts that are here.
const CAPABILITIES: [&str; 14] = [
    "help",
    "search",
    "feedback",
    "sessions",
    "sign_in_help",
    "orders",
    "objects",
    "answers",
    "availability",
    "callbacks",
    "cases",
    "conversations",
    "events",
    "uploads",
];
/// The one that whoever starts the backend may leave out.
const ANSWERS: &str = "answers";

/// What the backend offers, in which languages, and its notices.
#[utoipa::path(get, path = routes::META, context_path = routes::BASE, tag = "meta", responses(
    (status = 200, description = "Here it is.", body = Meta),
    (status = 304, description = "You have it already."),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn meta(State(backend): State<Backend>, headers: HeaderMap) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let meta = Meta {
        contract_version: CONTRACT_VERSION.to_owned(),
        capabilities: capabilities(&backend),
        locales: published.locales.clone(),
        default_locale: published.default_locale.clone(),
        sign_in: Some(sign_in(&backend)),
        upload: Some(uploads::limits()),
        dispute_bodies: published.dispute_bodies.clone(),
        notices: published.notices(backend.clock.now()),
    };
    answer::public(&headers, None, &meta)
}

fn capabilities(backend: &Backend) -> Vec<String> {
    let here = CAPABILITIES.into_iter().filter(|name| *name != ANSWERS || backend.has_answers);
    here.map(str::to_owned).collect()
}

fn sign_in(backend: &Backend) -> SignIn {
    match backend.oidc {
        Some(_) => {
            SignIn { kind: "redirect".to_owned(), url: Some(format!("{}{}", routes::BASE, routes::SESSION_REDIRECT)) }
        }
        None => SignIn { kind: "password".to_owned(), url: None },
    }
}
