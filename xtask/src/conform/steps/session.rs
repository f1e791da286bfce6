//! Signing in, and who is signed in.

use contract::{BEARER, SESSION_HEADER, routes};
use serde_json::json;
use ureq::http::Method;

use crate::conform::client::{Answer, Ask};
use crate::conform::run::Run;
use crate::conform::words::{fresh_id, word};

/// Wrong passwords for one address until the backend has to ask for a rest.
const ATTEMPTS: usize = 12;

/// `POST` and `GET /session`.
pub fn take(run: &mut Run<'_>) {
    let nobody = Ask::get(routes::SESSION).by_nobody();
    let answer = run.refused("GET /session where nobody is signed in", &nobody, 401, "signed_out");
    run.is_private(routes::SESSION, &answer);
    if run.learnt.sign_in == "redirect" {
        redirect(run);
    } else {
        refusals(run);
        if run.given.has_attempts {
            attempts(run);
        } else {
            run.leave("many wrong passwords for an address", "--no-attempts");
        }
        password(run);
    }
    if let Some(cookie) = run.given.cookie.clone().filter(|_| !run.learnt.is_signed_in) {
        run.client.keep(&cookie);
        let found = run.wanted(&Ask::get(routes::SESSION), 200);
        found.iter().for_each(|answer| begun(run, answer));
    }
}

fn redirect(run: &mut Run<'_>) {
    let answer = run.call(&Ask::get(format!("{}?next=%2Fen", routes::SESSION_REDIRECT)));
    let place = answer.header("location").to_owned();
    let is_kept = answer.status == 302 && place.contains("://");
    run.claim("GET /session/redirect leads to the issuer", is_kept, format!("{} to `{place}`", answer.told()));
    for part in ["state=", "nonce=", "code_challenge="] {
        run.claim(format!("the way to the issuer has `{part}`"), place.contains(part), "it has not");
    }
}

fn post(email: &str, password: &str) -> Ask {
    Ask::send(Method::POST, routes::SESSION, &json!({"email": email, "password": password}))
}

fn nobodys_address() -> String {
    format!("conform-{}@example.com", fresh_id())
}

fn refusals(run: &mut Run<'_>) {
    run.refused("signing in to no account", &post(&nobodys_address(), "wrong"), 401, "credentials_invalid");
    let answer = run.refused("signing in without an address", &post("nobody", "wrong"), 422, "body_invalid");
    let pointer = word(&answer.json(), "/errors/0/pointer").to_owned();
    run.claim("the refusal points at `/email`", pointer == "/email", format!("it points at `{pointer}`"));
    let further = json!({"email": nobodys_address(), "password": "wrong", "remember": true});
    let ask = Ask::send(Method::POST, routes::SESSION, &further);
    run.refused("signing in with an unknown field", &ask, 422, "body_invalid");
}

fn attempts(run: &mut Run<'_>) {
    let email = nobodys_address();
    let mut last = None;
    for _ in 0..ATTEMPTS {
        let answer = run.call(&post(&email, "wrong"));
        let is_over = answer.status == 429;
        last = Some(answer);
        if is_over {
            break;
        }
    }
    let Some(answer) = last else { return };
    let claim = format!("{ATTEMPTS} wrong passwords for an address are refused 429 `too_many_attempts`");
    run.claim(claim, answer.status == 429 && answer.code() == "too_many_attempts", answer.told());
    let rest = answer.header("retry-after").to_owned();
    run.claim("429 comes with `Retry-After`", rest.parse::<u32>().is_ok(), format!("it is `{rest}`"));
}

fn password(run: &mut Run<'_>) {
    let Some(account) = run.given.account.as_ref() else { return };
    let ask = post(&account.email, &account.password);
    let Some(answer) = run.wanted(&ask, 200) else { return };
    let line = answer.header("set-cookie").to_owned();
    for part in ["HttpOnly", "SameSite=Lax"] {
        let is_there = line.to_lowercase().contains(&part.to_lowercase());
        run.claim(format!("the session's cookie is `{part}`"), is_there, "it is not");
    }
    let before = run.client.cookie_line();
    begun(run, &answer);
    run.claim("a session has its word, `csrf`", !run.client.word.is_empty(), "it has none");
    let again = run.call(&ask);
    run.claim("signing in again gives another session", run.client.cookie_line() != before, "it is the same");
    begun(run, &again);
    if let Some(found) = run.wanted(&Ask::get(routes::SESSION), 200) {
        let (one, other) = (found.json(), answer.json());
        let is_same = word(&one, "/person/id") == word(&other, "/person/id");
        run.claim("GET /session says who signed in", is_same, "it is somebody else");
        run.is_private(routes::SESSION, &found);
    }
    bearer(run, ask.with(SESSION_HEADER, BEARER).by_nobody());
}

/// A session without a cookie, for sites on another site than the backend.
fn bearer(run: &mut Run<'_>, ask: Ask) {
    let answer = run.call(&ask);
    let line = format!("Bearer {}", word(&answer.json(), "/bearer"));
    if line.ends_with(' ') {
        run.leave("a session by bearer", "optional: `svar-session: bearer` gives none");
        return;
    }
    let is_alone = answer.header("set-cookie").is_empty();
    run.claim("a bearer comes without a cookie", is_alone, "one comes along");
    let with =
        |method| Ask::new(method, routes::SESSION).by_nobody().without_word().with("authorization", line.clone());
    let found = run.call(&with(Method::GET));
    run.claim("a bearer says who is signed in", found.status == 200, found.told());
    if run.wanted(&with(Method::DELETE), 204).is_some() {
        run.refused("a bearer after signing out", &with(Method::GET), 401, "signed_out");
    }
}

fn begun(run: &mut Run<'_>, answer: &Answer) {
    word(&answer.json(), "/csrf").clone_into(&mut run.client.word);
    run.learnt.is_signed_in = answer.status == 200;
}
