//! Requests to support that are refused, each with its reason and its place.

use axum::http::Method;
use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id, general, with_demo},
    client::{Client, on_each_database},
};

fn with(field: &str, value: Value) -> Value {
    let mut body = general("Where is it?");
    body[field] = value;
    body
}

fn about(subject: Value) -> Value {
    with("subject", subject)
}

/// Ben sends each of these, and is told the reason and the place.
async fn refused(client: &Client, rows: &[(&str, Value, &str, &str)]) {
    let ben = client.sign_in_as("person-ben").await;
    for (name, body, code, pointer) in rows {
        let answer = ask(client, &ben, &fresh_id(), body).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, *code), "{name}");
        assert_eq!(answer.json()["errors"][0]["pointer"], *pointer, "{name}");
    }
    assert_eq!(client.backend.store.case_count().await.unwrap(), 0);
}

#[tokio::test]
async fn words_that_cannot_be_used_are_refused() {
    let over = "å".repeat(2_001);
    on_each_database(async |client| {
        let statement = |name, body| (name, body, "statement_invalid", "/statement");
        let rows = [
            statement("no_words", general(" \n")),
            statement("zero_byte_alone", general("\u{0}")),
            statement("too_many_words", general(&over)),
        ];
        refused(&client, &rows).await;
    })
    .await;
}

#[tokio::test]
async fn what_it_cannot_be_about_is_refused() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let subject = |name, subject| (name, about(subject), "subject_invalid", "/subject");
        let rows = [
            subject("order_that_is_not_there", json!({"kind": "order", "id": "order-1"})),
            subject("order_of_someone_else", json!({"kind": "order", "id": "order-20418"})),
            subject("order_without_id", json!({"kind": "order"})),
            subject("order_with_a_zero_byte", json!({"kind": "order", "id": "\u{0}"})),
            subject("object_that_is_not_there", json!({"kind": "object", "id": "object-1"})),
            subject("object_with_a_zero_byte", json!({"kind": "object", "id": "a\u{0}"})),
            subject("general_with_id", json!({"kind": "general", "id": "order-1"})),
            subject("unknown_kind", json!({"kind": "weather"})),
        ];
        refused(&client, &rows).await;
    })
    .await;
}

#[tokio::test]
async fn fields_that_cannot_be_used_are_refused() {
    on_each_database(async |client| {
        let rows = [
            ("unknown_answer", with("answer_id", json!(fresh_id())), "answer_invalid", "/answer_id"),
            ("answer_with_a_zero_byte", with("answer_id", json!("\u{0}")), "answer_invalid", "/answer_id"),
            ("unknown_method", with("method", json!("pigeon")), "body_invalid", "/method"),
            ("method_of_another_type", with("method", json!(1)), "body_invalid", "/method"),
            ("unknown_language", with("language", json!("sv")), "body_invalid", "/language"),
            ("unknown_line", with("shared", json!(["money", "address"])), "body_invalid", "/shared/1"),
            ("topic_with_space", with("topic", json!("a b")), "body_invalid", "/topic"),
            ("time_zone_with_markup", with("timezone", json!("<b>")), "body_invalid", "/timezone"),
            ("unknown_field", with("amount", json!(1)), "body_invalid", "/amount"),
        ];
        refused(&client, &rows).await;
    })
    .await;
}

#[tokio::test]
async fn someone_elses_order_is_refused_exactly_like_an_absent_one() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let ben = client.sign_in_as("person-ben").await;
        let mut refusals = Vec::new();
        for id in ["order-20418", "order-1"] {
            let mut refusal =
                ask(&client, &ben, &fresh_id(), &with("subject", json!({"kind": "order", "id": id}))).await.json();
            refusal["request_id"] = Value::Null;
            refusals.push(refusal);
        }
        assert_eq!(refusals[0], refusals[1]);
    })
    .await;
}

#[tokio::test]
async fn a_method_that_is_not_there_comes_back_with_those_that_are() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for method in ["chat", "phone", "seller_message"] {
            let answer = ask(&client, &anna, &fresh_id(), &with("method", json!(method))).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (409, "method_unavailable"), "{method}");
            assert_eq!(
                answer.json()["availability"],
                client.get("/api/v1/contact/availability?language=en").await.json()
            );
        }
        assert_eq!(client.backend.store.case_count().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn only_who_is_signed_in_opens_a_case() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let path = format!("/api/v1/cases/{}", fresh_id());
        let body = general("Where is it?").to_string();
        let json = ("content-type", "application/json");
        let cookie = ("cookie", anna.cookie.as_str());
        for (name, headers, status, code) in [
            ("signed_out", vec![json], 401, "signed_out"),
            ("session_that_ended", vec![json, ("cookie", "svar_session=0")], 401, "signed_out"),
            ("without_the_word", vec![json, cookie], 403, "csrf_invalid"),
            ("wrong_word", vec![json, cookie, ("svar-csrf", "0")], 403, "csrf_invalid"),
            (
                "form",
                vec![cookie, ("svar-csrf", &anna.csrf), ("content-type", "text/plain")],
                415,
                "media_type_unsupported",
            ),
        ] {
            let answer = client.send(Method::PUT, &path, &headers, &body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
        }
        for (name, id) in [("no_uuid", "abc"), ("without_hyphens", "0199a0c27cc07c00a000000000000001")] {
            let answer = ask(&client, &anna, id, &general("Where is it?")).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "client_id_invalid"), "{name}");
        }
        let cut = client.put_as(&anna, &path, "{").await;
        assert_eq!((cut.status.as_u16(), cut.code().as_str()), (400, "json_malformed"));
    })
    .await;
}
