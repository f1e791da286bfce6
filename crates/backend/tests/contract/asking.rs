//! People of the demonstration who ask support, and what they send.

use serde_json::{Value, json};
use uuid::Uuid;

use super::client::{Answer, Client, Signed};

/// An id that a client made.
pub fn fresh_id() -> String {
    Uuid::now_v7().to_string()
}

/// A general request with these words.
pub fn general(statement: &str) -> Value {
    json!({
        "subject": {"kind": "general"}, "topic": "refund", "method": "email", "language": "en",
        "statement": statement,
    })
}

/// The demonstration's people and orders.
pub async fn with_demo(client: &Client) {
    backend::demo::fill(&client.backend).await.unwrap();
}

/// Sends a request to support.
pub async fn ask(client: &Client, who: &Signed, id: &str, body: &Value) -> Answer {
    client.put_as(who, &format!("/api/v1/cases/{id}"), &body.to_string()).await
}

/// Opens a case with these words.
pub async fn opened(client: &Client, who: &Signed, statement: &str) -> Value {
    let answer = ask(client, who, &fresh_id(), &general(statement)).await;
    assert_eq!(answer.status.as_u16(), 201, "{}", answer.text());
    answer.json()
}

/// Sends a message in a case's conversation.
pub async fn say(client: &Client, who: &Signed, case: &Value, id: &str, text: &str) -> Answer {
    let conversation = case["conversation_id"].as_str().unwrap();
    let body = json!({"text": text}).to_string();
    client.put_as(who, &format!("/api/v1/conversations/{conversation}/messages/{id}"), &body).await
}

/// The case as it is now.
pub async fn now(client: &Client, who: &Signed, case: &Value) -> Value {
    client.get_as(who, &format!("/api/v1/cases/{}", case["id"].as_str().unwrap())).await.json()
}
