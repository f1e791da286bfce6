//! Signing in at the desk, and out.

use axum::{
    extract::{
        Form, Query, State,
        rejection::{FormRejection, QueryRejection},
    },
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use serde::Deserialize;

use super::{
    HOME,
    fault::Fault,
    layout,
    session::{AtDesk, COOKIE, next, set_cookie},
};
use crate::{
    availability, password,
    routes::cookie,
    state::Backend,
    store::{attempts::Limit, people::email_key},
};

/// Longest address that is looked up, in characters.
const EMAIL_MAX: usize = 254;

/// Five passwords for an address, then a quarter of an hour of waiting, after which five more are free.
const PASSWORDS: Limit = Limit { scope: "desk_sign_in", free: 5, first_s: 900, most_s: 900, forgotten_after_s: 900 };

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Wanted {
    #[serde(default)]
    next: String,
}

/// What is typed.
#[derive(Deserialize)]
pub struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
}

/// The session's word.
#[derive(Deserialize)]
pub struct SignOutForm {
    #[serde(default)]
    csrf: String,
}

/// The address of the page, which leads to `wanted` afterwards.
pub fn address(wanted: &str) -> String {
    match next(wanted) {
        HOME => "/desk/sign-in".to_owned(),
        // Of an address inside the desk, only these would be read as something else.
        inside => format!("/desk/sign-in?next={}", inside.replace('&', "%26").replace('+', "%2B")),
    }
}

/// The page.
pub async fn page(at_desk: Option<AtDesk>, wanted: Result<Query<Wanted>, QueryRejection>) -> Response {
    let wanted = wanted.map(|Query(wanted)| wanted.next).unwrap_or_default();
    if at_desk.is_some() {
        return Redirect::to(next(&wanted)).into_response();
    }
    layout::page("Sign in", None, &form(next(&wanted), "", None)).into_response()
}

/// Signs in a member of the team. Nobody learns who is one.
pub async fn sign_in(
    State(backend): State<Backend>,
    form: Result<Form<SignInForm>, FormRejection>,
) -> Result<Response, Fault> {
    let Form(typed) = form.map_err(|_| Fault::Unreadable)?;
    let next = next(&typed.next);
    let now = backend.clock.seconds();
    let email: String = typed.email.chars().filter(|letter| !letter.is_control()).take(EMAIL_MAX).collect();
    if let Some(seconds) = backend.store.try_once(&PASSWORDS, &email_key(&email), now).await? {
        return Ok(locked(next, &email, seconds));
    }
    let staff = backend.store.staff_by_email(&email).await?;
    let is_short = typed.password.chars().count() <= password::MAX_CHARS;
    let kept = staff.as_ref().map(|staff| staff.password_hash.clone()).filter(|_| is_short);
    let is_right = password::is_right(typed.password.chars().take(password::MAX_CHARS).collect(), kept).await?;
    let Some(staff) = staff.filter(|_| is_right) else {
        let said = "The e-mail address and the password do not belong together.";
        let page = layout::page("Sign in", None, &form_again(next, &email, said));
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    backend.store.forget_attempts(&PASSWORDS, &email_key(&email)).await?;
    let token = backend.store.begin_desk_session(&staff, now).await?;
    Ok(with_cookie(Redirect::to(next), set_cookie(&backend, Some(&token))))
}

/// Signs out.
pub async fn sign_out(
    State(backend): State<Backend>,
    at_desk: AtDesk,
    headers: axum::http::HeaderMap,
    form: Result<Form<SignOutForm>, FormRejection>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    at_desk.check(&form.csrf)?;
    if let Some(token) = cookie(&headers, COOKIE) {
        backend.store.end_desk_session(token).await?;
    }
    // Whoever has gone is not there for anybody.
    backend.store.leave(&at_desk.0.staff.id).await?;
    availability::changed(&backend).await;
    Ok(with_cookie(Redirect::to("/desk/sign-in"), set_cookie(&backend, None)))
}

fn with_cookie(redirect: Redirect, cookie: Option<HeaderValue>) -> Response {
    let mut response = redirect.into_response();
    if let Some(cookie) = cookie {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

fn locked(next: &str, email: &str, seconds: i64) -> Response {
    let minutes = (seconds + 59) / 60;
    let unit = if minutes == 1 { "minute" } else { "minutes" };
    let said = format!("Too many attempts for this address. Try again in {minutes} {unit}.");
    let page = layout::page("Sign in", None, &form_again(next, email, &said));
    let retry = [(header::RETRY_AFTER, HeaderValue::from(seconds))];
    (StatusCode::TOO_MANY_REQUESTS, retry, page).into_response()
}

fn form_again(next: &str, email: &str, said: &str) -> Markup {
    form(next, email, Some(said))
}

fn form(next: &str, email: &str, said: Option<&str>) -> Markup {
    html! {
        form.sign-in method="post" action="/desk/sign-in" {
            h1 { "Sign in to the desk" }
            @if let Some(said) = said { p.fault #said role="alert" { (said) } }
            input type="hidden" name="next" value=(next);
            label for="email" { "E-mail address" }
            input #email type="email" name="email" value=(email) autocomplete="username" required autofocus[said.is_none()]
                aria-describedby=[said.map(|_| "said")];
            label for="password" { "Password" }
            input #password type="password" name="password" autocomplete="current-password" required
                autofocus[said.is_some()];
            button type="submit" { "Sign in" }
        }
    }
}
