//! Where listening ends: with the session, with what is not kept any more, with the backend.

use std::time::{Duration, Instant};

use axum::http::Method;
use serde_json::json;

use super::{
    asking::{fresh_id, opened, say},
    client::{Client, Signed, on_each_database},
    desk::at_desk,
    events::told,
    listening::{EVENTS, STREAM, listen},
};

const MONTH_S: i64 = 30 * 24 * 3_600;

/// How a session ends while somebody listens.
#[derive(Clone, Copy, Debug)]
enum Ends {
    SignedOut,
    SignedOutInAnotherProcess,
    Expired,
}

async fn end(client: &Client, who: &Signed, how: Ends) {
    match how {
        Ends::SignedOut => {
            let out = client.send(Method::DELETE, "/api/v1/session", &who.headers(), "").await;
            assert_eq!(out.status.as_u16(), 204);
        }
        Ends::SignedOutInAnotherProcess => {
            let token = who.cookie.trim_start_matches("svar_session=");
            client.started_again().await.backend.store.end_session(token).await.unwrap();
        }
        Ends::Expired => {
            let over = sqlx::query("UPDATE session SET expires_at = $1").bind(client.backend.clock.seconds());
            over.execute(&client.database().await).await.unwrap();
        }
    }
}

#[tokio::test]
async fn listening_ends_with_the_session() {
    on_each_database(async |client| {
        for how in [Ends::SignedOut, Ends::SignedOutInAnotherProcess, Ends::Expired] {
            let anna = client.sign_in_as("person-anna").await;
            let case = opened(&client, &anna, "Where is it?").await;
            let cursor = client.get_as(&anna, EVENTS).await.json()["cursor"].as_u64().unwrap();
            let mut stream = listen(&client, &anna, &format!("?cursor={cursor}")).await;
            let waits = format!("{EVENTS}?cursor={cursor}&wait=25");
            let (waited, ()) = tokio::join!(client.get_as(&anna, &waits), async {
                tokio::time::sleep(Duration::from_millis(200)).await;
                end(&client, &anna, how).await;
                at_desk(&client).await.reply(&client, &case, "Which colour?", "wait").await;
            });
            assert_eq!(stream.next().await, None, "{how:?}: nothing is told afterwards");
            assert_eq!((waited.status.as_u16(), waited.code().as_str()), (401, "signed_out"), "{how:?}");
            assert_eq!(client.get_as(&anna, &waits).await.code(), "cursor_invalid", "{how:?}: a visitor now");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_not_kept_any_more_is_said() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let now = client.backend.clock.seconds();
        client.backend.store.forget_expired(now + MONTH_S - 1).await.unwrap();
        let anna_again = client.sign_in_as("person-anna").await;
        assert_eq!(told(&client.get_as(&anna_again, &format!("{EVENTS}?cursor=0")).await).len(), 2, "thirty days");
        client.backend.store.forget_expired(now + MONTH_S).await.unwrap();
        let anna = client.sign_in_as("person-anna").await;
        for said in [false, true] {
            if said {
                say(&client, &anna, &case, &fresh_id(), "Hello?").await;
            }
            for (name, query) in [("all", "?cursor=0"), ("one", "?cursor=1"), ("waiting", "?cursor=0&wait=25")] {
                for headers in [vec![("cookie", anna.cookie.as_str())], vec![("cookie", &anna.cookie), STREAM]] {
                    let gone = client.get_with(&format!("{EVENTS}{query}"), &headers).await;
                    assert_eq!((gone.status.as_u16(), gone.code().as_str()), (410, "cursor_gone"), "{name} {said}");
                }
            }
            let kept = client.get_as(&anna, &format!("{EVENTS}?cursor=2")).await;
            let expected: &[(String, u64)] = &[("message".to_owned(), 3)];
            assert_eq!(told(&kept), if said { expected } else { &[] }, "numbers are not given again");
        }
    })
    .await;
}

#[tokio::test]
async fn a_hole_in_the_log_is_never_passed_over() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        for _ in 0..2 {
            say(&client, &anna, &case, &fresh_id(), "Hello?").await;
        }
        // As where processes have clocks that differ.
        sqlx::query("DELETE FROM event_log WHERE seq = 3").execute(&client.database().await).await.unwrap();
        let before = client.get_as(&anna, &format!("{EVENTS}?cursor=1")).await;
        assert_eq!((told(&before), before.json()["cursor"].as_u64()), (vec![("case".to_owned(), 2)], Some(2)));
        assert_eq!(client.get_as(&anna, &format!("{EVENTS}?cursor=2")).await.code(), "cursor_gone");
        let mut stream = listen(&client, &anna, "?cursor=1").await;
        assert_eq!(stream.events(1).await, [("case".to_owned(), 2)]);
        assert_eq!(stream.next().await, None);
    })
    .await;
}

#[tokio::test]
async fn a_backend_that_stops_waits_for_nobody() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let mut stream = listen(&client, &anna, "").await;
        stream.event().await;
        let began = Instant::now();
        let waits = format!("{EVENTS}?cursor=0&wait=25");
        let (waited, ()) = tokio::join!(client.get_as(&anna, &waits), async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            client.backend.stopping.send_replace(true);
        });
        assert_eq!(waited.json(), json!({"items": [], "cursor": 0, "passing": 0}));
        assert_eq!(stream.next().await, None);
        assert_eq!(client.get_as(&anna, &waits).await.status.as_u16(), 200);
        assert!(began.elapsed() < Duration::from_secs(20), "nobody waited to the end");
    })
    .await;
}
