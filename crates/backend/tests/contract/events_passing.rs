//! What everybody is told and nobody keeps: that contact methods may have changed.

use std::time::Duration;

use contract::EventKind;
use serde_json::{Value, json};

use super::{
    asking::opened,
    client::{Client, on_each_database},
    listening::{EVENTS, listen, listen_with},
};

async fn changed(client: &Client) {
    client.backend.tell_everyone(EventKind::Availability).await.unwrap();
}

fn availability(times: u64) -> Value {
    json!({"kind": "availability", "at": "2026-11-22T12:00:00Z", "passing": times})
}

#[tokio::test]
async fn everybody_who_listens_is_told() {
    on_each_database(async |client| {
        let other = client.started_again().await;
        let anna = client.sign_in_as("person-anna").await;
        opened(&client, &anna, "Where is it?").await;
        let mut streams = [
            ("person", listen(&client, &anna, "?cursor=2").await),
            ("visitor", listen_with(&client, "?cursor=0", &[]).await),
            ("person_in_another_process", listen(&other, &anna, "?cursor=2").await),
            ("visitor_in_another_process", listen_with(&other, "?cursor=0", &[]).await),
        ];
        for times in 1..=2 {
            changed(&client).await;
            for (name, stream) in &mut streams {
                let event = stream.event().await;
                assert_eq!((event.id, event.data), (None, availability(times)), "{name}");
            }
        }
        let own = client.get_as(&anna, &format!("{EVENTS}?cursor=2")).await.json();
        assert_eq!(own, json!({"items": [], "cursor": 2, "passing": 2}), "nothing of it is kept");
        for (_, stream) in &mut streams {
            stream.is_silent_for(Duration::from_millis(100)).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_waiting_call_is_told() {
    on_each_database(async |client| {
        let other = client.started_again().await;
        for (name, listener, times) in [("here", &client, 1), ("in_another_process", &other, 2)] {
            let path = format!("{EVENTS}?cursor=0&wait=25");
            let (answer, ()) = tokio::join!(listener.get(&path), async {
                tokio::time::sleep(Duration::from_millis(300)).await;
                changed(&client).await;
            });
            let expected = json!({"items": [availability(times)], "cursor": 0, "passing": times});
            assert_eq!(answer.json(), expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_says_what_had_passed_misses_nothing_between_two_calls() {
    on_each_database(async |client| {
        let other = client.started_again().await;
        let first = client.get(EVENTS).await.json();
        assert_eq!(first, json!({"items": [], "cursor": 0, "passing": 0}));
        changed(&other).await;
        changed(&other).await;
        for (name, query, items) in [
            ("as_it_was", "?cursor=0&passing=0", json!([availability(2)])),
            ("as_it_was_although_it_waits", "?cursor=0&passing=0&wait=25", json!([availability(2)])),
            ("between", "?cursor=0&passing=1", json!([availability(2)])),
            ("as_it_is", "?cursor=0&passing=2", json!([])),
            ("not_said", "?cursor=0", json!([])),
            ("not_said_at_all", "", json!([])),
        ] {
            let answer = client.get(&format!("{EVENTS}{query}")).await.json();
            assert_eq!(answer, json!({"items": items, "cursor": 0, "passing": 2}), "{name}");
        }
        assert_eq!(client.get(&format!("{EVENTS}?passing=3")).await.code(), "cursor_invalid");
        let mut stream = listen_with(&client, "?cursor=0&passing=1", &[]).await;
        assert_eq!(stream.event().await.data, availability(2));
        let mut fresh = listen_with(&client, "?passing=1", &[]).await;
        let ready = fresh.event().await;
        assert_eq!(ready.name, "ready");
        assert_eq!(fresh.event().await.data, availability(2));
    })
    .await;
}
