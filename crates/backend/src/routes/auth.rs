//! Who asks: a signed-in person, or a visitor whom the backend knows by a cookie alone.

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::{HeaderMap, HeaderValue, header, request::Parts},
};
use contract::{BEARER, CSRF_HEADER};

use crate::{
    problem::{Reason, Refusal},
    secret,
    state::Backend,
    store::{people::PersonRow, sessions::SessionRow},
};

/// The cookie of a signed-in person.
pub const SESSION_COOKIE: &str = "svar_session";
/// The cookie of a visitor who has asked something; it ends with the browser.
pub const VISITOR_COOKIE: &str = "svar_visitor";

/// How a session comes along with a request.
#[derive(Clone, Copy)]
pub enum Token<'a> {
    Cookie(&'a str),
    /// No browser adds it by itself, so that no other site can have it sent.
    Bearer(&'a str),
}

impl<'a> Token<'a> {
    /// The request's session; a bearer goes before a cookie.
    pub fn of(headers: &'a HeaderMap) -> Option<Self> {
        let line = headers.get(header::AUTHORIZATION).and_then(|line| line.to_str().ok());
        let bearer = line.and_then(|line| line.split_once(' ')).filter(|(kind, _)| kind.eq_ignore_ascii_case(BEARER));
        let bearer = bearer.map(|(_, token)| Self::Bearer(token.trim()));
        bearer.or_else(|| cookie(headers, SESSION_COOKIE).map(Self::Cookie))
    }

    /// What the session is found by.
    pub fn text(self) -> &'a str {
        match self {
            Self::Cookie(token) | Self::Bearer(token) => token,
        }
    }
}

/// A signed-in person. A call that changes something has to carry the session's word in
/// [`CSRF_HEADER`], unless the session is a bearer.
pub struct SignedIn(pub SessionRow);

impl SignedIn {
    /// The person.
    pub fn person(&self) -> &PersonRow {
        &self.0.person
    }
}

impl FromRequestParts<Backend> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, backend: &Backend) -> Result<Self, Refusal> {
        let token = Token::of(&parts.headers);
        let session = match token {
            Some(token) => backend.store.session(token.text(), backend.clock.seconds()).await?,
            None => None,
        };
        let session = session.ok_or(Reason::SignedOut.refusal())?;
        let word = parts.headers.get(CSRF_HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let is_on_purpose = matches!(token, Some(Token::Bearer(_)));
        if parts.method.is_safe() || is_on_purpose || secret::same(word, &session.csrf) {
            Ok(Self(session))
        } else {
            Err(Reason::CsrfInvalid.refusal())
        }
    }
}

impl OptionalFromRequestParts<Backend> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, backend: &Backend) -> Result<Option<Self>, Refusal> {
        if Token::of(&parts.headers).is_none() {
            return Ok(None);
        }
        <Self as FromRequestParts<Backend>>::from_request_parts(parts, backend).await.map(Some)
    }
}

/// A person or a visitor. What they make belongs to [`Whoever::owner`].
pub struct Whoever {
    pub session: Option<SessionRow>,
    /// Of the visitor's cookie, hashed.
    pub visitor: Option<String>,
}

impl Whoever {
    /// What is noted of a thing's owner: `person:…` or `visitor:…`; `None` for someone not seen before.
    #[must_use]
    pub fn owner(&self) -> Option<String> {
        let person = self.session.as_ref().map(|session| format!("person:{}", session.person.id));
        person.or_else(|| self.visitor.as_ref().map(|visitor| format!("visitor:{visitor}")))
    }

    /// Whether a thing with that owner is theirs: what a person made before signing in stays theirs.
    #[must_use]
    pub fn owns(&self, owner: &str) -> bool {
        match owner.split_once(':') {
            Some(("person", id)) => self.session.as_ref().is_some_and(|session| session.person.id == id),
            Some(("visitor", id)) => self.visitor.as_deref() == Some(id),
            _ => false,
        }
    }
}

impl FromRequestParts<Backend> for Whoever {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, backend: &Backend) -> Result<Self, Refusal> {
        let session = match <SignedIn as FromRequestParts<Backend>>::from_request_parts(parts, backend).await {
            Ok(SignedIn(session)) => Some(session),
            Err(refusal) if refusal.reason() == Reason::SignedOut => None,
            Err(refusal) => return Err(refusal),
        };
        let visitor = cookie(&parts.headers, VISITOR_COOKIE).map(secret::hash);
        Ok(Self { session, visitor })
    }
}

/// Whose a thing is that is made now; someone not seen before gets a cookie.
pub fn owner(backend: &Backend, whoever: &Whoever) -> (String, Option<HeaderValue>) {
    match whoever.owner() {
        Some(owner) => (owner, None),
        None => {
            let token = secret::fresh();
            (format!("visitor:{}", secret::hash(&token)), set_cookie(backend, VISITOR_COOKIE, &token, None))
        }
    }
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    lines
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// The line that gives a cookie to a browser; without `max_age_s` it ends with the browser, with 0 it goes at once.
pub fn set_cookie(backend: &Backend, name: &str, value: &str, max_age_s: Option<i64>) -> Option<HeaderValue> {
    let age = max_age_s.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let secure = if backend.has_secure_cookies { "; Secure" } else { "" };
    HeaderValue::from_str(&format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}")).ok()
}
