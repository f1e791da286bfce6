//! Passwords cannot be tried without end.

use backend::{Backend, demo, router};
use serde_json::json;
use tower::ServiceExt;

use super::client::{Client, on_each_database};

const SESSION: &str = "/api/v1/session";

async fn on_each_demo(claim: impl AsyncFn(Client)) {
    on_each_database(async |client| {
        demo::fill(&client.backend).await.unwrap();
        claim(client).await;
    })
    .await;
}

/// Tries a password: the status, and the seconds to wait.
async fn attempt(client: &Client, email: &str, password: &str) -> (u16, String) {
    let body = json!({"email": email, "password": password}).to_string();
    let answer = client.post_json(SESSION, &[], &body).await;
    if answer.status.as_u16() == 429 {
        assert_eq!(answer.code(), "too_many_attempts");
        assert_eq!(answer.json()["retry_after_s"].to_string(), answer.header("retry-after"));
    }
    (answer.status.as_u16(), answer.header("retry-after").to_owned())
}

async fn wrong(client: &Client, email: &str, times: usize) {
    for _ in 0..times {
        assert_eq!(attempt(client, email, "wrong").await, (401, String::new()));
    }
}

/// The whole seconds of a wait; the test itself may take one.
fn about(found: &(u16, String), seconds: i64) -> bool {
    found.0 == 429 && found.1.parse::<i64>().is_ok_and(|found| (seconds - 5..=seconds).contains(&found))
}

#[tokio::test]
async fn after_five_wrong_passwords_there_is_a_wait_that_grows() {
    on_each_demo(async |mut client| {
        wrong(&client, "anna@example.com", 5).await;
        for seconds in [30, 60, 120, 240, 480, 900, 900] {
            let found = attempt(&client, "anna@example.com", "wrong").await;
            assert!(about(&found, seconds), "{seconds}: {found:?}");
            let right = attempt(&client, "anna@example.com", "svar-demo-2026").await;
            assert!(about(&right, seconds), "the right password waits, too: {right:?}");
            client.later(seconds);
            wrong(&client, "anna@example.com", 1).await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_wait_is_for_one_address_however_it_is_written() {
    on_each_demo(async |client| {
        wrong(&client, "anna@example.com", 2).await;
        wrong(&client, "ANNA@example.com", 2).await;
        wrong(&client, " anna@example.com", 1).await;
        assert_eq!(attempt(&client, "Anna@Example.com", "svar-demo-2026").await.0, 429);
        assert_eq!(attempt(&client, "ben@example.com", "svar-demo-2026").await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_address_waits_like_a_known_one() {
    on_each_demo(async |client| {
        wrong(&client, "nobody@example.com", 5).await;
        let found = attempt(&client, "nobody@example.com", "wrong").await;
        assert!(about(&found, 30), "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn signing_in_or_a_day_of_rest_clears_the_count() {
    on_each_demo(async |mut client| {
        wrong(&client, "anna@example.com", 4).await;
        assert_eq!(attempt(&client, "anna@example.com", "svar-demo-2026").await.0, 200);
        wrong(&client, "anna@example.com", 4).await;
        client.later(24 * 3_600);
        wrong(&client, "anna@example.com", 4).await;
        assert_eq!(attempt(&client, "anna@example.com", "svar-demo-2026").await.0, 200);
    })
    .await;
}

#[tokio::test]
async fn all_processes_count_together() {
    on_each_demo(async |client| {
        wrong(&client, "anna@example.com", 5).await;
        let other = router(Backend::new(client.backend.store.clone(), client.backend.clock, None));
        let body = r#"{"email":"anna@example.com","password":"svar-demo-2026"}"#;
        let request = axum::http::Request::post(SESSION).header("content-type", "application/json");
        let answer = other.oneshot(request.body(axum::body::Body::from(body)).unwrap()).await.unwrap();
        assert_eq!(answer.status().as_u16(), 429);
    })
    .await;
}

#[tokio::test]
async fn many_at_once_are_no_more_than_many_in_a_row() {
    on_each_demo(async |client| {
        let tries = (0..12).map(|_| {
            let router = router(client.backend.clone());
            tokio::spawn(async move {
                let body = r#"{"email":"anna@example.com","password":"wrong"}"#;
                let request = axum::http::Request::post(SESSION).header("content-type", "application/json");
                router.oneshot(request.body(axum::body::Body::from(body)).unwrap()).await.unwrap().status().as_u16()
            })
        });
        let mut statuses = Vec::new();
        for one in tries.collect::<Vec<_>>() {
            statuses.push(one.await.unwrap());
        }
        assert_eq!(statuses.iter().filter(|status| **status == 401).count(), 5, "{statuses:?}");
        assert_eq!(statuses.iter().filter(|status| **status == 429).count(), 7, "{statuses:?}");
    })
    .await;
}
