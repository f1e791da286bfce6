//! Help for those who cannot sign in. No mail is sent: only what is refused is asked.

use contract::routes;
use serde_json::json;
use ureq::http::Method;

use crate::conform::client::Ask;
use crate::conform::run::Run;

/// `POST /session/help` and its confirmation.
pub fn take(run: &mut Run<'_>) {
    let post = |path: &str, body| Ask::send(Method::POST, path, &body).by_nobody();
    let body = json!({"email": "nobody", "question": "Conformance.", "locale": "en"});
    run.refused("a request without an address", &post(routes::SESSION_HELP, body), 422, "body_invalid");
    let body = json!({"token": "conform-was-never-given-this"});
    run.refused("a link that was never sent", &post(routes::SESSION_HELP_CONFIRMATION, body), 404, "not_found");
    run.leave("a mail with a one-time link", "this run sends no mails");
}
