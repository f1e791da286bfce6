//! Streams of events (`text/event-stream`): who wants one, and how one is sent so that nothing on the way holds it back.

use std::time::Duration;

use axum::{
    BoxError,
    http::{HeaderMap, HeaderValue, header},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures_util::Stream;

/// Whether somebody asks for a stream.
#[must_use]
pub fn is_wanted(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).into_iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|value| value.split(',')).any(|kind| {
        let kind = kind.split(';').next().unwrap_or_default().trim();
        kind.eq_ignore_ascii_case("text/event-stream")
    })
}

/// A stream, with a sign of life after each time in which nothing else was sent.
pub fn response<S, E>(events: S, heartbeat: Duration) -> Response
where
    S: Stream<Item = Result<Event, E>> + Send + 'static,
    E: Into<BoxError>,
{
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(heartbeat)).into_response();
    let headers = response.headers_mut();
    // Not compressed, either: that would hold events back until there is enough of them.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store, no-transform"));
    // Proxies that gather what comes in would hold back each event.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    response
}
