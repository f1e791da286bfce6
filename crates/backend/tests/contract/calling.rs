//! People who want to be called, and what they send.

use axum::http::Method;
use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id, general},
    client::{Answer, Client, Signed},
};

/// Where a call back is.
pub fn place(id: &str) -> String {
    format!("/api/v1/callbacks/{id}")
}

/// A request to support by telephone; `callback` has its number and perhaps a slot.
pub fn by_phone(callback: &Value) -> Value {
    let mut body = general("Please call me.");
    (body["method"], body["callback"]) = (json!("phone"), callback.clone());
    body
}

/// A call back with an id of its own at a Swedish number, at that time if it is not empty.
pub fn wanted(slot: &str) -> Value {
    let mut callback = json!({"id": fresh_id(), "phone": "070-123 45 67"});
    if !slot.is_empty() {
        callback["slot"] = json!(slot);
    }
    callback
}

/// Opens a case by telephone, and gives the call back as the case shows it.
pub async fn called(client: &Client, who: &Signed, slot: &str) -> Value {
    let answer = ask(client, who, &fresh_id(), &by_phone(&wanted(slot))).await;
    assert_eq!(answer.status.as_u16(), 201, "{}", answer.text());
    answer.json()["callback"].clone()
}

/// Asks for a call back about a case.
pub async fn call(client: &Client, who: &Signed, id: &str, case: &Value, slot: &str) -> Answer {
    let mut body = json!({"case_id": case["id"], "phone": "+46701234567", "language": "en"});
    if !slot.is_empty() {
        body["slot"] = json!(slot);
    }
    client.put_as(who, &place(id), &body.to_string()).await
}

/// The call back as it is now.
pub async fn now(client: &Client, who: &Signed, callback: &Value) -> Answer {
    client.get_as(who, &place(callback["id"].as_str().unwrap())).await
}

/// Moves one that has been seen with that `ETag`.
pub async fn shift(client: &Client, who: &Signed, callback: &Value, etag: Option<&str>, slot: &str) -> Answer {
    let mut headers = who.headers().to_vec();
    headers.push(("content-type", "application/json"));
    headers.extend(etag.map(|etag| ("if-match", etag)));
    let body = json!({"slot": slot}).to_string();
    client.send(Method::PATCH, &place(callback["id"].as_str().unwrap()), &headers, &body).await
}

/// Moves one as it is now.
pub async fn shift_now(client: &Client, who: &Signed, callback: &Value, slot: &str) -> Answer {
    let etag = now(client, who, callback).await.header("etag").to_owned();
    shift(client, who, callback, Some(&etag), slot).await
}

/// Cancels one.
pub async fn cancel(client: &Client, who: &Signed, callback: &Value) -> Answer {
    client.send(Method::DELETE, &place(callback["id"].as_str().unwrap()), &who.headers(), "").await
}

/// When the slots begin that can be booked.
pub async fn slots(client: &Client, query: &str) -> Vec<String> {
    client.get(&format!("/api/v1/callbacks/slots{query}")).await.each("/from")
}
