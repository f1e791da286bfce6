//! What happens while somebody looks: as a stream, or as calls that wait.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use std::time::Duration;

use axum::{
    extract::State,
    http::HeaderMap,
    response::{Response, sse},
};
use contract::{Event, EventList, Problem, routes};
use futures_util::stream;
use serde::Deserialize;
use tokio::time::Instant;
use utoipa::IntoParams;

use super::{
    answer,
    auth::{Token, Whoever},
    request::Params,
    sse as streams,
};
use crate::{
    events::{End, Listener, Place, Start},
    problem::{Reason, Refusal},
    state::Backend,
    store::events::Listening,
};

/// Longest time that a call waits, in seconds.
const WAIT_MAX_S: u64 = 25;
/// Seconds after which a place among the streams may be free.
const PLACE_FREE_S: u64 = 5;

/// From where on events are wanted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EventParams {
    /// The `seq` of the last event that is known, or the `cursor` that was told last. Without it: the present.
    #[param(value_type = Option<u64>)]
    cursor: Option<String>,
    /// The `passing` that was told last. Without it, what passed before is not told.
    #[param(value_type = Option<u64>)]
    passing: Option<String>,
    /// Wanted as JSON: at once if there is something, else as soon as there is, or empty after so many seconds.
    #[param(value_type = Option<u64>, maximum = 25)]
    wait: Option<String>,
}

/// What has happened since, and what happens: as a stream with `Accept: text/event-stream`, else as JSON.
#[utoipa::path(get, path = routes::EVENTS, context_path = routes::BASE, tag = "events",
    params(
        EventParams,
        ("Accept" = Option<String>, Header, description = "`text/event-stream` for a stream; not together with `wait`."),
    ), responses(
    (status = 200, description = "Here they are.",
        content((EventList = "application/json"), (Event = "text/event-stream"))),
    (status = 400, description = "`cursor_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`: the session ended while the call waited.", body = Problem,
        content_type = "application/problem+json"),
    (status = 410, description = "`cursor_gone`: what came next is not kept any more. Fetch afresh what is shown.",
        body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 429, description = "`too_many_streams`, with `Retry-After`", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn events(
    State(backend): State<Backend>,
    whoever: Whoever,
    headers: HeaderMap,
    Params(params): Params<EventParams>,
) -> Result<Response, Refusal> {
    let wait = params.wait.as_deref().map(wait).transpose()?;
    let start = Start {
        cursor: params.cursor.as_deref().map(number).transpose()?,
        passing: params.passing.as_deref().map(number).transpose()?,
    };
    let is_stream = wait.is_none() && streams::is_wanted(&headers);
    let token = Token::of(&headers).map(Token::text).unwrap_or_default().to_owned();
    let who = whoever.session.map(|session| Listening { person_id: session.person.id, token });
    let is_long = is_stream || wait.is_some_and(|wait| !wait.is_zero());
    let place = if is_long { place(&backend, who.as_ref())? } else { None };
    let heartbeat = backend.events.heartbeat;
    let mut listener = Listener::begin(backend, who, start).await?;
    let is_fresh = start.cursor.is_none();
    let ready = is_fresh.then(|| listener.ready());
    // Before the first byte of a stream: what cannot be told can still be refused.
    let first = listener.news().await?;
    if is_stream {
        return Ok(streamed(listener, ready.into_iter().chain(first).collect(), heartbeat, place));
    }
    let items = match wait {
        Some(wait) if !is_fresh && first.is_empty() => listener.next(Some(Instant::now() + wait)).await?,
        _ => first,
    };
    answer::fresh(&EventList { items, cursor: listener.cursor(), passing: listener.passing() })
}

/// A number that this log has given.
fn number(text: &str) -> Result<i64, Refusal> {
    let is_number = text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|_| is_number).ok_or(Reason::CursorInvalid.refusal())
}

fn wait(text: &str) -> Result<Duration, Refusal> {
    let seconds = text.parse().ok().filter(|seconds| *seconds <= WAIT_MAX_S);
    let refused = || Reason::ParameterInvalid.at("wait", "range", "`wait` is from 0 to 25 seconds.");
    seconds.map(Duration::from_secs).ok_or_else(refused)
}

/// A place among the streams of a person. Visitors have none: nobody knows which of them are the same.
fn place(backend: &Backend, who: Option<&Listening>) -> Result<Option<Place>, Refusal> {
    let Some(who) = who else { return Ok(None) };
    let place = backend.events.place(&who.person_id);
    place.map(Some).ok_or(Reason::TooManyStreams.refusal().after(PLACE_FREE_S))
}

/// What a stream still has to say, and the place that it takes.
struct Streaming {
    listener: Listener,
    told: std::vec::IntoIter<Event>,
    _place: Option<Place>,
}

fn streamed(listener: Listener, first: Vec<Event>, heartbeat: Duration, place: Option<Place>) -> Response {
    let begun = Streaming { listener, told: first.into_iter(), _place: place };
    let events = stream::unfold(begun, |mut streaming| async move {
        loop {
            if let Some(event) = streaming.told.next() {
                return Some((written(&event), streaming));
            }
            // At the end of a stream its reader asks again, and is told why, or finds the backend that comes next.
            streaming.told = match streaming.listener.next(None).await {
                Ok(news) if news.is_empty() => return None,
                Ok(news) => news.into_iter(),
                Err(End::Store(error)) => {
                    tracing::error!(%error, "a stream of events broke off");
                    return None;
                }
                Err(End::Gone | End::Beyond | End::SignedOut) => return None,
            };
        }
    });
    streams::response(events, heartbeat)
}

fn written(event: &Event) -> Result<sse::Event, axum::Error> {
    let written = sse::Event::default().event(event.kind.word()).json_data(event)?;
    Ok(match event.seq {
        Some(seq) => written.id(seq.to_string()),
        None => written,
    })
}

impl From<End> for Refusal {
    fn from(end: End) -> Self {
        match end {
            End::Gone => Reason::CursorGone.refusal(),
            End::Beyond => Reason::CursorInvalid.refusal(),
            End::SignedOut => Reason::SignedOut.refusal(),
            End::Store(error) => error.into(),
        }
    }
}
