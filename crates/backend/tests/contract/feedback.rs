//! Words about articles, each kept once.

use axum::http::Method;
use backend::store::idempotency::{Attempt, Seen};

use super::client::{Answer, Client, on_each_database};

const PATH: &str = "/api/v1/help/articles/refunds/feedback";
const BODY: &str = r#"{"helped":true,"locale":"en"}"#;

async fn post(client: &Client, path: &str, key: &str, body: &str) -> Answer {
    let headers = [("content-type", "application/json"), ("idempotency-key", key)];
    client.send(Method::POST, path, &headers, body).await
}

#[tokio::test]
async fn a_word_is_kept_once() {
    on_each_database(async |client| {
        for (name, key, body, expected) in [
            ("first", "a", BODY, (1, 0)),
            ("again", "a", BODY, (1, 0)),
            ("again_with_other_spaces", "a", r#"{ "locale": "en", "helped": true }"#, (1, 0)),
            ("another_word", "b", r#"{"helped":false,"locale":"sv"}"#, (1, 1)),
        ] {
            let answer = post(&client, PATH, key, body).await;
            assert_eq!((answer.status.as_u16(), answer.body.len()), (204, 0), "{name}");
            assert_eq!(client.backend.store.feedback_counts("refunds").await.unwrap(), expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_key_belongs_to_one_request() {
    on_each_database(async |client| {
        post(&client, PATH, "a", BODY).await;
        for (name, path, body) in [
            ("other_body", PATH, r#"{"helped":false,"locale":"en"}"#),
            ("other_article", "/api/v1/help/articles/late-parcel/feedback", BODY),
        ] {
            let answer = post(&client, path, "a", body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "idempotency_key_reused"), "{name}");
        }
        assert_eq!(client.backend.store.feedback_counts("refunds").await.unwrap(), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn a_request_that_is_under_way_is_not_begun_again() {
    on_each_database(async |client| {
        let fingerprint = backend::hashing::short(b"refunds\ntrue\nen");
        let now = client.backend.clock.seconds();
        let attempt =
            |started| Attempt { scope: "article_feedback", key: "a", fingerprint: &fingerprint, now: now - started };
        assert_eq!(client.backend.store.begin(attempt(0)).await.unwrap(), Seen::First);
        let answer = post(&client, PATH, "a", BODY).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (409, "idempotency_in_flight"));
        assert_eq!(answer.header("retry-after"), "1");
    })
    .await;
}

#[tokio::test]
async fn an_abandoned_request_is_taken_up() {
    on_each_database(async |client| {
        let fingerprint = backend::hashing::short(b"refunds\ntrue\nen");
        let now = client.backend.clock.seconds() - 61;
        let attempt = Attempt { scope: "article_feedback", key: "a", fingerprint: &fingerprint, now };
        assert_eq!(client.backend.store.begin(attempt).await.unwrap(), Seen::First);
        assert_eq!(post(&client, PATH, "a", BODY).await.status.as_u16(), 204);
        assert_eq!(client.backend.store.feedback_counts("refunds").await.unwrap(), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn many_at_once_are_kept_once() {
    on_each_database(async |client| {
        let sent = (0..8).map(|_| {
            let backend = client.backend.clone();
            tokio::spawn(async move {
                let fingerprint = "same";
                let now = backend.clock.seconds();
                let attempt = Attempt { scope: "article_feedback", key: "race", fingerprint, now };
                backend.store.begin(attempt).await.unwrap() == Seen::First
            })
        });
        let mut first = 0;
        for sent in sent.collect::<Vec<_>>() {
            first += u32::from(sent.await.unwrap());
        }
        assert_eq!(first, 1);
    })
    .await;
}

#[tokio::test]
async fn bad_words_are_refused() {
    let too_large = format!(r#"{{"helped":true,"locale":"{}"}}"#, "x".repeat(70_000));
    on_each_database(async |client| {
        for (name, path, body, status, code) in [
            ("empty", PATH, "", 400, "json_malformed"),
            ("cut", PATH, r#"{"helped":true,"#, 400, "json_malformed"),
            ("not_json", PATH, "helped=true", 400, "json_malformed"),
            ("two_values", PATH, r#"{"helped":true,"locale":"en"}{}"#, 400, "json_malformed"),
            ("too_deep", PATH, &"[".repeat(10_000), 422, "body_invalid"),
            ("unknown_field", PATH, r#"{"helped":true,"locale":"en","name":"x"}"#, 422, "body_invalid"),
            ("missing_field", PATH, r#"{"helped":true}"#, 422, "body_invalid"),
            ("other_type", PATH, r#"{"helped":"yes","locale":"en"}"#, 422, "body_invalid"),
            ("nothing", PATH, "null", 422, "body_invalid"),
            ("unknown_language", PATH, r#"{"helped":true,"locale":"xx"}"#, 422, "body_invalid"),
            ("zero_byte", PATH, r#"{"helped":true,"locale":"\u0000"}"#, 422, "body_invalid"),
            ("too_large", PATH, &too_large, 413, "body_too_large"),
            ("unknown_article", "/api/v1/help/articles/nothing/feedback", BODY, 404, "not_found"),
            ("no_article", "/api/v1/help/articles/%00/feedback", BODY, 404, "not_found"),
        ] {
            let answer = post(&client, path, "k", body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
        }
        assert_eq!(client.backend.store.feedback_counts("refunds").await.unwrap(), (0, 0));
    })
    .await;
}

#[tokio::test]
async fn a_fault_names_its_place() {
    on_each_database(async |client| {
        let problem = post(&client, PATH, "k", r#"{"helped":"yes","locale":"en"}"#).await.json();
        assert_eq!(problem["errors"][0]["pointer"], "/helped");
    })
    .await;
}

#[tokio::test]
async fn keys_and_types_are_checked() {
    let long = "k".repeat(201);
    on_each_database(async |client| {
        let json = ("content-type", "application/json");
        for (name, headers, status, code) in [
            ("no_key", vec![json], 400, "idempotency_key_missing"),
            ("empty_key", vec![json, ("idempotency-key", "")], 400, "idempotency_key_invalid"),
            ("key_with_space", vec![json, ("idempotency-key", "a b")], 400, "idempotency_key_invalid"),
            ("long_key", vec![json, ("idempotency-key", &long)], 400, "idempotency_key_invalid"),
            ("no_type", vec![("idempotency-key", "a")], 415, "media_type_unsupported"),
            (
                "other_type",
                vec![("content-type", "text/plain"), ("idempotency-key", "a")],
                415,
                "media_type_unsupported",
            ),
        ] {
            let answer = client.send(Method::POST, PATH, &headers, BODY).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
        }
    })
    .await;
}
