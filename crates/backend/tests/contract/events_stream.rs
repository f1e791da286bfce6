//! Streams of events: what was kept, then what happens, with no gap between, for as many as listen.

use std::{sync::Arc, time::Duration};

use serde_json::json;

use super::{
    asking::{fresh_id, opened, say},
    client::{Client, on_each_database},
    desk::at_desk,
    listening::{EVENTS, STREAM, listen, listen_with},
};

/// A backend whose listeners hear only what its own process tells them.
fn without_looks(client: Client) -> Client {
    client.changed(|backend| {
        let mut events = backend::events::Events::default();
        events.look_every = Duration::from_secs(3_600);
        backend.events = Arc::new(events);
    })
}

#[tokio::test]
async fn what_was_kept_is_told_and_then_what_happens() {
    on_each_database(async |client| {
        let client = without_looks(client);
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let mut stream = listen(&client, &anna, "?cursor=0").await;
        assert_eq!(stream.events(2).await, [("message".to_owned(), 1), ("case".to_owned(), 2)]);
        let maja = at_desk(&client).await;
        let (answer, ()) = tokio::join!(stream.event(), async {
            // The stream waits by then.
            tokio::time::sleep(Duration::from_millis(200)).await;
            maja.reply(&client, &case, "Which colour?", "wait").await;
        });
        assert_eq!((answer.name.as_str(), answer.id), ("message", Some(3)));
        assert_eq!(answer.data["message"]["nodes"][0]["children"][0]["text"], "Which colour?");
        assert_eq!(stream.events(1).await, [("case".to_owned(), 4)]);
    })
    .await;
}

#[tokio::test]
async fn without_a_cursor_the_present_is_told_first() {
    on_each_database(async |client| {
        let client = without_looks(client);
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let mut stream = listen(&client, &anna, "").await;
        let ready = stream.event().await;
        let expected = json!({"kind": "ready", "at": "2026-11-22T12:00:00Z", "cursor": 2, "passing": 0});
        assert_eq!((ready.name.as_str(), ready.data), ("ready", expected));
        say(&client, &anna, &case, &fresh_id(), "Hello?").await;
        assert_eq!(stream.events(1).await, [("message".to_owned(), 3)]);
        let mut of_a_visitor = listen_with(&client, "", &[]).await;
        assert_eq!(of_a_visitor.event().await.data["cursor"], 0);
    })
    .await;
}

#[tokio::test]
async fn each_of_a_persons_tabs_hears_everything() {
    on_each_database(async |client| {
        let client = without_looks(client);
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let elsewhere = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let mut one = listen(&client, &anna, "?cursor=2").await;
        let mut two = listen(&client, &elsewhere, "?cursor=2").await;
        let mut bens = listen(&client, &ben, "?cursor=0").await;
        for text in ["Hello?", "Is anybody there?"] {
            say(&client, &anna, &case, &fresh_id(), text).await;
        }
        let expected = [("message".to_owned(), 3), ("message".to_owned(), 4)];
        assert_eq!((one.events(2).await, two.events(2).await), (expected.to_vec(), expected.to_vec()));
        bens.is_silent_for(Duration::from_millis(300)).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_missed_between_what_was_kept_and_what_happens() {
    const ROUNDS: u64 = 10;
    const WRITTEN: u64 = 6;
    on_each_database(async |client| {
        let client = Arc::new(without_looks(client));
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        for round in 0..ROUNDS {
            let (before, after) = (2 + round * WRITTEN, 2 + (round + 1) * WRITTEN);
            let (writing, who, about) = (Arc::clone(&client), anna.clone(), case.clone());
            let writer = tokio::spawn(async move {
                for _ in 0..WRITTEN {
                    assert_eq!(say(&writing, &who, &about, &fresh_id(), "Hello?").await.status.as_u16(), 201);
                }
            });
            tokio::time::sleep(Duration::from_millis(round)).await;
            let mut known = listen(&client, &anna, &format!("?cursor={before}")).await;
            let mut fresh = listen(&client, &anna, "").await;
            for expected in before + 1..=after {
                assert_eq!(known.event().await.id, Some(expected), "round {round}");
            }
            let begins = fresh.event().await.data["cursor"].as_u64().unwrap();
            for expected in begins + 1..=after {
                assert_eq!(fresh.event().await.id, Some(expected), "round {round}");
            }
            writer.await.unwrap();
        }
    })
    .await;
}

#[tokio::test]
async fn what_another_process_writes_is_heard_and_its_numbers_go_on() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let other = client.started_again().await;
        let mut stream = listen(&client, &anna, "?cursor=2").await;
        let mut waiting = listen(&other, &anna, "?cursor=1").await;
        assert_eq!(waiting.events(1).await, [("case".to_owned(), 2)], "the number holds after a start");
        say(&other, &anna, &case, &fresh_id(), "Hello?").await;
        say(&client, &anna, &case, &fresh_id(), "Is anybody there?").await;
        let expected = [("message".to_owned(), 3), ("message".to_owned(), 4)];
        assert_eq!(stream.events(2).await, expected);
        assert_eq!(waiting.events(2).await, expected);
    })
    .await;
}

#[tokio::test]
async fn a_stream_is_held_back_by_nothing_and_shows_that_it_lives() {
    on_each_database(async |client| {
        assert_eq!(client.backend.events.heartbeat, Duration::from_secs(15));
        assert_eq!(client.backend.events.look_every, Duration::from_secs(1));
        let client = client.changed(|backend| {
            let mut events = backend::events::Events::default();
            events.heartbeat = Duration::from_millis(50);
            backend.events = Arc::new(events);
        });
        let mut stream = listen_with(&client, "?cursor=0", &[("accept-encoding", "gzip, br")]).await;
        for (name, expected) in [
            ("content-type", "text/event-stream"),
            ("cache-control", "no-store, no-transform"),
            ("x-accel-buffering", "no"),
            ("x-content-type-options", "nosniff"),
        ] {
            assert_eq!(stream.headers[name], expected, "{name}");
        }
        assert!(!stream.headers.contains_key("content-encoding"));
        stream.is_silent_for(Duration::from_millis(500)).await;
        assert!((2..=10).contains(&stream.heartbeats), "{}", stream.heartbeats);
    })
    .await;
}

#[tokio::test]
async fn a_person_has_eight_places() {
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let mut streams = Vec::new();
        for _ in 0..8 {
            streams.push(listen(&client, &anna, "?cursor=0").await);
        }
        let cookie = ("cookie", anna.cookie.as_str());
        for (name, query, headers) in
            [("stream", "?cursor=0", vec![cookie, STREAM]), ("waiting_call", "?cursor=0&wait=1", vec![cookie])]
        {
            let refused = client.get_with(&format!("{EVENTS}{query}"), &headers).await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (429, "too_many_streams"), "{name}");
            assert_eq!(refused.header("retry-after"), "5", "{name}");
        }
        assert_eq!(client.get_as(&anna, EVENTS).await.status.as_u16(), 200, "what does not wait takes no place");
        listen(&client, &ben, "").await.event().await;
        drop(streams.pop());
        listen(&client, &anna, "").await.event().await;
    })
    .await;
}
