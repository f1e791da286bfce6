//! The log of events: one for each person, numbered from 1 without a gap, read from any number on.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id, general, opened, say},
    client::{Answer, Client, Signed, on_each_database},
    desk::at_desk,
    listening::EVENTS,
};

/// Kinds and numbers of a list.
pub fn told(answer: &Answer) -> Vec<(String, u64)> {
    let list = answer.json();
    let items = list["items"].as_array().unwrap_or_else(|| panic!("{list}"));
    items.iter().map(|event| (event["kind"].as_str().unwrap().to_owned(), event["seq"].as_u64().unwrap())).collect()
}

async fn get(client: &Client, who: &Signed, query: &str) -> Answer {
    client.get_as(who, &format!("{EVENTS}{query}")).await
}

/// A case with five events: opened with its first message, a message of the person's, an answer.
async fn five_events(client: &Client, who: &Signed) -> Value {
    let case = opened(client, who, "Where is it?").await;
    say(client, who, &case, &fresh_id(), "Hello?").await;
    at_desk(client).await.reply(client, &case, "Which colour?", "wait").await;
    case
}

#[tokio::test]
async fn events_are_read_from_any_number_on() {
    let all = [("message", 1), ("case", 2), ("message", 3), ("message", 4), ("case", 5)];
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        assert_eq!(get(&client, &anna, "").await.json(), json!({"items": [], "cursor": 0, "passing": 0}));
        five_events(&client, &anna).await;
        for (name, query, from, cursor) in [
            ("present", "", 5, 5),
            ("present_although_it_waits", "?wait=25", 5, 5),
            ("all", "?cursor=0", 0, 5),
            ("zeros_before_it", "?cursor=0002", 2, 5),
            ("some", "?cursor=2", 2, 5),
            ("last", "?cursor=4", 4, 5),
            ("none", "?cursor=5", 5, 5),
            ("some_although_it_waits", "?cursor=3&wait=25", 3, 5),
            ("none_without_waiting", "?cursor=5&wait=0", 5, 5),
        ] {
            let answer = get(&client, &anna, query).await;
            let expected: Vec<(String, u64)> =
                all[from..].iter().map(|(kind, seq)| ((*kind).to_owned(), *seq)).collect();
            assert_eq!((told(&answer), answer.json()["cursor"].as_u64()), (expected, Some(cursor)), "{name}");
            assert_eq!(answer.header("cache-control"), "no-store", "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn events_hold_what_happened() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = five_events(&client, &anna).await;
        let events = get(&client, &anna, "?cursor=0").await.json()["items"].clone();
        let path = format!("/api/v1/conversations/{}/messages", case["conversation_id"].as_str().unwrap());
        let messages = client.get_as(&anna, &path).await.json()["items"].clone();
        for (name, at, message) in [("opened", 0, 0), ("said", 2, 1), ("answered", 3, 2)] {
            let expected = json!({
                "seq": at + 1, "kind": "message", "at": "2026-11-22T12:00:00Z",
                "conversation_id": case["conversation_id"], "message": messages[message],
            });
            assert_eq!(events[at], expected, "{name}");
        }
        for (name, at) in [("opened", 1), ("moved", 4)] {
            let expected = json!({"seq": at + 1, "kind": "case", "at": "2026-11-22T12:00:00Z", "case_id": case["id"]});
            assert_eq!(events[at], expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_a_place_in_the_log_is_refused() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        five_events(&client, &anna).await;
        for (name, query, status, code) in [
            ("beyond_the_present", "cursor=6", 400, "cursor_invalid"),
            ("word", "cursor=x", 400, "cursor_invalid"),
            ("empty", "cursor=", 400, "cursor_invalid"),
            ("negative", "cursor=-1", 400, "cursor_invalid"),
            ("with_a_sign", "cursor=%2B1", 400, "cursor_invalid"),
            ("part", "cursor=1.5", 400, "cursor_invalid"),
            ("space", "cursor=1%20", 400, "cursor_invalid"),
            ("other_digits", "cursor=%D9%A1", 400, "cursor_invalid"),
            ("huge", "cursor=99999999999999999999", 400, "cursor_invalid"),
            ("passing_word", "cursor=1&passing=x", 400, "cursor_invalid"),
            ("passing_beyond_the_present", "cursor=1&passing=1", 400, "cursor_invalid"),
            ("cursor_twice", "cursor=1&cursor=2", 422, "parameter_invalid"),
            ("wait_over", "cursor=1&wait=26", 422, "parameter_invalid"),
            ("wait_negative", "cursor=1&wait=-1", 422, "parameter_invalid"),
            ("wait_empty", "cursor=1&wait=", 422, "parameter_invalid"),
            ("wait_part", "cursor=1&wait=0.5", 422, "parameter_invalid"),
        ] {
            for headers in
                [vec![("cookie", anna.cookie.as_str())], vec![("cookie", &anna.cookie), super::listening::STREAM]]
            {
                let answer = client.get_with(&format!("{EVENTS}?{query}"), &headers).await;
                assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name} {headers:?}");
            }
        }
        let posted = client.post_json(EVENTS, &[], "{}").await;
        assert_eq!((posted.status.as_u16(), posted.code().as_str()), (405, "method_not_allowed"));
    })
    .await;
}

#[tokio::test]
async fn what_is_sent_twice_or_not_kept_is_told_once_or_not_at_all() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let (case_id, message_id) = (fresh_id(), fresh_id());
        for status in [201, 200] {
            let case = ask(&client, &anna, &case_id, &general("Where is it?")).await;
            assert_eq!(case.status.as_u16(), status);
            assert_eq!(say(&client, &anna, &case.json(), &message_id, "Hello?").await.status.as_u16(), status);
        }
        let case = ask(&client, &anna, &case_id, &general("Where is it?")).await.json();
        let maja = at_desk(&client).await;
        maja.reply(&client, &case, "Here.", "close").await;
        assert_eq!(say(&client, &anna, &case, &fresh_id(), "Thanks").await.code(), "conversation_closed");
        assert_eq!(say(&client, &anna, &case, &message_id, "Other words").await.code(), "client_id_reused");
        let expected = [("message", 1), ("case", 2), ("message", 3), ("message", 4), ("case", 5)];
        let expected = expected.map(|(kind, seq)| (kind.to_owned(), seq));
        assert_eq!(told(&get(&client, &anna, "?cursor=0").await), expected);
    })
    .await;
}

#[tokio::test]
async fn nobody_hears_of_what_is_somebody_elses() {
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let case = five_events(&client, &anna).await;
        assert_eq!(get(&client, &ben, "?cursor=0").await.json()["items"], json!([]));
        assert_eq!(client.get(&format!("{EVENTS}?cursor=0")).await.json()["items"], json!([]));
        let (waits, id) = (format!("{EVENTS}?cursor=0&wait=2"), fresh_id());
        let (bens, visitors, _) =
            tokio::join!(client.get_as(&ben, &waits), client.get(&waits), say(&client, &anna, &case, &id, "Blue."),);
        for (name, answer) in [("person", bens), ("visitor", visitors)] {
            assert_eq!(answer.json(), json!({"items": [], "cursor": 0, "passing": 0}), "{name}");
        }
        // A cursor of the person's own leads a visitor, or another person, nowhere.
        assert_eq!(get(&client, &ben, "?cursor=5").await.code(), "cursor_invalid");
        assert_eq!(client.get(&format!("{EVENTS}?cursor=5")).await.code(), "cursor_invalid");
    })
    .await;
}

#[tokio::test]
async fn a_call_waits_for_what_comes() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        let began = Instant::now();
        let (answer, ()) = tokio::join!(get(&client, &anna, "?cursor=2&wait=25"), async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            maja.reply(&client, &case, "Which colour?", "wait").await;
        });
        assert_eq!(told(&answer), [("message".to_owned(), 3), ("case".to_owned(), 4)]);
        assert_eq!(answer.json()["items"][0]["message"]["author"]["kind"], "support");
        assert!(began.elapsed() < Duration::from_secs(20), "it did not wait to the end");
        let began = Instant::now();
        let nothing = get(&client, &anna, "?cursor=4&wait=1").await;
        assert_eq!(nothing.json(), json!({"items": [], "cursor": 4, "passing": 0}));
        assert!(began.elapsed() >= Duration::from_secs(1), "it waited");
    })
    .await;
}

#[tokio::test]
async fn what_is_written_at_once_is_numbered_without_a_gap() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let cases = [opened(&client, &anna, "One").await, opened(&client, &anna, "Two").await];
        let client = Arc::new(client);
        let mut sent = Vec::new();
        for at in 0..10 {
            let (client, anna, case) = (Arc::clone(&client), anna.clone(), cases[at % 2].clone());
            sent.push(tokio::spawn(async move { say(&client, &anna, &case, &fresh_id(), "Hello?").await }));
        }
        for sent in sent {
            assert_eq!(sent.await.unwrap().status.as_u16(), 201);
        }
        let seqs: Vec<u64> = told(&get(&client, &anna, "?cursor=0").await).into_iter().map(|(_, seq)| seq).collect();
        assert_eq!(seqs, (1..=14).collect::<Vec<u64>>());
    })
    .await;
}

#[tokio::test]
async fn a_long_log_is_read_in_parts() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        for _ in 0..118 {
            assert_eq!(say(&client, &anna, &case, &fresh_id(), "Hello?").await.status.as_u16(), 201);
        }
        for (cursor, count, next) in [(0, 100, 100), (100, 20, 120), (120, 0, 120)] {
            let answer = get(&client, &anna, &format!("?cursor={cursor}")).await;
            assert_eq!((told(&answer).len(), answer.json()["cursor"].as_u64()), (count, Some(next)), "{cursor}");
        }
        let mut stream = super::listening::listen(&client, &anna, "?cursor=0").await;
        let seqs: Vec<u64> = stream.events(120).await.into_iter().map(|(_, seq)| seq).collect();
        assert_eq!(seqs, (1..=120).collect::<Vec<u64>>());
    })
    .await;
}
