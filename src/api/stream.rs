//! Answers that arrive event by event.

use contract::{AnswerEvent, Event};
use gloo_net::http::Method;
use rules::sse::Feed;

use super::{
    ApiError,
    call::{CUTOFF_MS, no_answer, request},
    change::csrf,
    error::of_status,
};
use crate::browser::{dom, stream::Pieces, timer::Cutoff};

/// Longest silence inside a stream, in milliseconds: a heartbeat comes every fifteen seconds.
const SILENCE_MS: i32 = 40_000;

/// Sends `body` (or, without one, asks) and hands over each event as it comes. Ends with the stream, or when it is told
/// that nobody listens any more.
///
/// # Errors
/// [`ApiError`]; [`ApiError::Unavailable`] also when the connection breaks inside the stream.
pub async fn stream(path: &str, body: Option<&str>, on_event: &mut dyn FnMut(AnswerEvent)) -> Result<(), ApiError> {
    let mut cutoff = Cutoff::after(CUTOFF_MS);
    let mut take = |data: &str| serde_json::from_str(data).map(&mut *on_event).map_err(|_| ApiError::Malformed);
    read(path, body, &mut cutoff, &mut take, || false).await
}

/// The log of what happens, for as long as `cutoff` lets it: whoever goes away fires it. A tab that nobody looks at
/// lets go of its connection: browsers have few for each host, and what is missed is told afterwards.
///
/// # Errors
/// [`ApiError`].
pub async fn listen(path: &str, cutoff: &mut Cutoff, on_event: &mut dyn FnMut(Event)) -> Result<(), ApiError> {
    let mut take = |data: &str| serde_json::from_str(data).map(&mut *on_event).map_err(|_| ApiError::Malformed);
    let outcome = read(path, None, cutoff, &mut take, dom::is_hidden).await;
    // Whoever only stops reading still holds the connection.
    cutoff.remote()();
    outcome
}

async fn read(
    path: &str,
    body: Option<&str>,
    cutoff: &mut Cutoff,
    take: &mut dyn FnMut(&str) -> Result<(), ApiError>,
    rests: fn() -> bool,
) -> Result<(), ApiError> {
    let method = if body.is_some() { Method::PUT } else { Method::GET };
    let request = request(path, method, cutoff).header("Accept", "text/event-stream");
    let request = match body {
        Some(body) => {
            request.header(contract::CSRF_HEADER, &csrf()).header("Content-Type", "application/json").body(body)
        }
        None => request.build(),
    };
    let response = request.map_err(|_| ApiError::Malformed)?.send().await.map_err(|_| no_answer())?;
    if !response.ok() {
        let text = response.text().await.unwrap_or_default();
        return Err(of_status(response.status(), serde_json::from_str(&text).ok()));
    }
    let pieces = response.body().and_then(|body| Pieces::of(&body)).ok_or(ApiError::Malformed)?;
    let mut feed = Feed::default();
    loop {
        cutoff.restart(SILENCE_MS);
        let Some(piece) = pieces.next().await.map_err(|()| no_answer())? else { return Ok(()) };
        for data in feed.push(&piece) {
            take(&data)?;
        }
        if rests() {
            return Ok(());
        }
    }
}
