//! The program stops although somebody listens.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use super::program::{start, terminate};

/// Asks for events and reads what comes until a word is there.
fn listening(port: u16, query: &str, headers: &str, word: &str) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(stream, "GET /api/v1/events{query} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n").unwrap();
    let (mut heard, mut part) = (String::new(), [0; 256]);
    while !heard.contains(word) {
        let length = stream.read(&mut part).unwrap();
        assert!(length > 0, "it ended: {heard}");
        heard.push_str(&String::from_utf8_lossy(&part[..length]));
    }
    stream
}

#[test]
fn streams_and_waiting_calls_hold_nothing_up() {
    let data = TempDir::new().unwrap();
    let mut running = start(data.path(), &[]);
    let streams = [
        listening(running.port, "", "Accept: text/event-stream\r\n", "event: ready"),
        listening(running.port, "?cursor=0", "Accept: text/event-stream\r\n", "x-accel-buffering"),
        listening(running.port, "?cursor=0&wait=25", "", ""),
    ];
    // The waiting call is on its way in.
    std::thread::sleep(Duration::from_millis(300));
    let began = Instant::now();
    assert_eq!(terminate(&mut running), Some(0));
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
    for (name, mut stream) in ["ready", "known", "waiting"].into_iter().zip(streams) {
        let mut rest = String::new();
        stream.read_to_string(&mut rest).unwrap_or_else(|error| panic!("{name} was cut off: {error}"));
        let expected = if name == "waiting" { r#"{"items":[],"cursor":0,"passing":0}"# } else { "0\r\n\r\n" };
        assert!(rest.ends_with(expected), "{name}: {rest:?}");
    }
}

#[test]
fn who_goes_away_leaves_no_listener_behind() {
    let data = TempDir::new().unwrap();
    let running = start(data.path(), &["--demo"]);
    let mut stream = TcpStream::connect(("127.0.0.1", running.port)).unwrap();
    let body = r#"{"email":"anna@example.com","password":"svar-demo-2026"}"#;
    let head = "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json";
    write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let cookie = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let headers = format!("Accept: text/event-stream\r\nCookie: {}\r\n", cookie.split(';').next().unwrap());
    let streams: Vec<TcpStream> = (0..8).map(|_| listening(running.port, "", &headers, "event: ready")).collect();
    listening(running.port, "", &headers, "too_many_streams");
    drop(streams);
    let began = Instant::now();
    while super::program::get_with(running.port, "/api/v1/events?wait=1", &headers).starts_with("HTTP/1.1 429") {
        assert!(began.elapsed() < Duration::from_secs(10), "the places are still taken");
        std::thread::sleep(Duration::from_millis(50));
    }
}
