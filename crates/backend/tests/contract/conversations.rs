//! What is said in a case: numbered without a gap, kept once, seen by whoever asked.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    asking::{fresh_id, now, opened, say},
    client::{Client, Signed, on_each_database},
    desk::at_desk,
};

fn path(case: &Value) -> String {
    format!("/api/v1/conversations/{}", case["conversation_id"].as_str().unwrap())
}

async fn seqs(client: &Client, who: &Signed, path: &str) -> Vec<u64> {
    let list = client.get_as(who, path).await.json();
    list["items"].as_array().unwrap().iter().map(|message| message["seq"].as_u64().unwrap()).collect()
}

#[tokio::test]
async fn a_message_is_kept_once() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let id = fresh_id();
        let first = say(&client, &anna, &case, &id, "I forgot to say:\n\n<b>it was blue</b>").await;
        assert_eq!(first.status.as_u16(), 201);
        let message = first.json();
        assert_eq!((&message["seq"], &message["client_id"]), (&json!(2), &json!(id)));
        assert_eq!(
            message["nodes"],
            json!([
                {"kind": "paragraph", "children": [{"kind": "text", "text": "I forgot to say:"}]},
                {"kind": "paragraph", "children": [{"kind": "text", "text": "<b>it was blue</b>"}]},
            ])
        );
        let again = say(&client, &anna, &case, &id, "I forgot to say:\n\n<b>it was blue</b>").await;
        assert_eq!((again.status.as_u16(), again.json()), (200, message));
        let other = say(&client, &anna, &case, &id, "Something else").await;
        assert_eq!((other.status.as_u16(), other.code().as_str()), (422, "client_id_reused"));
        assert_eq!(seqs(&client, &anna, &format!("{}/messages", path(&case))).await, [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn messages_sent_at_once_are_numbered_without_a_gap() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let client = Arc::new(client);
        let same = fresh_id();
        let mut sent = Vec::new();
        for at in 0..8 {
            let id = if at % 2 == 0 { same.clone() } else { fresh_id() };
            let (client, anna, case) = (Arc::clone(&client), anna.clone(), case.clone());
            sent.push(tokio::spawn(async move { say(&client, &anna, &case, &id, "Hello?").await.status.as_u16() }));
        }
        let mut statuses = Vec::new();
        for sent in sent {
            statuses.push(sent.await.unwrap());
        }
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 200, 200, 201, 201, 201, 201, 201]);
        assert_eq!(seqs(&client, &anna, &format!("{}/messages", path(&case))).await, [1, 2, 3, 4, 5, 6]);
    })
    .await;
}

#[tokio::test]
async fn messages_are_paged_both_ways() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "One").await;
        for words in ["Two", "Three", "Four", "Five"] {
            say(&client, &anna, &case, &fresh_id(), words).await;
        }
        for (name, query, expected, previous, next) in [
            ("all", "", vec![1, 2, 3, 4, 5], Value::Null, Value::Null),
            ("last", "?limit=2", vec![4, 5], json!("4"), Value::Null),
            ("before", "?limit=2&before=4", vec![2, 3], json!("2"), json!("3")),
            ("before_the_first", "?before=1", vec![], Value::Null, Value::Null),
            ("after", "?limit=2&after=1", vec![2, 3], json!("2"), json!("3")),
            ("after_all", "?after=5", vec![], Value::Null, Value::Null),
        ] {
            let path = format!("{}/messages{query}", path(&case));
            assert_eq!(seqs(&client, &anna, &path).await, expected, "{name}");
            let list = client.get_as(&anna, &path).await.json();
            assert_eq!((&list["prev_cursor"], &list["next_cursor"]), (&previous, &next), "{name}");
        }
        for (name, query, status, code) in [
            ("word", "after=x", 400, "cursor_invalid"),
            ("negative", "before=-1", 400, "cursor_invalid"),
            ("both", "before=3&after=1", 422, "parameter_invalid"),
            ("limit", "limit=101", 422, "parameter_invalid"),
        ] {
            let answer = client.get_as(&anna, &format!("{}/messages?{query}", path(&case))).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn words_that_cannot_be_sent_are_refused() {
    let over = "å".repeat(2_001);
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let case = opened(&client, &anna, "Where is it?").await;
        for (name, id, text, code) in [
            ("empty", fresh_id(), " \n", "message_invalid"),
            ("too_long", fresh_id(), over.as_str(), "message_invalid"),
            ("no_uuid", "abc".to_owned(), "Hello", "client_id_invalid"),
        ] {
            let answer = say(&client, &anna, &case, &id, text).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, code), "{name}");
        }
        let of_another = say(&client, &ben, &case, &fresh_id(), "Hello").await;
        let absent = say(&client, &anna, &json!({"conversation_id": fresh_id()}), &fresh_id(), "Hello").await;
        let no_id = say(&client, &anna, &json!({"conversation_id": "x"}), &fresh_id(), "Hello").await;
        for (name, answer) in [("of_another", of_another), ("absent", absent), ("no_id", no_id)] {
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "not_found"), "{name}");
        }
        for below in ["", "/messages"] {
            assert_eq!(client.get_as(&ben, &format!("{}{below}", path(&case))).await.code(), "not_found");
            assert_eq!(client.get(&format!("{}{below}", path(&case))).await.code(), "signed_out");
        }
        assert_eq!(seqs(&client, &anna, &format!("{}/messages", path(&case))).await, [1]);
    })
    .await;
}

#[tokio::test]
async fn a_persons_message_hands_the_turn_to_support_until_the_case_is_closed() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        say(&client, &anna, &case, &fresh_id(), "Hello?").await;
        let sent = now(&client, &anna, &case).await;
        assert_eq!((&sent["state"], &sent["next_actor"]), (&json!("submitted"), &json!("support")));
        let maja = at_desk(&client).await;
        maja.reply(&client, &case, "Which colour?", "wait").await;
        let asked = now(&client, &anna, &case).await;
        assert_eq!((&asked["state"], &asked["next_actor"]), (&json!("awaiting_requester"), &json!("requester")));
        assert_eq!(asked.get("expected_reply_at"), None, "support has replied");
        let conversation = client.get_as(&anna, &path(&case)).await.json();
        assert_eq!((&conversation["unread"], &conversation["seq"]), (&json!(1), &json!(3)));
        say(&client, &anna, &case, &fresh_id(), "Blue.").await;
        let answered = now(&client, &anna, &case).await;
        assert_eq!((&answered["state"], &answered["next_actor"]), (&json!("under_review"), &json!("support")));
        assert_eq!(answered["expected_reply_at"], "2026-11-23T12:00:00Z");
        maja.reply(&client, &case, "Here it is.", "close").await;
        let id = fresh_id();
        let late = say(&client, &anna, &case, &id, "Thanks").await;
        assert_eq!((late.status.as_u16(), late.code().as_str()), (409, "conversation_closed"));
        let conversation = client.get_as(&anna, &path(&case)).await.json();
        assert_eq!((&conversation["state"], &conversation["can_post"]), (&json!("closed"), &json!(false)));
        assert_eq!((&conversation["unread"], &conversation["seq"]), (&json!(1), &json!(5)));
    })
    .await;
}
