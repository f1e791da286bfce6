//! How support can be reached: switched here, with who is there, hours, holidays and the queue.

use axum::{
    extract::{
        Form, Query, State,
        rejection::{FormRejection, QueryRejection},
    },
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    contact_forms::{HolidayForm, HoursForm, QueueForm},
    contact_page::{self, Shown},
    fault::Fault,
    layout,
    session::AtDesk,
};
use crate::{
    availability,
    state::Backend,
    store::{
        contact::{HolidayRow, MAINTENANCE, MethodRow, OPEN, PresenceRow},
        staff::DESK_SESSION_S,
    },
};

/// The page's address.
pub const PLACE: &str = "/desk/contact";

/// What was done on the page before.
#[derive(Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    pub done: String,
}

/// A method, and what is to become of it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct SwitchForm {
    csrf: String,
    method: String,
    to: String,
}

/// Hours that are to go.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct RemoveForm {
    csrf: String,
    id: String,
}

type Sent<T> = Result<Form<T>, FormRejection>;

/// The page.
pub async fn contact(
    State(backend): State<Backend>,
    at_desk: AtDesk,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Fault> {
    let Query(wanted) = wanted.unwrap_or_default();
    let shown = Shown { done: wanted.done, ..Shown::default() };
    page(&backend, &at_desk, &shown).await
}

/// Switches a method on, or off for maintenance.
pub async fn switch(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    form: Sent<SwitchForm>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let _at_desk = checked(at_desk, &form.csrf)?;
    let state = [OPEN, MAINTENANCE].into_iter().find(|state| *state == form.to).ok_or(Fault::Unreadable)?;
    let method = method(&backend, &form.method).await?;
    backend.store.switch_method(&method.method, state).await?;
    Ok(done(&backend, if state == OPEN { "on" } else { "off" }).await)
}

/// Says that somebody is there, in which languages, or that they are away. Languages are the fields that are ticked.
pub async fn presence(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    form: Sent<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let Form(fields) = form.map_err(|_| Fault::Unreadable)?;
    let field = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let at_desk = checked(at_desk, field("csrf"))?;
    let staff_id = &at_desk.0.staff.id;
    if field("to") == "away" {
        backend.store.leave(staff_id).await?;
        return Ok(done(&backend, "away").await);
    }
    let method = method(&backend, field("method")).await?;
    let ticked = |tag: &&str| fields.iter().any(|(name, value)| name == "language" && value == tag);
    let languages: Vec<&str> = method.languages.split(',').filter(ticked).collect();
    if languages.is_empty() {
        return refused(&backend, &at_desk, Shown::fault("Choose at least one language that you speak.")).await;
    }
    let now = backend.clock.seconds();
    let here = PresenceRow {
        staff_id: staff_id.clone(),
        method: method.method,
        languages: languages.join(","),
        since_at: now,
        // Whoever forgets to say that they are away is so at the end of the day.
        until_at: now + DESK_SESSION_S,
    };
    backend.store.come(&here).await?;
    Ok(done(&backend, "here").await)
}

/// Says from how many on the queue is long, and full.
pub async fn queue(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    form: Sent<QueueForm>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let at_desk = checked(at_desk, &form.csrf)?;
    let Some((long_from, full_from)) = form.limits() else {
        let said = "A queue is long with at least one who waits, and full no sooner than it is long.";
        return refused(&backend, &at_desk, Shown::fault(said)).await;
    };
    let method = method(&backend, &form.method).await?;
    backend.store.limit_queue(&method.method, long_from, full_from).await?;
    Ok(done(&backend, "queue").await)
}

/// Adds hours on a day of the week.
pub async fn add_hours(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    form: Sent<HoursForm>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let at_desk = checked(at_desk, &form.csrf)?;
    let method = method(&backend, &form.method).await?;
    match form.hours(&method) {
        Ok(hours) => {
            backend.store.add_hours(&method.method, &hours).await?;
            Ok(done(&backend, "hours").await)
        }
        Err(said) => refused(&backend, &at_desk, Shown { hours: form, ..Shown::fault(said) }).await,
    }
}

/// Removes hours.
pub async fn remove_hours(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    form: Sent<RemoveForm>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let _at_desk = checked(at_desk, &form.csrf)?;
    let id = Uuid::try_parse(&form.id).map_err(|_| Fault::NotFound)?.to_string();
    backend.store.remove_hours(&id).await?;
    Ok(done(&backend, "no_hours").await)
}

/// Adds a holiday.
pub async fn add_holiday(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    form: Sent<HolidayForm>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let at_desk = checked(at_desk, &form.csrf)?;
    let method = method_or_all(&backend, &form.method).await?;
    let (Some(day), Some(name)) = (form.day(), form.name()) else {
        let said = "A holiday has a day, such as 2026-12-25, and a name.";
        return refused(&backend, &at_desk, Shown { holiday: form, ..Shown::fault(said) }).await;
    };
    backend.store.add_holiday(&HolidayRow { day, method, name }).await?;
    Ok(done(&backend, "holiday").await)
}

/// Removes a holiday.
pub async fn remove_holiday(
    State(backend): State<Backend>,
    at_desk: Option<AtDesk>,
    form: Sent<HolidayForm>,
) -> Result<Response, Fault> {
    let Form(form) = form.map_err(|_| Fault::Unreadable)?;
    let _at_desk = checked(at_desk, &form.csrf)?;
    let method = method_or_all(&backend, &form.method).await?;
    let day = form.day().ok_or(Fault::NotFound)?;
    backend.store.remove_holiday(&day, &method).await?;
    Ok(done(&backend, "no_holiday").await)
}

async fn method_or_all(backend: &Backend, wanted: &str) -> Result<String, Fault> {
    if wanted.is_empty() { Ok(String::new()) } else { Ok(method(backend, wanted).await?.method) }
}

async fn method(backend: &Backend, wanted: &str) -> Result<MethodRow, Fault> {
    let rows = backend.store.contact(backend.clock.seconds()).await?;
    rows.methods.into_iter().find(|row| row.method == wanted).ok_or(Fault::NotFound)
}

fn checked(at_desk: Option<AtDesk>, csrf: &str) -> Result<AtDesk, Fault> {
    let at_desk = at_desk.ok_or_else(|| Fault::SignedOut(PLACE.to_owned()))?;
    at_desk.check(csrf)?;
    Ok(at_desk)
}

/// Tells everybody, and shows the page.
async fn done(backend: &Backend, word: &str) -> Response {
    availability::changed(backend).await;
    Redirect::to(&format!("{PLACE}?done={word}")).into_response()
}

async fn refused(backend: &Backend, at_desk: &AtDesk, shown: Shown) -> Result<Response, Fault> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(backend, at_desk, &shown).await?).into_response())
}

async fn page(backend: &Backend, at_desk: &AtDesk, shown: &Shown) -> Result<Response, Fault> {
    let now = backend.clock.seconds();
    let (rows, present) = (backend.store.contact(now).await?, backend.store.present(now).await?);
    let zone = backend.published().map(|published| published.contact_timezone.clone()).unwrap_or_default();
    let main = contact_page::main(&contact_page::Known { rows, present, zone }, &at_desk.0, shown);
    Ok(layout::page("Contact", Some(&at_desk.0), &main).into_response())
}
