//! What somebody looked at: the newest first, a few at most, and theirs also after they sign in.

use axum::http::Method;
use serde_json::json;

use super::{
    answers,
    client::{Answer, Client},
    orders::in_the_demo,
};

const PATH: &str = "/api/v1/recent-objects";

async fn look(client: &Client, headers: &[(&str, &str)], object: &str) -> Answer {
    client.send(Method::PUT, &format!("{PATH}/{object}"), headers, "").await
}

async fn seen(client: &Client, headers: &[(&str, &str)]) -> String {
    let answer = client.get_with(PATH, headers).await;
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.each("/id").iter().map(|id| id.trim_start_matches("object-")).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_visitor_has_what_they_looked_at_by_a_cookie() {
    in_the_demo(async |client| {
        assert_eq!(client.get(PATH).await.json(), json!({"items": [], "next_cursor": null, "prev_cursor": null}));
        let first = look(client, &[], "object-levin-guitar").await;
        assert_eq!((first.status.as_u16(), first.body.len()), (204, 0));
        let cookie = answers::visitor(&first);
        let theirs = [("cookie", cookie.as_str())];
        for object in ["object-cameo-ring", "object-omega-seamaster", "object-levin-guitar"] {
            assert_eq!(look(client, &theirs, object).await.header("set-cookie"), "", "{object}");
        }
        assert_eq!(
            seen(client, &theirs).await,
            "levin-guitar omega-seamaster cameo-ring",
            "the newest first, each once"
        );
        assert_eq!(seen(client, &[]).await, "", "nobody else's");
        let guitar = client.get_with(PATH, &theirs).await.json()["items"][0].clone();
        assert_eq!(guitar, client.get("/api/v1/objects/object-levin-guitar").await.json());
    })
    .await;
}

#[tokio::test]
async fn what_a_visitor_looked_at_is_theirs_after_signing_in() {
    in_the_demo(async |client| {
        let cookie = answers::visitor(&look(client, &[], "object-levin-guitar").await);
        let anna = client.sign_in_as("person-anna").await;
        look(client, &anna.headers(), "object-cameo-ring").await;
        let both = format!("{}; {cookie}", anna.cookie);
        assert_eq!(seen(client, &[("cookie", &both)]).await, "levin-guitar cameo-ring");
        assert_eq!(seen(client, &[("cookie", &anna.cookie)]).await, "levin-guitar cameo-ring", "on another device");
        assert_eq!(seen(client, &[("cookie", &cookie)]).await, "", "no longer the visitor's");
        let ben = client.sign_in_as("person-ben").await;
        assert_eq!(seen(client, &[("cookie", &ben.cookie)]).await, "");
    })
    .await;
}

#[tokio::test]
async fn twenty_are_kept() {
    in_the_demo(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let database = client.database().await;
        let ids: Vec<(String,)> = sqlx::query_as("SELECT id FROM object WHERE state <> 'removed' ORDER BY id")
            .fetch_all(&database)
            .await
            .unwrap();
        assert!(ids.len() > 25, "{}", ids.len());
        for (id,) in ids.iter().take(25) {
            assert_eq!(look(client, &anna.headers(), id).await.status.as_u16(), 204, "{id}");
        }
        let kept: Vec<&str> = ids[5..25].iter().rev().map(|(id,)| id.as_str()).collect();
        assert_eq!(client.get_as(&anna, PATH).await.each("/id"), kept);
        let (rows,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM recent_object").fetch_one(&database).await.unwrap();
        assert_eq!(rows, 20);
        client.backend.store.forget_expired(client.backend.clock.seconds() + 30 * 24 * 3_600).await.unwrap();
        let (rows,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM recent_object").fetch_one(&database).await.unwrap();
        assert_eq!(rows, 0, "after thirty days");
    })
    .await;
}

#[tokio::test]
async fn what_was_removed_is_gone_for_all_who_have_not_bought_it() {
    in_the_demo(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        for (name, object) in [("removed", "object-netsuke"), ("absent", "object-nothing"), ("no_id", "%00")] {
            let refused = look(client, &anna.headers(), object).await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (404, "not_found"), "{name}");
        }
        for who in [&anna, &ben] {
            look(client, &who.headers(), "object-omega-seamaster").await;
        }
        let database = client.database().await;
        let removed = sqlx::query("UPDATE object SET state = 'removed' WHERE id = 'object-omega-seamaster'");
        removed.execute(&database).await.unwrap();
        let path = "/api/v1/objects/object-omega-seamaster";
        assert_eq!(client.get_as(&anna, path).await.json()["state"], "removed", "her order has it");
        assert_eq!(client.get_as(&ben, path).await.code(), "not_found");
        assert_eq!(client.get(path).await.code(), "not_found");
        assert_eq!(seen(client, &anna.headers()).await, "omega-seamaster");
        assert_eq!(seen(client, &ben.headers()).await, "");
        let question = json!({"question": "Is it real?", "subject": {"kind": "object", "id": "object-omega-seamaster"},
            "locale": "en"});
        let asked = client.put_as(&ben, &answers::path(answers::ID), &question.to_string()).await;
        assert_eq!((asked.status.as_u16(), asked.code().as_str()), (422, "subject_invalid"));
    })
    .await;
}

#[tokio::test]
async fn another_site_looks_at_nothing_for_anybody() {
    in_the_demo(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let refused = look(client, &[("cookie", &anna.cookie)], "object-levin-guitar").await;
        assert_eq!((refused.status.as_u16(), refused.code().as_str()), (403, "csrf_invalid"));
    })
    .await;
}
