//! Who is at the desk.

use axum::{
    extract::{FromRequestParts, OptionalFromRequestParts},
    http::{HeaderValue, request::Parts},
};

use super::{HOME, fault::Fault};
use crate::{
    routes::cookie,
    secret,
    state::Backend,
    store::staff::{DESK_SESSION_S, StaffSessionRow},
};

/// The cookie of a member of the team.
pub const COOKIE: &str = "svar_desk";

/// A member of the team who is signed in.
pub struct AtDesk(pub StaffSessionRow);

impl AtDesk {
    /// Refuses a form that does not carry the session's word.
    pub fn check(&self, csrf: &str) -> Result<(), Fault> {
        if secret::same(csrf, &self.0.csrf) { Ok(()) } else { Err(Fault::Csrf) }
    }
}

impl FromRequestParts<Backend> for AtDesk {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, backend: &Backend) -> Result<Self, Fault> {
        let session = match cookie(&parts.headers, COOKIE) {
            Some(token) => backend.store.desk_session(token, backend.clock.seconds()).await?,
            None => None,
        };
        let next = parts.uri.path_and_query().map_or(HOME, |next| next.as_str());
        session.map(Self).ok_or_else(|| Fault::SignedOut(next.to_owned()))
    }
}

impl OptionalFromRequestParts<Backend> for AtDesk {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, backend: &Backend) -> Result<Option<Self>, Fault> {
        match <Self as FromRequestParts<Backend>>::from_request_parts(parts, backend).await {
            Ok(at_desk) => Ok(Some(at_desk)),
            Err(Fault::SignedOut(_)) => Ok(None),
            Err(fault) => Err(fault),
        }
    }
}

/// The line that gives the cookie to a browser, or takes it away where there is no token.
pub fn set_cookie(backend: &Backend, token: Option<&str>) -> Option<HeaderValue> {
    let secure = if backend.has_secure_cookies { "; Secure" } else { "" };
    let age = token.map_or(0, |_| DESK_SESSION_S);
    let token = token.unwrap_or_default();
    let line = format!("{COOKIE}={token}; Path={HOME}; HttpOnly; SameSite=Strict; Max-Age={age}{secure}");
    HeaderValue::from_str(&line).ok()
}

/// Where to go after signing in: a page of the desk, whatever was asked for.
pub fn next(wanted: &str) -> &str {
    let inside = wanted.strip_prefix(HOME).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let is_plain = wanted.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'\\' | b'%' | b'#'));
    let leads_away = wanted.contains("//") || wanted.contains("..") || wanted.starts_with("/desk/sign-");
    if inside && is_plain && !leads_away { wanted } else { HOME }
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn signing_in_leads_to_a_page_of_the_desk() {
        for (name, wanted, expected) in [
            ("home", "/desk", "/desk"),
            ("tab", "/desk?turn=none", "/desk?turn=none"),
            ("case", "/desk/cases/0199a0c2", "/desk/cases/0199a0c2"),
            ("empty", "", "/desk"),
            ("other_place", "/en/cases", "/desk"),
            ("longer_name", "/desktop", "/desk"),
            ("other_site", "https://other.example/desk", "/desk"),
            ("without_scheme", "//other.example/desk", "/desk"),
            ("slashes_inside", "/desk//other.example", "/desk"),
            ("up", "/desk/../en", "/desk"),
            ("backslash", "/desk/\\other.example", "/desk"),
            ("encoded", "/desk/%2e%2e/en", "/desk"),
            ("line_end", "/desk/a\r\nx: y", "/desk"),
            ("other_letters", "/desk/å", "/desk"),
            ("round_and_round", "/desk/sign-in", "/desk"),
            ("out_again", "/desk/sign-out", "/desk"),
        ] {
            assert_eq!(next(wanted), expected, "{name}");
        }
    }
}
