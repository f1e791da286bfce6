//! A small issuer of OpenID Connect for tests and demonstrations: anybody may be anybody of the demonstration, so it
//! is only served on a loopback address. It keeps nothing beyond its own end.

mod grants;
mod page;
mod tokens;

use std::sync::Arc;

use axum::{
    Form, Json, Router,
    extract::{Query, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use openidconnect::url::Url;
use serde::Deserialize;
use serde_json::json;

use self::{
    grants::{Asked, Grants},
    tokens::{Exchange, Key},
};
use crate::{clock::Clock, demo};

/// A page that posts to itself, and then leads on to an application on this machine.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' http://127.0.0.1:* http://localhost:*",
);

/// The issuer's state; cheap to clone.
#[derive(Clone)]
pub struct Issuer {
    /// Its name, and where it is.
    url: Arc<str>,
    clock: Clock,
    key: Arc<Key>,
    grants: Arc<Grants>,
}

impl Issuer {
    /// An issuer of that name with a fresh key; `None` if no key can be made.
    #[must_use]
    pub fn new(url: &str, clock: Clock) -> Option<Self> {
        let key = Arc::new(Key::fresh()?);
        Some(Self { url: url.trim_end_matches('/').into(), clock, key, grants: Arc::default() })
    }
}

/// Its calls.
pub fn router(issuer: Issuer) -> Router {
    Router::new()
        .route("/.well-known/openid-configuration", get(configuration))
        .route("/jwks", get(keys))
        .route("/authorize", get(authorize).post(choose))
        .route("/token", axum::routing::post(token))
        .with_state(issuer)
}

async fn configuration(State(issuer): State<Issuer>) -> Json<serde_json::Value> {
    let url = &issuer.url;
    Json(json!({
        "issuer": &**url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "jwks_uri": format!("{url}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
        "code_challenge_methods_supported": ["S256"],
    }))
}

async fn keys(State(issuer): State<Issuer>) -> Json<serde_json::Value> {
    Json(issuer.key.public())
}

async fn authorize(State(issuer): State<Issuer>, Query(asked): Query<Asked>) -> Response {
    if let Some(sentence) = asked.refused() {
        return (StatusCode::BAD_REQUEST, sentence).into_response();
    }
    let request = issuer.grants.ask(asked, issuer.clock.seconds());
    let headers =
        [(header::CONTENT_SECURITY_POLICY, POLICY), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (headers, axum::response::Html(page::choice(&request))).into_response()
}

/// Who somebody chose to be.
#[derive(Deserialize)]
struct Choice {
    request: String,
    /// A person's id, or empty to go back without signing in.
    person: String,
}

async fn choose(State(issuer): State<Issuer>, Form(choice): Form<Choice>) -> Response {
    let now = issuer.clock.seconds();
    let asked = issuer.grants.asked(&choice.request, now);
    let Some((asked, Ok(mut url))) = asked.map(|asked| (asked.clone(), Url::parse(&asked.redirect_uri))) else {
        return (StatusCode::BAD_REQUEST, "This page is too old. Start again where you came from.").into_response();
    };
    if demo::people::ALL.iter().any(|person| person.id == choice.person) {
        let code = issuer.grants.grant(asked.clone(), &choice.person, now);
        url.query_pairs_mut().append_pair("code", &code);
    } else {
        url.query_pairs_mut().append_pair("error", "access_denied");
    }
    url.query_pairs_mut().append_pair("state", &asked.state);
    (StatusCode::FOUND, [(header::LOCATION, url.to_string())]).into_response()
}

async fn token(State(issuer): State<Issuer>, headers: HeaderMap, Form(exchange): Form<Exchange>) -> Response {
    let now = issuer.clock.seconds();
    let headers_out = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    let client_id = tokens::client_id(&headers, &exchange);
    let granted = issuer.grants.redeem(&exchange, &client_id, now);
    match granted.and_then(|granted| issuer.key.token(&issuer.url, &granted, now)) {
        Some(id_token) => {
            let answer = json!({"access_token": crate::secret::fresh(), "token_type": "Bearer", "expires_in": 60, "id_token": id_token});
            (headers_out, Json(answer)).into_response()
        }
        None => (StatusCode::BAD_REQUEST, headers_out, Json(json!({"error": "invalid_grant"}))).into_response(),
    }
}
