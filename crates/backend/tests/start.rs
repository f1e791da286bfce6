//! The program as it is started and stopped.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod start {
    pub mod program;
    mod stopping;
}

use std::{
    fs,
    io::{Read, Write},
    net::TcpStream,
};

use tempfile::TempDir;

use self::start::program::{content, get, get_with, run, start, terminate};

#[test]
fn it_listens_answers_and_stops_in_order() {
    let data = TempDir::new().unwrap();
    let mut running = start(data.path(), &["--demo"]);
    assert!(get(running.port, "/readyz").starts_with("HTTP/1.1 204"));
    assert!(get(running.port, "/api/v1/help/articles/refunds").contains("\"slug\":\"refunds\""));
    assert_eq!(terminate(&mut running), Some(0));
    assert!(data.path().join("svar.db").exists());
}

#[test]
fn the_demonstration_is_there_for_who_asks_for_it() {
    for (options, expected) in [(&["--demo"][..], "HTTP/1.1 200"), (&[], "HTTP/1.1 404")] {
        let data = TempDir::new().unwrap();
        for _ in 0..2 {
            let running = start(data.path(), options);
            let answer = get(running.port, "/api/v1/objects/object-omega-seamaster/picture");
            assert!(answer.starts_with(expected), "{options:?}: {answer}");
        }
    }
}

#[test]
fn it_starts_again_on_what_it_kept() {
    let data = TempDir::new().unwrap();
    for _ in 0..2 {
        let mut running = start(data.path(), &[]);
        assert!(get(running.port, "/api/v1/help/categories").starts_with("HTTP/1.1 200"));
        assert_eq!(terminate(&mut running), Some(0));
    }
}

/// Sends a question and reads what comes until a word is there.
fn ask_until(port: u16, word: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let body = r#"{"question":"my package has not come","subject":{"kind":"general"},"locale":"en"}"#;
    let head = format!("PUT {ANSWER} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n");
    write!(stream, "{head}Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
    let (mut heard, mut part) = (String::new(), [0; 256]);
    while !heard.contains(word) {
        let length = stream.read(&mut part).unwrap();
        assert!(length > 0, "the stream ended: {heard}");
        heard.push_str(&String::from_utf8_lossy(&part[..length]));
    }
    heard
}

const ANSWER: &str = "/api/v1/answers/019389a1-7b1c-7c3a-9f00-2f6f1c0a5b01";

#[test]
fn an_answer_outlives_a_kill_in_the_middle_of_its_stream() {
    let data = TempDir::new().unwrap();
    let mut running = start(data.path(), &["--answer-pace", "20000"]);
    let heard = ask_until(running.port, "event: started");
    running.child.kill().unwrap();
    running.child.wait().unwrap();
    assert!(!heard.contains("event: sentence"), "{heard}");
    let cookie = heard.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let cookie = cookie.split(';').next().unwrap();
    let running = start(data.path(), &["--answer-pace", "0"]);
    let more = format!("Cookie: {cookie}\r\nAccept: text/event-stream\r\n");
    let rest = get_with(running.port, &format!("{ANSWER}?after=0"), &more);
    assert!(rest.contains("Your parcel has not come.") && rest.contains("event: completed"), "{rest}");
    assert!(!rest.contains("event: started"), "{rest}");
    // The same question again, by someone who lost all that came: the same answer.
    assert!(ask_until(running.port, "event: completed").starts_with("HTTP/1.1 200"));
}

#[test]
fn the_clock_starts_where_it_is_told() {
    let data = TempDir::new().unwrap();
    for (clock, expected) in [("2026-11-22T12:00:00Z", true), ("2027-01-01T00:00:00Z", false)] {
        let running = start(data.path(), &["--clock", clock]);
        assert_eq!(get(running.port, "/api/v1/meta").contains("The post is slow."), expected, "{clock}");
    }
}

#[test]
fn the_log_has_no_question_in_it() {
    let data = TempDir::new().unwrap();
    let mut running = start(data.path(), &[]);
    get(running.port, "/api/v1/help/search?q=mysecretquestion");
    get(running.port, "/mysecretpath");
    assert_eq!(terminate(&mut running), Some(0));
    let mut log = String::new();
    running.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
    assert!(log.contains("/api/v1/help/search") && log.contains("forgot what is over"), "{log}");
    assert!(!log.contains("mysecret") && !log.contains("127.0.0.1\""), "{log}");
    for line in log.lines() {
        assert!(line.starts_with('{') && line.ends_with('}'), "{line}");
    }
}

#[test]
fn the_demonstration_is_not_opened_to_the_world() {
    for (addr, refused) in [("0.0.0.0:0", true), ("[::]:0", true), ("192.0.2.1:80", true)] {
        let out = run(&["--demo", "--addr", addr]);
        assert_eq!(out.status.code(), refused.then_some(2), "{addr}");
        assert!(String::from_utf8_lossy(&out.stderr).contains("only served on a loopback address"), "{addr}");
    }
}

#[test]
fn people_of_the_demonstration_are_there() {
    let data = TempDir::new().unwrap();
    for (name, more, expected) in
        [("demonstration", &["--demo"][..], "HTTP/1.1 200"), ("none", &[][..], "HTTP/1.1 401")]
    {
        let folder = data.path().join(name);
        let running = start(&folder, more);
        let mut stream = TcpStream::connect(("127.0.0.1", running.port)).unwrap();
        let body = r#"{"email":"anna@example.com","password":"svar-demo-2026"}"#;
        let head = "POST /api/v1/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json";
        write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with(expected), "{name}: {answer}");
    }
}

#[test]
fn an_issuer_of_the_demonstration_is_not_opened_to_the_world() {
    for addr in ["0.0.0.0:0", "[::]:0", "192.0.2.1:80"] {
        let out = run(&["issuer", "--addr", addr]);
        assert_eq!(out.status.code(), Some(1), "{addr}");
        assert!(String::from_utf8_lossy(&out.stderr).contains("only served on a loopback address"), "{addr}");
    }
}

#[test]
fn broken_content_is_told_and_ends_it() {
    let folder = TempDir::new().unwrap();
    let article = folder.path().join("en/articles/one.md");
    fs::create_dir_all(article.parent().unwrap()).unwrap();
    fs::write(&article, "no front matter").unwrap();
    let languages = "[en]\nname = \"English\"\nand = \"and\"\nmoney = \"{amount}\"\nlanguages = {}\n";
    fs::write(folder.path().join("languages.toml"), languages).unwrap();
    let (data, content) = (folder.path().join("data").display().to_string(), folder.path().display().to_string());
    let told = format!("{}:1: The front matter has to stand", article.display());
    for args in
        [vec!["--addr", "127.0.0.1:0", "--data", &data, "--content", &content], vec!["content", "--content", &content]]
    {
        let out = run(&args);
        assert_eq!(out.status.code(), Some(1), "{args:?}");
        assert!(String::from_utf8_lossy(&out.stderr).contains(&told), "{args:?}");
        assert!(out.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn what_it_cannot_use_is_said() {
    let data = TempDir::new().unwrap();
    let (data, content) = (data.path().display().to_string(), content());
    let usual = ["--addr", "127.0.0.1:0", "--data", &data, "--content", &content];
    for (name, more, code, said) in [
        ("database", vec!["--database", "mysql://x"], 1, "neither a sqlite: nor a postgres: address"),
        ("web", vec!["--web", "nowhere"], 1, "build the site first"),
        ("issuer_alone", vec!["--oidc-issuer", "https://id.example"], 2, "--oidc-client-id"),
        ("issuer_to_overhear", vec!["--oidc-issuer", "http://id.example", "--oidc-client-id", "svar"], 1, "no address"),
        ("clock", vec!["--clock", "noon"], 2, "--clock"),
        ("option", vec!["--nothing"], 2, "--nothing"),
    ] {
        let out = run(&[&usual[..], &more].concat());
        assert_eq!(out.status.code(), Some(code), "{name}");
        assert!(
            String::from_utf8_lossy(&out.stderr).contains(said),
            "{name}: {}",
            String::from_utf8_lossy(&out.stderr)
        );
    }
}

#[test]
fn good_content_is_said() {
    let out = run(&["content", "--content", &content()]);
    assert_eq!((out.status.code(), String::from_utf8_lossy(&out.stdout).trim()), (Some(0), "4 articles are in order."));
}
