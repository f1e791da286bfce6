//! Answers as an asker meets them: what they are made of, their stream, and what cannot be asked.

use axum::http::Method;
use serde_json::{Value, json};

use super::client::{Answer, Client, Event, content_folder, on_each_database};

/// An id that a client made.
pub const ID: &str = "019389a1-7b1c-7c3a-9f00-2f6f1c0a5b01";
/// A question that the tests' own content answers.
pub const QUESTION: &str = "my package has not come";

/// The path of an answer.
pub fn path(id: &str) -> String {
    format!("/api/v1/answers/{id}")
}

/// A general question as a body.
pub fn body(question: &str) -> String {
    json!({"question": question, "subject": {"kind": "general"}, "locale": "en"}).to_string()
}

/// Asks with further headers.
pub async fn put(client: &Client, id: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    client.send(Method::PUT, &path(id), &[&[("content-type", "application/json")], headers].concat(), body).await
}

/// The line of the cookie that came with an answer.
pub fn visitor(answer: &Answer) -> String {
    let line = answer.header("set-cookie");
    assert!(line.starts_with("svar_visitor=") && line.contains("; HttpOnly; SameSite=Lax"), "{line}");
    assert!(!line.contains("Max-Age"), "{line}");
    line.split(';').next().unwrap().to_owned()
}

/// The header that asks for a stream.
pub const STREAM: (&str, &str) = ("accept", "text/event-stream");

#[tokio::test]
async fn an_answer_is_made_of_sentences_that_stand_in_an_article() {
    on_each_database(async |client| {
        let answer = put(&client, ID, &[], &body(QUESTION)).await;
        assert_eq!(answer.status.as_u16(), 201);
        let source =
            |quote: &str| json!({"kind": "article", "id": "late-parcel", "title": "A late parcel", "quote": quote});
        let expected = json!({
            "id": ID, "state": "completed", "engine": "extractive", "question": QUESTION,
            "subject": {"kind": "general"}, "locale": "en", "fallback": [],
            "sentences": [
                {"nodes": [{"kind": "text", "text": "Your parcel has not come."}],
                 "sources": [source("Your parcel has not come.")]},
                {"nodes": [{"kind": "text", "text": "Wait 3 days, then "},
                    {"kind": "link", "href": "/en/articles/refunds#how",
                     "children": [{"kind": "text", "text": "ask for a refund"}]}, {"kind": "text", "text": "."}],
                 "sources": [source("Wait 3 days, then ask for a refund.")]},
            ],
        });
        assert_eq!(answer.json(), expected);
    })
    .await;
}

#[tokio::test]
async fn what_no_article_says_is_not_answered() {
    on_each_database(async |client| {
        for (name, question) in [
            ("nothing_known", "zzzzzz qqqqqq"),
            ("only_signs", "?!"),
            ("only_emoji", "📦🙂"),
            ("another_script", "货物在哪里"),
        ] {
            let id = uuid::Uuid::new_v4().to_string();
            let answer = put(&client, &id, &[], &body(question)).await.json();
            assert_eq!((&answer["state"], &answer["sentences"]), (&json!("refused"), &json!([])), "{name}");
        }
        // Most of this question is about something else, but an article may help all the same.
        let question = "umbrella saxophone volcano elephant submarine refund";
        let answer = put(&client, ID, &[STREAM], &body(question)).await;
        let events = answer.events();
        assert_eq!(events.iter().map(|event| event.name.as_str()).collect::<Vec<_>>(), ["started", "refused"]);
        assert_eq!(events[1].data["fallback"][0]["article"]["slug"], "refunds");
    })
    .await;
}

/// A stream put together as its reader does.
fn whole(events: &[Event]) -> Value {
    let mut sentences: Vec<Value> = Vec::new();
    for (number, event) in events.iter().enumerate() {
        assert_eq!((event.id.unwrap(), &event.data["sequence_number"]), (number as u64, &json!(number)));
        assert_eq!(event.data["kind"], event.name.as_str());
        match event.name.as_str() {
            "sentence" => {
                assert_eq!(event.data["index"], json!(sentences.len()));
                sentences.push(json!({"nodes": event.data["nodes"], "sources": []}));
            }
            "source" => {
                let at = usize::try_from(event.data["index"].as_u64().unwrap()).unwrap();
                sentences[at]["sources"].as_array_mut().unwrap().push(event.data["source"].clone());
            }
            _ => {}
        }
    }
    json!(sentences)
}

#[tokio::test]
async fn a_stream_cut_at_any_event_goes_on_where_it_was() {
    on_each_database(async |client| {
        let first = put(&client, ID, &[STREAM], &body(QUESTION)).await;
        assert_eq!((first.status.as_u16(), first.header("content-type")), (201, "text/event-stream"));
        for (header, expected) in
            [("cache-control", "no-store, no-transform"), ("content-encoding", ""), ("x-accel-buffering", "no")]
        {
            assert_eq!(first.header(header), expected, "{header}");
        }
        let cookie = visitor(&first);
        let events = first.events();
        let names: Vec<&str> = events.iter().map(|event| event.name.as_str()).collect();
        assert_eq!(names, ["started", "sentence", "source", "sentence", "source", "completed"]);
        let read = async |after: &str, headers: &[(&str, &str)]| {
            client.get_with(&format!("{}{after}", path(ID)), &[&[("cookie", cookie.as_str())], headers].concat()).await
        };
        let kept = read("", &[]).await.json();
        assert_eq!(kept["sentences"], whole(&events));
        assert_eq!(read("", &[STREAM]).await.events(), events);
        for cut in 0..events.len() {
            let rest = read(&format!("?after={cut}"), &[STREAM]).await.events();
            let joined = [&events[..=cut], &rest].concat();
            assert_eq!((joined.len(), whole(&joined)), (events.len(), whole(&events)), "cut behind event {cut}");
        }
        assert_eq!(read("?after=99", &[STREAM]).await.events(), []);
        for after in ["x", "-1", "", "99999999999999999999", "1&after=2"] {
            let refused = read(&format!("?after={after}"), &[STREAM]).await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (422, "parameter_invalid"), "{after}");
        }
    })
    .await;
}

#[tokio::test]
async fn bad_questions_are_refused() {
    let general = r#""subject":{"kind":"general"},"locale":"en""#;
    let question = |text: &str| format!(r#"{{"question":"{text}",{general}}}"#);
    let about = |subject: &str| format!(r#"{{"question":"where","subject":{subject},"locale":"en"}}"#);
    let most = question(&"å".repeat(2_000));
    on_each_database(async |client| {
        for (name, body, status, code, pointer) in [
            ("empty_body", String::new(), 400, "json_malformed", ""),
            ("cut", r#"{"question":"a","#.to_owned(), 400, "json_malformed", ""),
            ("no_question", format!("{{{general}}}"), 422, "body_invalid", ""),
            ("question_of_another_type", format!(r#"{{"question":1,{general}}}"#), 422, "body_invalid", "/question"),
            ("unknown_field", format!(r#"{{"question":"a","x":1,{general}}}"#), 422, "body_invalid", "/x"),
            ("empty", question(""), 422, "question_invalid", "/question"),
            ("only_space", question(" \\n\\t\u{a0} "), 422, "question_invalid", "/question"),
            ("too_long", question(&"å".repeat(2_001)), 422, "question_invalid", "/question"),
            ("order_without_id", about(r#"{"kind":"order"}"#), 422, "subject_invalid", "/subject"),
            ("object_without_id", about(r#"{"kind":"object"}"#), 422, "subject_invalid", "/subject"),
            ("general_with_id", about(r#"{"kind":"general","id":"a"}"#), 422, "subject_invalid", "/subject"),
            ("unknown_kind", about(r#"{"kind":"planet","id":"a"}"#), 422, "subject_invalid", "/subject"),
            ("order_of_a_visitor", about(r#"{"kind":"order","id":"a"}"#), 422, "subject_invalid", "/subject"),
            ("absent_object", about(r#"{"kind":"object","id":"a"}"#), 422, "subject_invalid", "/subject"),
            ("zero_byte", about(r#"{"kind":"object","id":"\u0000"}"#), 422, "subject_invalid", "/subject"),
        ] {
            let answer = put(&client, ID, &[], &body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
            assert_eq!(answer.header("set-cookie"), "", "{name}");
            if !pointer.is_empty() {
                assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{name}");
            }
        }
        let as_text = client.send(Method::PUT, &path(ID), &[("content-type", "text/plain")], &body("a")).await;
        assert_eq!(as_text.code(), "media_type_unsupported");
        for id in ["1", "not-a-uuid", "%00", "019389a1-7b1c-7c3a-9f00-2f6f1c0a5b0z"] {
            assert_eq!(put(&client, id, &[], &body("a")).await.code(), "not_found", "{id}");
        }
        // None of them was kept: the id is still free.
        assert_eq!(put(&client, ID, &[], &most).await.status.as_u16(), 201);
    })
    .await;
}

#[tokio::test]
async fn while_nothing_can_be_answered_articles_are_offered() {
    on_each_database(async |client| {
        let client = client.without_answers();
        let refused = put(&client, ID, &[], &body("refund")).await;
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (503, "assistant_unavailable"));
        assert_eq!(refused.header("retry-after"), "1");
        assert_eq!(refused.json()["fallback"][0]["article"]["slug"], "refunds");
        // Nothing was kept, so that the same question can be asked again.
        assert_eq!(client.get(&path(ID)).await.code(), "not_found");
    })
    .await;
}

#[tokio::test]
async fn an_article_that_has_just_been_written_is_answered_from() {
    on_each_database(async |client| {
        let question = body("may I collect a walrus in person");
        assert_eq!(put(&client, ID, &[], &question).await.json()["state"], "refused");
        let folder = tempfile::TempDir::new().unwrap();
        super::reload::copy(&content_folder(), folder.path());
        let article = std::fs::read_to_string(folder.path().join("en/articles/only-english.md")).unwrap();
        let article = article.replace("You can close your account.", "A walrus may be collected in person.");
        std::fs::write(folder.path().join("en/articles/walrus.md"), article).unwrap();
        client.publish(folder.path()).await;
        let other = uuid::Uuid::new_v4().to_string();
        let answer = put(&client, &other, &[], &question).await.json();
        assert_eq!(answer["sentences"][0]["sources"][0]["quote"], "A walrus may be collected in person.");
        assert_eq!(answer["sentences"][0]["sources"][0]["id"], "walrus");
    })
    .await;
}
