//! Asks a backend over HTTP as a browser would: with its cookies, and with the session's word on changes.

use std::collections::BTreeMap;
use std::io::Read;
use std::time::Duration;

use contract::{CSRF_HEADER, routes};
use serde_json::Value;
use ureq::http::{HeaderMap, Method, Request, Response};
use ureq::{Agent, Body};

/// Longest wait for a whole answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long a stream is listened to that says nothing of what is waited for.
const LISTENING: Duration = Duration::from_secs(8);

/// What is asked.
#[derive(Clone)]
pub struct Ask {
    pub method: Method,
    /// Below the contract's base; the two of the process' health are not.
    pub path: String,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
    has_cookies: bool,
    has_word: bool,
}

impl Ask {
    /// Asks with a method that has no body.
    pub fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), headers: Vec::new(), body: None, has_cookies: true, has_word: true }
    }

    /// Asks for what is there.
    pub fn get(path: impl Into<String>) -> Self {
        Self::new(Method::GET, path)
    }

    /// Sends JSON.
    pub fn send(method: Method, path: impl Into<String>, body: &Value) -> Self {
        Self::new(method, path).text(body.to_string()).with("content-type", "application/json")
    }

    /// Makes something under an id of ours.
    pub fn put(path: impl Into<String>, body: &Value) -> Self {
        Self::send(Method::PUT, path, body)
    }

    /// Sends a text as it is.
    pub fn text(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// With a header; the last one of a name counts.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(known, _)| *known != name);
        self.headers.push((name, value.into()));
        self
    }

    /// As somebody whom the backend has never seen.
    pub fn by_nobody(mut self) -> Self {
        self.has_cookies = false;
        self
    }

    /// As a form of another site would send it.
    pub fn without_word(mut self) -> Self {
        self.has_word = false;
        self
    }
}

/// What came.
#[derive(Clone)]
pub struct Answer {
    /// 0 where nothing came.
    pub status: u16,
    headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// A header; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body; `null` where it is no JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }

    /// The word that says why it was refused.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// What of it is told when something else was to come.
    pub fn told(&self) -> String {
        match (self.status, self.code().as_str()) {
            (0, _) => format!("nothing came ({})", self.body),
            (status, "") => format!("it was answered {status}"),
            (status, code) => format!("it was answered {status} `{code}`"),
        }
    }

    /// The data of a stream's whole events.
    pub fn events(&self) -> Vec<Value> {
        // What stands behind the last empty line has not come whole.
        let (whole, _) = self.body.rsplit_once("\n\n").unwrap_or_default();
        let data = whole.split("\n\n").filter_map(|block| {
            let lines = block.lines().filter_map(|line| line.strip_prefix("data:"));
            let data = lines.map(str::trim).collect::<Vec<_>>().join("\n");
            (!data.is_empty()).then(|| serde_json::from_str(&data).unwrap_or_default())
        });
        data.collect()
    }
}

/// A browser, as far as this goes.
pub struct Client {
    agent: Agent,
    listener: Agent,
    origin: String,
    cookies: BTreeMap<String, String>,
    /// The session's word; empty while nobody is signed in.
    pub word: String,
}

impl Client {
    /// For the backend at this origin.
    pub fn new(origin: &str) -> Self {
        let agent = |patience| -> Agent {
            let config = Agent::config_builder().http_status_as_error(false).max_redirects(0);
            config.timeout_global(Some(patience)).build().into()
        };
        Self {
            agent: agent(PATIENCE),
            listener: agent(LISTENING),
            origin: origin.to_owned(),
            cookies: BTreeMap::new(),
            word: String::new(),
        }
    }

    /// Keeps a cookie, `name=value`.
    pub fn keep(&mut self, cookie: &str) {
        let pair = cookie.split(';').next().unwrap_or_default();
        if let Some((name, value)) = pair.trim().split_once('=') {
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// The header that a browser would send its cookies with.
    pub fn cookie_line(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// Asks, and keeps the cookies that come.
    pub fn ask(&mut self, ask: &Ask) -> Answer {
        self.answered(ask, |body| body.read_to_string().map_err(|error| error.to_string()))
    }

    /// Asks, and reads until `is_enough` of what has come, or for some seconds.
    pub fn listen(&mut self, ask: &Ask, is_enough: fn(&str) -> bool) -> Answer {
        self.answered(ask, |body| {
            let (mut reader, mut heard, mut part) = (body.as_reader(), Vec::new(), [0; 4_096]);
            while !is_enough(&String::from_utf8_lossy(&heard)) {
                match reader.read(&mut part) {
                    Ok(length) if length > 0 => heard.extend_from_slice(&part[..length]),
                    _ => break,
                }
            }
            Ok(String::from_utf8_lossy(&heard).into_owned())
        })
    }

    fn answered(&mut self, ask: &Ask, read: impl FnOnce(&mut Body) -> Result<String, String>) -> Answer {
        let is_stream = ask.headers.iter().any(|(_, value)| value == "text/event-stream");
        let agent = if is_stream { &self.listener } else { &self.agent };
        let sent = self.request(ask).and_then(|request| send(agent, request, ask.body.as_deref()));
        let failed = |why| Answer { status: 0, headers: HeaderMap::new(), body: why };
        let mut response = match sent {
            Ok(response) => response,
            Err(why) => return failed(why),
        };
        let body = match read(response.body_mut()) {
            Ok(body) => body,
            Err(why) => return failed(why),
        };
        if ask.has_cookies {
            let lines = response.headers().get_all("set-cookie").iter();
            let lines: Vec<String> = lines.filter_map(|line| line.to_str().ok().map(str::to_owned)).collect();
            lines.iter().for_each(|line| self.keep(line));
        }
        Answer { status: response.status().as_u16(), headers: response.headers().clone(), body }
    }

    fn request(&self, ask: &Ask) -> Result<Request<()>, String> {
        let base = if ask.path == routes::HEALTHZ || ask.path == routes::READYZ { "" } else { routes::BASE };
        let mut request = Request::builder().method(&ask.method).uri(format!("{}{base}{}", self.origin, ask.path));
        if ask.has_cookies && !self.cookies.is_empty() {
            request = request.header("cookie", self.cookie_line());
        }
        if ask.has_word && !self.word.is_empty() && !ask.method.is_safe() {
            request = request.header(CSRF_HEADER, &self.word);
        }
        for (name, value) in &ask.headers {
            request = request.header(*name, value);
        }
        request.body(()).map_err(|error| error.to_string())
    }
}

fn send(agent: &Agent, request: Request<()>, body: Option<&str>) -> Result<Response<Body>, String> {
    let sent = match body {
        Some(body) => agent.run(request.map(|()| body.to_owned())),
        None => agent.run(request),
    };
    sent.map_err(|error| error.to_string())
}
