//! Listens to a stream of events as a client would: what has come, one after the other, while it is still open.

use std::time::Duration;

use axum::{
    body::BodyDataStream,
    http::{HeaderMap, Method},
};
use futures_util::StreamExt;
use serde_json::json;
use tokio::time::{Instant, timeout, timeout_at};

use super::{
    client::{Client, Event, Signed},
    validation,
};

/// What asks for a stream.
pub const STREAM: (&str, &str) = ("accept", "text/event-stream");
/// Where events are.
pub const EVENTS: &str = "/api/v1/events";
/// Longer than anything takes.
const LONG: Duration = Duration::from_secs(30);

/// A stream that is open.
pub struct Stream {
    pub headers: HeaderMap,
    /// Signs of life so far.
    pub heartbeats: usize,
    body: BodyDataStream,
    heard: String,
}

/// Opens a stream with headers; `query` is what follows the address.
pub async fn listen_with(client: &Client, query: &str, headers: &[(&str, &str)]) -> Stream {
    let response = client.begun(Method::GET, &format!("{EVENTS}{query}"), &[headers, &[STREAM]].concat(), "").await;
    assert_eq!(response.status().as_u16(), 200, "{query}");
    let (parts, body) = response.into_parts();
    Stream { headers: parts.headers, heartbeats: 0, body: body.into_data_stream(), heard: String::new() }
}

/// Opens a stream as somebody who is signed in.
pub async fn listen(client: &Client, who: &Signed, query: &str) -> Stream {
    listen_with(client, query, &[("cookie", &who.cookie)]).await
}

impl Stream {
    /// The next event, as soon as it is there; `None` where the stream has ended.
    pub async fn next(&mut self) -> Option<Event> {
        // Signs of life are none of an event.
        let late = Instant::now() + LONG;
        loop {
            if let Some((block, rest)) = self.heard.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.heard = rest;
                if block.starts_with(':') {
                    self.heartbeats += 1;
                    continue;
                }
                let event = Event::read(&block);
                validation::conforms(&json!({"$ref": "#/components/schemas/Event"}), &event.data, &block);
                assert_eq!(event.data["kind"], event.name);
                assert_eq!(event.data["seq"].as_u64(), event.id);
                return Some(event);
            }
            let part = timeout_at(late, self.body.next()).await.expect("something comes in time")?;
            self.heard.push_str(std::str::from_utf8(&part.unwrap()).unwrap());
        }
    }

    /// The next event, which has to come.
    pub async fn event(&mut self) -> Event {
        self.next().await.expect("the stream goes on")
    }

    /// Names and numbers of the next events.
    pub async fn events(&mut self, count: usize) -> Vec<(String, u64)> {
        let mut events = Vec::new();
        for _ in 0..count {
            let event = self.event().await;
            events.push((event.name, event.id.expect("a number")));
        }
        events
    }

    /// Listens for that long and fails if there is an event.
    pub async fn is_silent_for(&mut self, time: Duration) {
        if let Ok(event) = timeout(time, self.next()).await {
            panic!("there was to be silence: {event:?}");
        }
    }
}
