//! "This is wrong about my order": noted with the answer, and with the case where the person lets it go along.

use axum::http::Method;
use serde_json::{Value, json};

use super::{
    answers::{ID, QUESTION, body, path},
    asking::{ask, fresh_id, general},
    client::{Answer, Client, Signed, on_each_database},
    desk::{at_desk, place},
};

const SAID: &str = "The person says that this is wrong about their order.";

async fn say(client: &Client, who: &Signed, key: &str, body: &Value) -> Answer {
    let [cookie, csrf] = who.headers();
    let headers = [cookie, csrf, ("content-type", "application/json"), ("idempotency-key", key)];
    client.send(Method::POST, &format!("{}/feedback", path(ID)), &headers, &body.to_string()).await
}

fn wrong(note: &str) -> Value {
    json!({"verdict": "wrong_about_order", "note": note})
}

/// The desk's page of a case that is opened with the answer, with these lines.
async fn at_the_desk(client: &Client, who: &Signed, answer: Option<&str>, shared: &[&str]) -> String {
    let mut request = general("It did not help.");
    request["shared"] = json!(shared);
    if let Some(answer) = answer {
        request["answer_id"] = json!(answer);
    }
    let case = ask(client, who, &fresh_id(), &request).await;
    assert_eq!(case.status.as_u16(), 201, "{}", case.text());
    at_desk(client).await.get(client, &place(&case.json())).await.text()
}

#[tokio::test]
async fn the_desk_reads_what_is_wrong_if_it_is_shared() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        client.put_as(&anna, &path(ID), &body(QUESTION)).await;
        let line = ["wrong_about_order"];
        let before = at_the_desk(&client, &anna, Some(ID), &line).await;
        assert!(!before.contains(SAID), "nothing was said of it yet");
        assert_eq!(say(&client, &anna, "a", &wrong("  The parcel <b>is</b> here. ")).await.status.as_u16(), 204);
        for (name, answer, shared, expected) in [
            ("shared", Some(ID), &line[..], true),
            ("left_out", Some(ID), &[][..], false),
            ("without_the_answer", None, &line[..], false),
        ] {
            let page = at_the_desk(&client, &anna, answer, shared).await;
            assert_eq!(page.contains(SAID), expected, "{name}");
            assert_eq!(page.contains("<p>The parcel &lt;b&gt;is&lt;/b&gt; here.</p>"), expected, "{name}: {page}");
        }
        // It stands with the answer alone, not among the facts.
        let page = at_the_desk(&client, &anna, Some(ID), &line).await;
        assert_eq!(page.matches("is&lt;/b&gt; here.").count(), 1);
        assert!(page.contains("Nothing but their words."), "{page}");
    })
    .await;
}

#[tokio::test]
async fn the_last_note_counts_and_a_word_alone_is_enough() {
    on_each_database(async |mut client| {
        let anna = client.sign_in_as("person-anna").await;
        client.put_as(&anna, &path(ID), &body(QUESTION)).await;
        say(&client, &anna, "a", &wrong("first words")).await;
        client.later(5);
        say(&client, &anna, "b", &wrong("second words")).await;
        let page = at_the_desk(&client, &anna, Some(ID), &["wrong_about_order"]).await;
        assert!(page.contains("second words") && !page.contains("first words"), "{page}");
        client.later(5);
        say(&client, &anna, "c", &json!({"verdict": "wrong_about_order"})).await;
        let page = at_the_desk(&client, &anna, Some(ID), &["wrong_about_order"]).await;
        assert!(page.contains(SAID) && !page.contains("second words"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_note_is_of_one_kind_and_not_too_long() {
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        client.put_as(&anna, &path(ID), &body(QUESTION)).await;
        for (name, who, key, body, status, pointer) in [
            ("longest", &anna, "a", wrong(&"å".repeat(2_000)), 204, ""),
            ("too_long", &anna, "b", wrong(&"å".repeat(2_001)), 422, "/note"),
            ("with_another_word", &anna, "b", json!({"verdict": "helped", "note": "x"}), 422, "/note"),
            ("empty", &anna, "b", wrong(" \n "), 204, ""),
            ("no_text", &anna, "c", json!({"verdict": "wrong_about_order", "note": 1}), 422, "/note"),
            ("same_key_other_note", &anna, "a", wrong("x"), 422, ""),
            ("of_somebody_else", &ben, "d", wrong("x"), 404, ""),
        ] {
            let answer = say(&client, who, key, &body).await;
            assert_eq!(answer.status.as_u16(), status, "{name}: {}", answer.text());
            if !pointer.is_empty() {
                assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{name}");
            }
        }
    })
    .await;
}
