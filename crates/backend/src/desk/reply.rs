//! What a member of the team does with a case: answers, takes it up, closes it, opens it again.

use axum::{
    extract::{Form, Path, State, rejection::FormRejection},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::html;
use rules::{
    case::CaseEvent,
    message::{self, MessageFault},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    case::{self, Note, Seen, Whole},
    fault::Fault,
    layout,
    session::AtDesk,
};
use crate::{
    case_mail::{self, Answered},
    hashing,
    state::Backend,
    store::{
        cases::{Change, Changed},
        conversations::NewMessage,
    },
};

/// An answer, and what was seen when it was written.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct ReplyForm {
    csrf: String,
    client_id: String,
    version: i64,
    seen_state: String,
    seen_seq: i64,
    text: String,
    then: String,
}

/// A change without words, and what was seen when it was chosen.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct StateForm {
    csrf: String,
    version: i64,
    seen_state: String,
    seen_seq: i64,
    to: String,
}

/// Sends an answer.
pub async fn reply(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    Path(id): Path<String>,
    form: Result<Form<ReplyForm>, FormRejection>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let Some(at_desk) = at_desk else { return Ok(signed_out(&id, &form.text)) };
    at_desk.check(&form.csrf)?;
    let whole = case::whole(&backend, &id).await?;
    let client_id = Uuid::try_parse(&form.client_id).map_err(|_| Fault::Unreadable)?.to_string();
    let event = match form.then.as_str() {
        "wait" => CaseEvent::Answered,
        "close" => CaseEvent::Closed,
        _ => return Err(Fault::Unreadable),
    };
    let text = match message::check(&form.text) {
        Ok(text) => text,
        Err(fault) => return Ok(unusable(&backend, &at_desk, &whole, form.text, fault)),
    };
    let answer = Reply { client_id: &client_id, version: form.version, event, text: &text };
    match send(&backend, &at_desk, &whole, &answer).await? {
        Changed::Now => Ok(done(&whole, &form.then)),
        Changed::Before => Ok(done(&whole, "before")),
        Changed::Meanwhile | Changed::Impossible => {
            let seen = Seen { state: form.seen_state, seq: form.seen_seq };
            shown_again(&backend, &at_desk, &id, form.text, seen).await
        }
    }
}

/// An answer that can be sent.
struct Reply<'a> {
    client_id: &'a str,
    version: i64,
    event: CaseEvent,
    text: &'a str,
}

async fn send(backend: &Backend, at_desk: &AtDesk, whole: &Whole, reply: &Reply<'_>) -> Result<Changed, Fault> {
    let Reply { client_id, version, event, text } = *reply;
    let (now, staff) = (backend.clock.seconds(), &at_desk.0.staff);
    let message = NewMessage {
        conversation_id: &whole.case.conversation_id,
        client_id,
        fingerprint: &hashing::short(format!("{}\n{event:?}\n{text}", staff.id).as_bytes()),
        author_kind: "support",
        author_id: &staff.id,
        author_name: &staff.display_name,
        nodes: &message::nodes(text),
        attachments: &[],
        now,
    };
    let answer = Answered { id: client_id, words: text, is_last: event == CaseEvent::Closed, now };
    let mail = case_mail::answered(backend, &whole.person, &whole.case, answer);
    let (message, mail) = (Some(message), Some(mail));
    Ok(backend.store.change_case(Change { case_id: &whole.case.id, version, event, message, mail, now }).await?)
}

/// Moves a case without a word.
pub async fn change_state(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    Path(id): Path<String>,
    form: Result<Form<StateForm>, FormRejection>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let Some(at_desk) = at_desk else { return Err(Fault::SignedOut(address(&id))) };
    at_desk.check(&form.csrf)?;
    let whole = case::whole(&backend, &id).await?;
    let (event, said) = match form.to.as_str() {
        "take_up" => (CaseEvent::TakenUp, "take_up"),
        "close" => (CaseEvent::Closed, "closed"),
        "reopen" => (CaseEvent::Reopened, "reopen"),
        _ => return Err(Fault::Unreadable),
    };
    let now = backend.clock.seconds();
    let tells = event == CaseEvent::Closed;
    let mail = tells.then(|| case_mail::closed(&backend, &whole.person, &whole.case, now));
    let change = Change { case_id: &whole.case.id, version: form.version, event, message: None, mail, now };
    let seen = Seen { state: form.seen_state, seq: form.seen_seq };
    match backend.store.change_case(change).await? {
        Changed::Now | Changed::Before => Ok(done(&whole, said)),
        Changed::Meanwhile | Changed::Impossible => shown_again(&backend, &at_desk, &id, String::new(), seen).await,
    }
}

fn address(id: &str) -> String {
    format!("/desk/cases/{id}")
}

fn done(whole: &Whole, word: &str) -> Response {
    Redirect::to(&format!("{}?done={word}", address(&whole.case.id))).into_response()
}

fn unusable(backend: &Backend, at_desk: &AtDesk, whole: &Whole, typed: String, fault: MessageFault) -> Response {
    let fault = match fault {
        MessageFault::Empty => "Write an answer first.".to_owned(),
        MessageFault::TooLong => {
            format!("{} characters are too many: at most 2,000 can be sent.", typed.chars().count())
        }
    };
    let note = Note { typed, fault, ..Note::default() };
    (StatusCode::UNPROCESSABLE_ENTITY, case::page(backend, at_desk, whole, &note)).into_response()
}

/// The case as it is now, with what was typed and what is new.
async fn shown_again(
    backend: &Backend,
    at_desk: &AtDesk,
    id: &str,
    typed: String,
    seen: Seen,
) -> Result<Response, Fault> {
    let whole = case::whole(backend, id).await?;
    let note = Note { typed, seen: Some(seen), ..Note::default() };
    Ok((StatusCode::CONFLICT, case::page(backend, at_desk, &whole, &note)).into_response())
}

/// The session is over: what was typed is shown, so that it is not lost.
fn signed_out(id: &str, typed: &str) -> Response {
    let main = html! {
        h1 { "You are signed out" }
        p { "Nothing was sent. What you typed is below: copy it, sign in, and send it again." }
        textarea rows="9" readonly aria-label="What you typed" { "\n" (typed) }
        p { a href=(super::sign_in::address(&address(id))) { "Sign in" } }
    };
    (StatusCode::UNAUTHORIZED, layout::page("You are signed out", None, &main)).into_response()
}
