//! Signing in with a password, who is signed in, and signing out.
//!
//! Signing in needs no word against forgery: it only takes `application/json`, which a form of another site cannot
//! send, and a script of another site would have to be permitted first, which only listed origins are.

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use contract::{BEARER, Person, Problem, SESSION_HEADER, Session, SignInRequest, routes};
use time::OffsetDateTime;

use super::{
    answer,
    auth::{SESSION_COOKIE, SignedIn, Token, VISITOR_COOKIE, Whoever, set_cookie},
    request::Json,
};
use crate::{
    mail, password,
    problem::{Reason, Refusal},
    state::Backend,
    store::{
        attempts::Limit,
        people::{PersonRow, email_key},
        sessions::{NewSession, SESSION_S},
    },
};

/// Five wrong passwords for an address, then 30 s of waiting, then twice as long each time, up to 15 minutes; signing
/// in, or a day of rest, clears the count. A limit for each network is the business of the proxy in front, which
/// knows it; here only few passwords are checked at a time.
const WRONG_PASSWORDS: Limit =
    Limit { scope: "sign_in", free: 5, first_s: 30, most_s: 900, forgotten_after_s: 24 * 3_600 };

/// What a browser forgets on signing out. Not "cookies": that would end sessions of the whole domain, which are not
/// ours; our own two are taken back by name.
const FORGOTTEN: (HeaderName, HeaderValue) =
    (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\", \"storage\""));

/// Signs in. An earlier session of the browser ends, and the new one has an id that was never used.
#[utoipa::path(post, path = routes::SESSION, context_path = routes::BASE, tag = "session",
    params(("svar-session" = Option<String>, Header,
        description = "`bearer` for the session in the answer, where browsers send no cookies to another site.")),
    request_body = SignInRequest, responses(
    (status = 200, description = "Signed in, with the cookie `svar_session` or with `bearer`.", body = Session),
    (status = 400, description = "`json_malformed`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`credentials_invalid`: the same for an unknown address and a wrong password.",
        body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "People sign in elsewhere.", body = Problem, content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`media_type_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`body_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "`too_many_attempts`, with `Retry-After`", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn sign_in(
    State(backend): State<Backend>,
    headers: HeaderMap,
    Json(request): Json<SignInRequest>,
) -> Result<Response, Refusal> {
    if backend.oidc.is_some() {
        return Err(Reason::NotFound.refusal());
    }
    check(&request)?;
    let key = email_key(&request.email);
    if let Some(seconds) = backend.store.try_once(&WRONG_PASSWORDS, &key, backend.clock.seconds()).await? {
        return Err(Reason::TooManyAttempts.refusal().after(u64::try_from(seconds).unwrap_or_default()));
    }
    let person = backend.store.person_by_email(&request.email).await?;
    let kept = person.as_ref().map(|person| person.password_hash.clone());
    let is_right = password::is_right(request.password, kept).await?;
    let Some(person) = person.filter(|_| is_right) else { return Err(Reason::CredentialsInvalid.refusal()) };
    backend.store.forget_attempts(&WRONG_PASSWORDS, &key).await?;
    let session = begin(&backend, &headers, &person).await?;
    let told = told(&person, &session.csrf, session.expires_at);
    if headers.get(SESSION_HEADER).is_some_and(|kind| kind == BEARER) {
        return answer::fresh(&Session { bearer: Some(session.token), ..told });
    }
    Ok((cookie_of(&backend, &session), answer::fresh(&told)?).into_response())
}

fn check(request: &SignInRequest) -> Result<(), Refusal> {
    if !mail::is_address(request.email.trim()) {
        return Err(Reason::BodyInvalid.at("/email", "malformed", "This is no e-mail address."));
    }
    match request.password.chars().count() {
        0 => Err(Reason::BodyInvalid.at("/password", "empty", "The password is missing.")),
        count if count > password::MAX_CHARS => {
            Err(Reason::BodyInvalid.at("/password", "too_long", "A password has at most 1,000 characters."))
        }
        _ => Ok(()),
    }
}

/// Begins a session, and ends the one whose cookie came along.
pub(super) async fn begin(backend: &Backend, headers: &HeaderMap, person: &PersonRow) -> Result<NewSession, Refusal> {
    if let Some(earlier) = Token::of(headers) {
        backend.store.end_session(earlier.text()).await?;
    }
    Ok(backend.store.begin_session(&person.id, backend.clock.seconds()).await?)
}

/// The line that gives a browser its session.
pub(super) fn cookie_of(backend: &Backend, session: &NewSession) -> AppendHeaders<Option<(HeaderName, HeaderValue)>> {
    let line = set_cookie(backend, SESSION_COOKIE, &session.token, Some(SESSION_S));
    AppendHeaders(line.map(|line| (header::SET_COOKIE, line)))
}

/// Who is signed in here.
#[utoipa::path(get, path = routes::SESSION, context_path = routes::BASE, tag = "session", responses(
    (status = 200, description = "Somebody is.", body = Session),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn session(SignedIn(session): SignedIn) -> Result<Response, Refusal> {
    answer::fresh(&told(&session.person, &session.csrf, session.expires_at))
}

/// Signs out, also where nobody was signed in any more: the device is left as if nobody had been.
#[utoipa::path(delete, path = routes::SESSION, context_path = routes::BASE, tag = "session", responses(
    (status = 204, description = "Nobody is signed in. `Clear-Site-Data` empties what the site kept on the device."),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn sign_out(State(backend): State<Backend>, headers: HeaderMap, _: Whoever) -> Result<Response, Refusal> {
    if let Some(token) = Token::of(&headers) {
        backend.store.end_session(token.text()).await?;
    }
    let gone = [SESSION_COOKIE, VISITOR_COOKIE].map(|name| set_cookie(&backend, name, "", Some(0)));
    let gone = gone.into_iter().flatten().map(|line| (header::SET_COOKIE, line));
    // Whoever asks without cookies may not have the browser empty anything, and has kept nothing.
    let forgotten = (!headers.contains_key(header::AUTHORIZATION)).then_some(FORGOTTEN);
    Ok((StatusCode::NO_CONTENT, AppendHeaders(forgotten), AppendHeaders(gone)).into_response())
}

fn told(person: &PersonRow, csrf: &str, expires_at: i64) -> Session {
    Session {
        person: shown(person),
        csrf: csrf.to_owned(),
        bearer: None,
        expires_at: OffsetDateTime::from_unix_timestamp(expires_at).unwrap_or(OffsetDateTime::UNIX_EPOCH),
    }
}

/// What a person may know of their own account.
pub(super) fn shown(person: &PersonRow) -> Person {
    Person {
        id: person.id.clone(),
        display_name: person.display_name.clone(),
        email_masked: masked(&person.email),
        roles: person.roles().map(str::to_owned).collect(),
        language: person.language.clone(),
        support_language: person.support_language.clone(),
        timezone: person.timezone.clone(),
        restrictions: person.restrictions().map(str::to_owned).collect(),
    }
}

/// Enough of an address to recognise it by: never all of the part before the `@`.
fn masked(email: &str) -> String {
    let (name, host) = email.rsplit_once('@').unwrap_or_default();
    let mut letters = name.chars();
    let (first, middle, last) = (letters.next(), letters.clone().count(), letters.next_back());
    match (first, last) {
        (Some(first), Some(last)) if middle > 1 => format!("{first}…{last}@{host}"),
        (Some(first), Some(_)) => format!("{first}…@{host}"),
        _ => format!("…@{host}"),
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn an_address_is_hinted_at() {
        for (name, email, expected) in [
            ("usual", "anna@example.com", "a…a@example.com"),
            ("three_letters", "ben@example.com", "b…n@example.com"),
            ("two_letters", "bo@example.com", "b…@example.com"),
            ("one_letter", "a@example.com", "…@example.com"),
            ("other_script", "åsaö@example.com", "å…ö@example.com"),
            ("an_at_in_the_name", "\"a@b\"@example.com", "\"…\"@example.com"),
            ("none", "", "…@"),
        ] {
            assert_eq!(masked(email), expected, "{name}");
        }
    }
}
