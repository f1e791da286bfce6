//! The call list: who is to be called next. Somebody takes a call, makes it, and notes what came of it.

use axum::{
    extract::{
        Form, Path, Query, State,
        rejection::{FormRejection, QueryRejection},
    },
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use contract::CallbackState;
use maud::{Markup, html};
use serde::Deserialize;
use uuid::Uuid;

use super::{contact::Wanted, fault::Fault, layout, session::AtDesk, words};
use crate::{
    availability,
    state::Backend,
    store::{
        callbacks::{Call, CallbackRow, Ended},
        staff::StaffSessionRow,
    },
};

/// The list's address.
pub const PLACE: &str = "/desk/calls";

/// What the page says after something was done.
const DONE: [(&str, &str); 3] = [
    ("taken", "The call is yours: the number is below."),
    ("done", "The call is over. Its case is in review; answer or close it there."),
    ("missed", "Noted that nobody was reached. The case waits for the person."),
];
const MEANWHILE: &str =
    "Somebody else was faster, or the call was cancelled. Nothing was changed; this is the list now.";

/// What is done with a call.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct CallForm {
    csrf: String,
    to: String,
}

/// The list.
pub async fn calls(
    State(backend): State<Backend>,
    at_desk: AtDesk,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Fault> {
    let Query(wanted) = wanted.unwrap_or_default();
    let done = DONE.iter().find(|(word, _)| *word == wanted.done).map(|(_, said)| *said);
    page(&backend, &at_desk, done, None).await
}

/// Takes a call, or notes what came of it.
pub async fn change(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    Path(id): Path<String>,
    form: Result<Form<CallForm>, FormRejection>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let at_desk = at_desk.ok_or_else(|| Fault::SignedOut(PLACE.to_owned()))?;
    at_desk.check(&form.csrf)?;
    let id = Uuid::try_parse(&id).map_err(|_| Fault::NotFound)?.to_string();
    let seen = backend.store.callback(&id).await?.ok_or(Fault::NotFound)?;
    let (store, now) = (&backend.store, backend.clock.seconds());
    let (is_done, said) = match form.to.as_str() {
        "taken" => (store.take_call(&seen, &at_desk.0.staff.id, now).await?, "taken"),
        "done" => (store.end_call(&seen, Ended::Done, now).await?, "done"),
        "missed" => (store.end_call(&seen, Ended::Missed, now).await?, "missed"),
        _ => return Err(Fault::Unreadable),
    };
    if !is_done {
        return Ok((StatusCode::CONFLICT, page(&backend, &at_desk, None, Some(MEANWHILE)).await?).into_response());
    }
    availability::changed(&backend).await;
    Ok(Redirect::to(&format!("{PLACE}?done={said}")).into_response())
}

async fn page(backend: &Backend, at_desk: &AtDesk, done: Option<&str>, fault: Option<&str>) -> Result<Response, Fault> {
    let (calls, now) = (backend.store.calls().await?, backend.clock.seconds());
    let main = html! {
        h1 { "Calls" }
        @if let Some(done) = done { p.done role="status" { (done) } }
        @if let Some(fault) = fault { p.changed role="alert" { (fault) } }
        p { "First who waits now, in their order, then who has booked a time. Take a call before you make it." }
        @if calls.is_empty() { p.empty { "Nobody is to be called." } }
        @else { ol.queue { @for call in &calls { (row(call, &at_desk.0, now)) } } }
    };
    Ok(layout::page("Calls", Some(&at_desk.0), &main).into_response())
}

fn row(call: &Call, who: &StaffSessionRow, now: i64) -> Markup {
    let callback = &call.callback;
    let is_calling = callback.state() == CallbackState::Calling;
    html! {
        li {
            h2 { a href=(format!("/desk/cases/{}", callback.case_id)) {
                span.number { "SC-" (call.number) } " " bdi { (call.subject_line) }
            } }
            dl {
                div { dt { "From" } dd { bdi { (call.display_name) } } }
                div { dt { "Language" } dd { (words::language(&callback.language)) } }
                (when(callback, now))
                // Whoever calls needs the number, and nobody before.
                @if is_calling { div { dt { "Number" } dd { strong.number { (callback.phone) } } } }
            }
            div.moves {
                @if is_calling {
                    (button(call, who, "done", "We have spoken", true))
                    (button(call, who, "missed", "Nobody was reached", false))
                } @else {
                    (button(call, who, "taken", "Take this call", true))
                }
            }
        }
    }
}

fn when(callback: &CallbackRow, now: i64) -> Markup {
    html! {
        @match callback.state() {
            CallbackState::Calling => div { dt { "Under way for" } dd { (words::duration(now - callback.taken_at)) } },
            CallbackState::Waiting => div { dt { "Waits" } dd { (words::duration(now - callback.requested_at)) } },
            _ => div { dt { "Booked for" } dd {
                (words::moment(callback.slot_at))
                @if callback.slot_at < now { " " strong.late { "due" } }
            } },
        }
    }
}

fn button(call: &Call, who: &StaffSessionRow, to: &str, label: &str, is_first: bool) -> Markup {
    html! {
        form method="post" action=(format!("{PLACE}/{}", call.callback.id)) {
            (layout::csrf(who))
            input type="hidden" name="to" value=(to);
            button.second[!is_first] type="submit" { (label) }
        }
    }
}
