//! A server on this machine that speaks as a language model's endpoint does, or as a test wants it to misbehave.

use std::{
    collections::VecDeque,
    io,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Json, Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, Response},
    routing::post,
};
use backend::model::{Endpoint, Patience};
use futures_util::stream;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::client::Client;

/// The word that it is to be shown.
pub const KEY: &str = "key-of-the-tests";

/// A part of what it sends.
#[derive(Clone, Debug)]
pub enum Part {
    Bytes(Vec<u8>),
    Pause(Duration),
    /// The connection breaks.
    HangUp,
}

/// What it sends.
#[derive(Clone, Debug)]
pub struct Told {
    pub status: u16,
    pub location: &'static str,
    pub parts: Vec<Part>,
}

type Script = Arc<dyn Fn(&[String]) -> Told + Send + Sync>;

/// The server, and the bodies it was sent.
#[derive(Clone)]
pub struct Writer {
    pub heard: Arc<Mutex<Vec<Value>>>,
    script: Script,
}

/// Patience that tests have.
pub const SHORT: Patience = Patience {
    first: Duration::from_millis(1_500),
    between: Duration::from_millis(600),
    whole: Duration::from_millis(4_000),
};

impl Writer {
    /// A server that is told the sentences of each request, and the backend that asks it.
    pub async fn beside(client: Client, script: impl Fn(&[String]) -> Told + Send + Sync + 'static) -> (Client, Self) {
        let writer = Self { heard: Arc::default(), script: Arc::new(script) };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/v1/", listener.local_addr().unwrap());
        let router = Router::new().route("/v1/chat/completions", post(write)).with_state(writer.clone());
        tokio::spawn(axum::serve(listener, router).into_future());
        let endpoint = Endpoint::new(&url, "a-model", Some(KEY), SHORT).unwrap();
        (client.changed(|backend| backend.model = Some(Arc::new(endpoint))), writer)
    }

    /// How often it was asked.
    pub fn asked(&self) -> usize {
        self.heard.lock().unwrap().len()
    }

    /// All that it was told, as text.
    pub fn told(&self) -> String {
        self.heard.lock().unwrap().iter().map(Value::to_string).collect::<Vec<_>>().join("\n")
    }
}

async fn write(State(writer): State<Writer>, headers: HeaderMap, Json(body): Json<Value>) -> Response<Body> {
    assert_eq!(headers["authorization"], format!("Bearer {KEY}"));
    assert_eq!((&body["model"], &body["stream"]), (&json!("a-model"), &json!(true)));
    let told = (writer.script)(&sentences(&body));
    writer.heard.lock().unwrap().push(body);
    let parts = VecDeque::from(told.parts);
    let parts = stream::unfold(parts, async |mut parts: VecDeque<Part>| {
        loop {
            let part = match parts.pop_front()? {
                Part::Bytes(bytes) => Ok(Bytes::from(bytes)),
                Part::HangUp => Err(io::Error::other("hung up")),
                Part::Pause(time) => {
                    tokio::time::sleep(time).await;
                    continue;
                }
            };
            return Some((part, parts));
        }
    });
    let response = Response::builder().status(told.status).header("content-type", "text/event-stream");
    let response = if told.location.is_empty() { response } else { response.header("location", told.location) };
    response.body(Body::from_stream(parts)).unwrap()
}

/// The numbered sentences of a request, in their order.
fn sentences(body: &Value) -> Vec<String> {
    let told = body["messages"][1]["content"].as_str().unwrap();
    let numbered = told.lines().enumerate().skip(1).filter_map(|(at, line)| line.strip_prefix(&format!("[{at}] ")));
    numbered.map(str::to_owned).collect()
}

/// An event with some words.
pub fn words(text: &str) -> Vec<u8> {
    format!("data: {}\n\n", json!({"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": null}]}))
        .into_bytes()
}

/// The end of a stream.
pub fn done() -> Vec<u8> {
    b"data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n".to_vec()
}

/// These parts.
pub fn parts(parts: Vec<Part>) -> Told {
    Told { status: 200, location: "", parts }
}

/// These lines, in one piece.
pub fn lines(lines: &[String]) -> Told {
    let mut bytes = words(&lines.join("\n"));
    bytes.extend(done());
    parts(vec![Part::Bytes(bytes)])
}
