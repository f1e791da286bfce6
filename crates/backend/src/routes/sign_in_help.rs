//! "I can't sign in": an e-mail request without an account. It reaches support once its one-time link is followed.

use axum::{extract::State, http::StatusCode, response::Response};
use contract::{Problem, SignInHelpConfirmation, SignInHelpRequest, SignInHelpSent, routes};

use super::{answer, cases::fault_words, help::published, request::Json};
use crate::{
    guests,
    mail::{self, Mail, Occasion},
    problem::{Reason, Refusal},
    secret,
    state::Backend,
    store::{
        attempts::Limit,
        guests::GuestRequest,
        people::email_key,
        sign_in_help::{Confirmed, Unconfirmed},
    },
};

/// Three mails to an address, then five minutes of waiting, then twice as long each time, up to a day: nobody's
/// mailbox is filled through us.
const MAILS: Limit =
    Limit { scope: "sign_in_help", free: 3, first_s: 300, most_s: 24 * 3_600, forgotten_after_s: 24 * 3_600 };

/// Keeps a request unconfirmed, and sends a one-time link to its address. The answer is the same whether or not
/// somebody has an account with it.
#[utoipa::path(post, path = routes::SESSION_HELP, context_path = routes::BASE, tag = "session",
    request_body = SignInHelpRequest,
    responses(
    (status = 202, description = "A mail with a one-time link is on its way; it holds none of what was asked."),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "`too_many_attempts`, with `Retry-After`", body = Problem,
        content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn ask(
    State(backend): State<Backend>,
    Json(request): Json<SignInHelpRequest>,
) -> Result<StatusCode, Refusal> {
    let published = published(&backend)?;
    let (email, question) = check(&request)?;
    let unknown = || Reason::BodyInvalid.at("/locale", "unknown", "This language is not one of `/meta`.");
    let locale = published.known(&request.locale).ok_or_else(unknown)?;
    let texts = published.mail(locale).ok_or(Reason::NotReady.refusal())?;
    let now = backend.clock.seconds();
    if let Some(seconds) = backend.store.try_once(&MAILS, &email_key(email), now).await? {
        return Err(Reason::TooManyAttempts.refusal().after(u64::try_from(seconds).unwrap_or_default()));
    }
    let token = secret::fresh();
    let link = format!("{}/{locale}/sign-in/help#{token}", backend.site_url);
    let message_id = format!("sign-in-help.{}", uuid::Uuid::new_v4());
    let occasion = Occasion { message_id: &message_id, to: email, link: &link, number: "", words: "", now };
    let mail = Mail { has_secret: true, ..mail::written(&texts.sign_in_help, &occasion) };
    let unconfirmed = Unconfirmed { email, question: &question, locale, token: &token };
    backend.store.keep_unconfirmed(&unconfirmed, &mail, now).await?;
    Ok(StatusCode::ACCEPTED)
}

fn check(request: &SignInHelpRequest) -> Result<(&str, String), Refusal> {
    let email = request.email.trim();
    if !mail::is_address(email) {
        return Err(Reason::BodyInvalid.at("/email", "malformed", "This is no e-mail address."));
    }
    let question = rules::message::check(&request.question).map_err(|fault| {
        let (code, detail) = fault_words(fault);
        Reason::BodyInvalid.at("/question", code, detail)
    })?;
    Ok((email, question))
}

/// Follows the one-time link: support gets the request.
#[utoipa::path(post, path = routes::SESSION_HELP_CONFIRMATION, context_path = routes::BASE, tag = "session",
    request_body = SignInHelpConfirmation,
    responses(
    (status = 200, description = "Support has it: in a case of its own, or in the open one of the same address.", body = SignInHelpSent),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such link.", body = Problem, content_type = "application/problem+json"),
    (status = 410, description = "`token_used`, `token_expired`", body = Problem,
        content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn confirm(
    State(backend): State<Backend>,
    Json(request): Json<SignInHelpConfirmation>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let made = |request: &GuestRequest| guests::case(&backend, &published, request);
    match backend.store.confirm(&request.token, backend.clock.seconds(), made).await? {
        Confirmed::Opened(number) => {
            answer::fresh(&SignInHelpSent { number, expected_reply_s: u64::from(backend.email_reply_s) })
        }
        Confirmed::Used => Err(Reason::TokenUsed.refusal()),
        Confirmed::Expired => Err(Reason::TokenExpired.refusal()),
        Confirmed::Unknown => Err(Reason::NotFound.refusal()),
    }
}
