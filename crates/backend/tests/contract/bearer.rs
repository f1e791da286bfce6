//! A session without a cookie, for a site whose backend is on another site.

use axum::http::Method;
use serde_json::Value;

use super::{
    client::{Answer, Client},
    session::{ANNA, BEN, SESSION, on_each_demo, signed, who},
};

const ASKS: (&str, &str) = ("svar-session", "bearer");

async fn begin(client: &Client) -> String {
    let answer = client.post_json(SESSION, &[ASKS], ANNA).await;
    assert_eq!((answer.status.as_u16(), answer.header("set-cookie")), (200, ""), "{}", answer.text());
    let token = answer.json()["bearer"].as_str().unwrap().to_owned();
    assert!(token.len() >= 32, "{token}");
    format!("Bearer {token}")
}

fn person(answer: &Answer) -> String {
    answer.json()["person"]["id"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_bearer_is_told_once_and_stands_for_the_person() {
    on_each_demo(async |client| {
        let bearer = begin(&client).await;
        for (name, line, expected) in [
            ("as_it_was_told", bearer.clone(), "person-anna"),
            ("another_case", bearer.replace("Bearer", "bearer"), "person-anna"),
            ("cut", bearer[..bearer.len() - 1].to_owned(), ""),
            ("another_kind", bearer.replace("Bearer", "Basic"), ""),
            ("kind_alone", "Bearer".to_owned(), ""),
            ("nothing", "Bearer ".to_owned(), ""),
        ] {
            let answer = client.get_with(SESSION, &[("authorization", &line)]).await;
            assert_eq!(person(&answer), expected, "{name}");
            assert_eq!(answer.json().get("bearer"), None, "{name}");
            assert_eq!(answer.header("set-cookie"), "", "{name}");
        }
        let cookie = bearer.replace("Bearer ", "svar_session=");
        assert_eq!(client.get_with(&format!("{SESSION}?bearer={cookie}"), &[]).await.status.as_u16(), 401);
    })
    .await;
}

#[tokio::test]
async fn a_bearer_goes_before_a_cookie_and_needs_no_word() {
    on_each_demo(async |client| {
        let bearer = begin(&client).await;
        let ben = signed(&client.post_json(SESSION, &[], BEN).await);
        let both = [("authorization", bearer.as_str()), ("cookie", ben.cookie.as_str())];
        assert_eq!(person(&client.get_with(SESSION, &both).await), "person-anna");
        let me = client.get_with("/api/v1/me", &both).await;
        let change = [("content-type", "application/json"), ("if-match", me.header("etag"))];
        for (name, who, expected) in [("bearer", both.as_slice(), 200), ("cookie", &both[1..], 403)] {
            let headers = [who, &change].concat();
            let answer = client.send(Method::PATCH, "/api/v1/me", &headers, r#"{"language":"sv"}"#).await;
            assert_eq!(answer.status.as_u16(), expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_bearer_and_no_other_session() {
    on_each_demo(async |client| {
        let (bearer, other) = (begin(&client).await, begin(&client).await);
        let ben = signed(&client.post_json(SESSION, &[], BEN).await);
        let both = [("authorization", bearer.as_str()), ("cookie", ben.cookie.as_str())];
        assert_eq!(client.send(Method::DELETE, SESSION, &both, "").await.status.as_u16(), 204);
        assert_eq!(client.get_with(SESSION, &[("authorization", &bearer)]).await.code(), "signed_out");
        assert_eq!(person(&client.get_with(SESSION, &[("authorization", &other)]).await), "person-anna");
        assert_eq!(who(&client, &ben.cookie).await, "person-ben");
    })
    .await;
}

#[tokio::test]
async fn who_asks_for_something_else_gets_a_cookie() {
    on_each_demo(async |client| {
        for kind in ["cookie", "Bearer", "bearer, cookie", ""] {
            let answer = client.post_json(SESSION, &[("svar-session", kind)], ANNA).await;
            assert_eq!(answer.json().get("bearer"), None::<&Value>, "{kind}");
            assert_eq!(who(&client, &answer.cookie("svar_session")).await, "person-anna", "{kind}");
        }
    })
    .await;
}
