//! What is over is forgotten, and nothing else.

use backend::store::identities::Leaving;
use serde_json::json;

use super::{
    client::{Client, on_each_database},
    desk::at_desk,
};

const DAY_S: i64 = 24 * 3_600;
const TABLES: [&str; 5] = ["session", "staff_session", "sign_in_state", "sign_in_help", "attempt"];

async fn count(client: &Client) -> Vec<i64> {
    let database = client.database().await;
    let mut counts = Vec::new();
    for table in TABLES {
        let question = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
        let (rows,): (i64,) = sqlx::query_as(question).fetch_one(&database).await.unwrap();
        counts.push(rows);
    }
    counts
}

/// One row in each table, made at the same moment.
async fn one_of_each(client: &Client) {
    let (store, now) = (&client.backend.store, client.backend.clock.seconds());
    client.sign_in_as("person-anna").await;
    at_desk(client).await;
    let leaving = Leaving { state: "s", browser: "b", nonce: "n", pkce_verifier: "v", next: "/en" };
    store.remember_leaving(&leaving, now).await.unwrap();
    let body = json!({"email": "a@example.com", "question": "Why?", "locale": "en"}).to_string();
    assert_eq!(client.post_json("/api/v1/session/help", &[], &body).await.status.as_u16(), 202);
}

#[tokio::test]
async fn each_thing_is_forgotten_in_its_time() {
    on_each_database(async |client| {
        one_of_each(&client).await;
        let (store, now) = (&client.backend.store, client.backend.clock.seconds());
        for (name, later, expected) in [
            ("at_once", 0, [1, 1, 1, 1, 1]),
            ("ten_minutes", 600, [1, 1, 0, 1, 1]),
            ("a_working_day", 10 * 3_600, [1, 0, 0, 1, 1]),
            ("two_days", 2 * DAY_S, [1, 0, 0, 1, 0]),
            ("a_fortnight", 14 * DAY_S, [0, 0, 0, 1, 0]),
            ("a_month_after_the_link_is_over", 31 * DAY_S, [0, 0, 0, 0, 0]),
        ] {
            store.forget_expired(now + later).await.unwrap();
            assert_eq!(count(&client).await, expected, "{name}");
        }
    })
    .await;
}
