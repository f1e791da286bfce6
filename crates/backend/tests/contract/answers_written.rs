//! Answers by a language model: shown where they stand in their sources, and where anything is wrong with them the
//! embedded engine answers instead, and says so.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    answers::{ID, QUESTION, STREAM, body, path, put, visitor},
    client::{Client, on_each_database},
    writer::{Part, Told, Writer, done, lines, parts, words},
};

/// A line that says a source's own words.
fn as_it_stands(sources: &[String]) -> String {
    format!("[1] {}", sources[0])
}

async fn ask(client: &Client) -> Value {
    put(client, &uuid::Uuid::new_v4().to_string(), &[], &body(QUESTION)).await.json()
}

/// What is said without a model.
async fn embedded(client: Client) -> (Client, Value) {
    let answer = ask(&client).await;
    assert_eq!(answer["engine"], "extractive");
    (client, answer["sentences"].clone())
}

#[tokio::test]
async fn what_stands_in_its_sources_is_shown_and_kept() {
    on_each_database(async |client| {
        let (client, writer) = Writer::beside(client, |sources| {
            let line = "[2] You can ask for a refund after 3 days.".to_owned();
            lines(&[as_it_stands(sources), line, "[2] Then ask a friend for money.".to_owned()])
        })
        .await;
        let first = put(&client, ID, &[STREAM], &body(QUESTION)).await;
        let events = first.events();
        let names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
        assert_eq!(names, ["started", "sentence", "source", "sentence", "source", "completed"]);
        assert_eq!(events[0].data["engine"], "generated");
        let cookie = visitor(&first);
        let kept = client.get_with(&path(ID), &[("cookie", &cookie)]).await.json();
        assert_eq!((&kept["engine"], &kept["state"]), (&json!("generated"), &json!("completed")));
        let expected = json!([{"kind": "text", "text": "You can ask for a refund after 3 days."}]);
        assert_eq!(kept["sentences"][1]["nodes"], expected);
        let quotes = [0, 1].map(|at| kept["sentences"][at]["sources"][0]["quote"].clone());
        assert_eq!(quotes, ["Your parcel has not come.", "Wait 3 days, then ask for a refund."].map(Value::from));
        for after in 0..events.len() {
            let rest = client.get_with(&format!("{}?after={after}", path(ID)), &[("cookie", &cookie), STREAM]).await;
            assert_eq!(rest.events(), events[after + 1..], "behind event {after}");
        }
        // The same question is not written a second time.
        assert_eq!(put(&client, ID, &[("cookie", &cookie), STREAM], &body(QUESTION)).await.events(), events);
        assert_eq!(writer.asked(), 1);
    })
    .await;
}

#[tokio::test]
async fn letters_that_the_network_cuts_are_whole() {
    on_each_database(async |client| {
        let (client, _) = Writer::beside(client, |sources| {
            let mut bytes = words(&format!("{}\n[1] Vänta inte på paketet 📦.", as_it_stands(sources)));
            bytes.extend(done());
            parts(bytes.into_iter().map(|byte| Part::Bytes(vec![byte])).collect())
        })
        .await;
        let question = json!({"question": "var är mitt paket", "subject": {"kind": "general"}, "locale": "sv"});
        let answer = put(&client, ID, &[], &question.to_string()).await.json();
        assert_eq!(answer["engine"], "generated", "{answer}");
        let said = answer["sentences"][0]["nodes"][0]["text"].as_str().unwrap();
        assert_eq!(answer["sentences"][0]["sources"][0]["quote"], said);
        assert!(!answer.to_string().contains('\u{fffd}'), "{answer}");
    })
    .await;
}

/// Something wrong with an answer.
type Wrong = fn(&[String]) -> Told;

fn status(status: u16) -> Told {
    Told { status, ..lines(&["[1] Your parcel has not come.".to_owned()]) }
}

/// The beginning of a good answer, and then something else.
fn begun(sources: &[String], then: Vec<Part>) -> Told {
    parts([vec![Part::Bytes(words(&format!("{}\n", as_it_stands(sources))))], then].concat())
}

const STILL: Duration = Duration::from_millis(1_200);
const LONG: Duration = Duration::from_secs(30);

const WRONG: [(&str, Wrong); 22] = [
    ("refused", |_| status(401)),
    ("too_many", |_| status(429)),
    ("broken", |_| status(500)),
    ("no_content", |_| status(204)),
    ("led_elsewhere", |_| Told { location: "/v1/chat/completions?again", ..status(307) }),
    ("nothing", |_| parts(Vec::new())),
    ("stalls_at_once", |_| parts(vec![Part::Pause(LONG)])),
    ("stalls_inside", |sources| begun(sources, vec![Part::Pause(STILL), Part::Bytes(done())])),
    ("drips", |sources| {
        let drop = [Part::Bytes(words("a")), Part::Pause(Duration::from_millis(200))];
        begun(sources, drop.iter().cycle().take(80).cloned().collect())
    }),
    ("hangs_up", |sources| begun(sources, vec![Part::HangUp])),
    ("half_a_line", |sources| begun(sources, vec![Part::Bytes(words("[1] Your parcel has")), Part::HangUp])),
    ("no_end", |sources| begun(sources, Vec::new())),
    ("broken_json", |sources| {
        begun(sources, vec![Part::Bytes(b"data: {\"choices\":[\n\n".to_vec()), Part::Bytes(done())])
    }),
    ("no_stream", |_| {
        parts(vec![Part::Bytes(b"{\"choices\":[{\"message\":{\"content\":\"[1] Yes it is.\"}}]}".to_vec())])
    }),
    ("a_page", |_| parts(vec![Part::Bytes(b"<!doctype html><title>Sign in</title>".to_vec())])),
    ("an_error_inside", |sources| {
        begun(sources, vec![Part::Bytes(b"data: {\"error\":{\"message\":\"no\"}}\n\n".to_vec())])
    }),
    ("another_tool", |sources| {
        let call = b"data: {\"choices\":[{\"delta\":{\"tool_calls\":[{}]},\"finish_reason\":\"tool_calls\"}]}\n\n";
        begun(sources, vec![Part::Bytes(call.to_vec())])
    }),
    ("ten_megabytes", |_| parts(vec![Part::Bytes(words(&"parcel ".repeat(1_500))); 1_000])),
    ("one_endless_event", |_| parts(vec![Part::Bytes(vec![b'a'; 10_000]); 1_000])),
    ("lies", |_| {
        lines(&["[2] Wait 30 days, then ask for a refund.".to_owned(), "[1] Ben has your parcel.".to_owned()])
    }),
    ("cites_wrongly", |_| {
        lines(&["[99] Your parcel has not come.".to_owned(), "Your parcel has not come.".to_owned()])
    }),
    ("says_nothing", |_| lines(&[])),
];

#[tokio::test]
async fn whatever_is_wrong_the_embedded_engine_answers_and_says_so() {
    let (mut client, expected) = embedded({
        let client = Client::on_sqlite().await;
        client.publish(&super::client::content_folder()).await;
        client
    })
    .await;
    for (name, wrong) in WRONG {
        let (beside, writer) = Writer::beside(client, wrong).await;
        client = beside;
        let began = std::time::Instant::now();
        let answer = ask(&client).await;
        assert_eq!((&answer["engine"], &answer["sentences"]), (&json!("extractive"), &expected), "{name}");
        assert_eq!(writer.asked(), 1, "{name}");
        assert!(began.elapsed() < Duration::from_secs(15), "{name}: {:?}", began.elapsed());
    }
}

#[tokio::test]
async fn an_endpoint_that_is_away_is_not_waited_for() {
    on_each_database(async |client| {
        let (client, expected) = embedded(client).await;
        let endpoint = backend::model::Endpoint::new("http://127.0.0.1:1", "m", None, super::writer::SHORT).unwrap();
        let client = client.changed(|backend| backend.model = Some(endpoint.into()));
        let answer = ask(&client).await;
        assert_eq!((&answer["engine"], &answer["sentences"]), (&json!("extractive"), &expected));
    })
    .await;
}

#[tokio::test]
async fn at_most_five_sentences_are_shown_and_none_twice() {
    on_each_database(async |client| {
        let (client, _) = Writer::beside(client, |sources| {
            let own = "[1] Your parcel has not come".to_owned();
            let more = ["yet", "here", "so", "still", "already", "then"].map(|word| format!("{own}, {word}."));
            lines(&[vec![as_it_stands(sources), as_it_stands(sources)], more.to_vec()].concat())
        })
        .await;
        let answer = ask(&client).await;
        let said: Vec<&str> =
            answer["sentences"].as_array().unwrap().iter().filter_map(|it| it["nodes"][0]["text"].as_str()).collect();
        assert_eq!(said.len(), 5, "{said:?}");
        assert_eq!(said.iter().collect::<std::collections::BTreeSet<_>>().len(), 5, "{said:?}");
    })
    .await;
}

#[tokio::test]
async fn what_nobody_wrote_about_is_not_asked_of_a_model() {
    on_each_database(async |client| {
        let (client, writer) = Writer::beside(client, |_| lines(&["[1] Yes it is so.".to_owned()])).await;
        for question in ["zzzzzz qqqqqq", "?!", "货物在哪里"] {
            let answer = put(&client, &uuid::Uuid::new_v4().to_string(), &[], &body(question)).await.json();
            assert_eq!((&answer["state"], &answer["engine"]), (&json!("refused"), &json!("extractive")), "{question}");
        }
        assert_eq!(writer.asked(), 0);
    })
    .await;
}
