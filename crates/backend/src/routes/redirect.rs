//! Signing in elsewhere: the way to the issuer and back. These are pages that a browser goes to, so that what goes
//! wrong leads back to the sign-in page, with the reason and with where the person wanted to go.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use contract::{Problem, routes};
use openidconnect::url::form_urlencoded;
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    auth::{cookie, set_cookie},
    help::published,
    request::Params,
    session,
};
use crate::{
    oidc::Oidc,
    problem::{Reason, Refusal},
    secret,
    state::Backend,
    store::{
        identities::{AWAY_S, Leaving, Returning},
        people::PersonRow,
    },
};

/// Binds the way to the issuer and back to one browser.
const BROWSER_COOKIE: &str = "svar_sign_in";
/// Where somebody goes who came from nowhere in particular.
const HOME: &str = "/";

/// Why somebody is back on the sign-in page: its parameter `failed`.
#[derive(Clone, Copy, Debug)]
enum Failed {
    IssuerUnavailable,
    StateInvalid,
    Refused,
    AccountUnknown,
}

impl Failed {
    fn word(self) -> &'static str {
        match self {
            Self::IssuerUnavailable => "issuer_unavailable",
            Self::StateInvalid => "state_invalid",
            Self::Refused => "refused",
            Self::AccountUnknown => "account_unknown",
        }
    }
}

/// Where the person wants to be afterwards.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Departing {
    /// A path of the site; anything else is left out.
    next: Option<String>,
}

/// Sends the browser to the issuer.
#[utoipa::path(get, path = routes::SESSION_REDIRECT, context_path = routes::BASE, tag = "session", params(Departing),
    responses(
    (status = 302, description = "To the issuer; or to the sign-in page with `failed` and `next`."),
    (status = 404, description = "People sign in with a password.", body = Problem,
        content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn depart(
    State(backend): State<Backend>,
    headers: HeaderMap,
    Params(departing): Params<Departing>,
) -> Result<Response, Refusal> {
    let oidc = issuer(&backend)?;
    let next = departing.next.as_deref().and_then(rules::next::safe).unwrap_or(HOME);
    let departure = match oidc.depart().await {
        Ok(departure) => departure,
        Err(error) => {
            tracing::warn!(%error, "nobody can sign in");
            return back(&backend, Failed::IssuerUnavailable, next);
        }
    };
    // One cookie for the browser, so that two tabs can be on their way at once.
    let browser = cookie(&headers, BROWSER_COOKIE).filter(|word| word.len() == secret::fresh().len());
    let browser = browser.map_or_else(secret::fresh, str::to_owned);
    let leaving = Leaving {
        state: &departure.state,
        browser: &browser,
        nonce: &departure.nonce,
        pkce_verifier: &departure.pkce_verifier,
        next,
    };
    backend.store.remember_leaving(&leaving, backend.clock.seconds()).await?;
    let line = set_cookie(&backend, BROWSER_COOKIE, &browser, Some(AWAY_S));
    let line = AppendHeaders(line.map(|line| (header::SET_COOKIE, line)));
    Ok((line, to(&departure.url)?).into_response())
}

/// What the issuer sends along.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Arriving {
    code: Option<String>,
    state: Option<String>,
}

/// Takes a person back from the issuer, who is signed in from now on.
#[utoipa::path(get, path = routes::SESSION_CALLBACK, context_path = routes::BASE, tag = "session", params(Arriving),
    responses(
    (status = 302, description = "To where the person wanted to be, signed in; or to the sign-in page with `failed`: \
        `state_invalid`, `refused`, `account_unknown`."),
    (status = 404, description = "People sign in with a password.", body = Problem,
        content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn arrive(
    State(backend): State<Backend>,
    headers: HeaderMap,
    Params(arriving): Params<Arriving>,
) -> Result<Response, Refusal> {
    let oidc = issuer(&backend)?;
    let (state, browser) = (arriving.state.unwrap_or_default(), cookie(&headers, BROWSER_COOKIE).unwrap_or_default());
    let known = backend.store.take_returning(&state, browser, backend.clock.seconds()).await?;
    let Some(known) = known else { return back(&backend, Failed::StateInvalid, HOME) };
    match person(&backend, &oidc, arriving.code.as_deref(), &known).await? {
        Ok(person) => {
            let session = session::begin(&backend, &headers, &person).await?;
            let place = format!("{}{}", backend.site_url, known.next);
            Ok((session::cookie_of(&backend, &session), to(&place)?).into_response())
        }
        Err(failed) => back(&backend, failed, &known.next),
    }
}

/// Who comes back with a code: the account of issuer and subject.
async fn person(
    backend: &Backend,
    oidc: &Oidc,
    code: Option<&str>,
    known: &Returning,
) -> Result<Result<PersonRow, Failed>, Refusal> {
    let Some(code) = code else { return Ok(Err(Failed::Refused)) };
    let now = backend.clock.seconds();
    let subject = match oidc.arrive(code, &known.pkce_verifier, &known.nonce, now).await {
        Ok(subject) => subject,
        Err(error) => {
            tracing::warn!(%error, "somebody was not signed in");
            return Ok(Err(Failed::Refused));
        }
    };
    let person = backend.store.person_by_identity(oidc.issuer(), &subject).await?;
    Ok(person.ok_or(Failed::AccountUnknown))
}

fn issuer(backend: &Backend) -> Result<std::sync::Arc<Oidc>, Refusal> {
    backend.oidc.clone().ok_or(Reason::NotFound.refusal())
}

/// To the sign-in page, in the language of where the person wanted to go.
fn back(backend: &Backend, failed: Failed, next: &str) -> Result<Response, Refusal> {
    let published = published(backend)?;
    let first = next.split(['/', '?', '#']).nth(1).unwrap_or_default();
    let locale = if published.tags().iter().any(|tag| tag == first) { first } else { &published.default_locale };
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("failed", failed.word())
        .append_pair("next", next)
        .finish();
    to(&format!("{}/{locale}/sign-in?{query}", backend.site_url))
}

fn to(place: &str) -> Result<Response, Refusal> {
    let place = HeaderValue::from_str(place).map_err(|_| Reason::Internal.refusal())?;
    Ok((StatusCode::FOUND, [(header::LOCATION, place)]).into_response())
}
