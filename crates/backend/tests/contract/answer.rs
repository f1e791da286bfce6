//! What comes back: status, headers, body, and how tests read them.

use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

/// An event of a stream.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub name: String,
    /// Absent where the stream does not go on behind it.
    pub id: Option<u64>,
    pub data: Value,
}

impl Event {
    /// An event as it stands between two blank lines of a stream.
    pub fn read(block: &str) -> Self {
        let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim_start);
        Self {
            name: field("event:").expect("a name").to_owned(),
            id: field("id:").map(|id| id.parse().unwrap()),
            data: serde_json::from_str(field("data:").expect("data")).unwrap(),
        }
    }
}

impl Answer {
    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.text()))
    }

    /// The events of a stream.
    pub fn events(&self) -> Vec<Event> {
        let text = self.text();
        let blocks = text.split("\n\n").filter(|block| !block.is_empty() && !block.starts_with(':'));
        blocks.map(Event::read).collect()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's value, empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The line that sets a cookie, empty if there is none.
    pub fn cookie_line(&self, name: &str) -> String {
        let lines = self.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap());
        lines.filter(|line| line.starts_with(&format!("{name}="))).map(str::to_owned).next().unwrap_or_default()
    }

    /// A cookie as a browser sends it back, empty if it was not set.
    pub fn cookie(&self, name: &str) -> String {
        self.cookie_line(name).split(';').next().unwrap_or_default().to_owned()
    }

    /// The code of a problem; checks that it is one.
    pub fn code(&self) -> String {
        assert_eq!(self.header("content-type"), "application/problem+json", "{}", self.text());
        let problem = self.json();
        assert_eq!(problem["status"], self.status.as_u16());
        assert_eq!(problem["request_id"], self.header("x-request-id"));
        assert!(!problem["title"].as_str().unwrap().is_empty());
        problem["code"].as_str().unwrap().to_owned()
    }

    /// One field of each item of a list.
    pub fn each(&self, field: &str) -> Vec<String> {
        let json = self.json();
        let items = json.get("items").unwrap_or(&json).as_array().expect("a list").clone();
        items.iter().map(|item| item.pointer(field).and_then(Value::as_str).unwrap_or_default().to_owned()).collect()
    }
}
