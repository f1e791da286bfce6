//! What a question can be about: in which state of an order, from which side, and with what words before it.

use std::path::Path;

use backend::demo;
use contract::OrderState;
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{
    client::{Client, NOW, Signed, on_each_database},
    topics_table::{ALL, STATES},
};

/// The demonstration with the real help centre, and its people.
pub async fn with_topics(claim: impl AsyncFn(&Client)) {
    on_each_database(async |client| {
        demo::fill_at(&client.backend, OffsetDateTime::parse(NOW, &Rfc3339).unwrap()).await.unwrap();
        client.publish(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).await;
        claim(&client).await;
    })
    .await;
}

/// Anna's order of Chiara's watch, which is delivered.
pub const ORDER: &str = "order-20418";

/// Changes an order behind everybody's back.
pub async fn move_order(client: &Client, state: &str) {
    let database = client.database().await;
    let moved = sqlx::query("UPDATE purchase_order SET state = $1 WHERE id = $2").bind(state).bind(ORDER);
    assert_eq!(moved.execute(&database).await.unwrap().rows_affected(), 1);
    database.close().await;
}

async fn ids(client: &Client, who: &Signed, query: &str) -> String {
    client.get_as(who, &format!("/api/v1/topics?{query}")).await.each("/id").join(" ")
}

#[tokio::test]
async fn each_state_has_its_topics_for_either_side() {
    let known: Vec<&str> = STATES.iter().map(|(state, ..)| *state).collect();
    assert_eq!(known, OrderState::KNOWN);
    with_topics(async |client| {
        let (anna, chiara) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-chiara").await);
        for (state, buyer, seller) in STATES {
            move_order(client, state).await;
            let order = format!("order_id={ORDER}");
            assert_eq!(ids(client, &anna, &order).await, buyer, "{state}: buyer");
            assert_eq!(ids(client, &chiara, &format!("{order}&role=buyer")).await, seller, "{state}: seller");
            let object = "object_id=object-omega-seamaster";
            assert_eq!(ids(client, &anna, object).await, buyer, "{state}: by its object");
        }
    })
    .await;
}

#[tokio::test]
async fn without_an_order_each_side_has_its_own() {
    with_topics(async |client| {
        let items = client.get("/api/v1/topics").await.json()["items"].clone();
        let told: Vec<(&str, bool)> = items.as_array().unwrap().iter().map(topic).collect();
        assert_eq!(told, ALL.map(|(id, needs_order, _)| (id, needs_order)));
        for role in ["buyer", "seller"] {
            let told = client.get(&format!("/api/v1/topics?role={role}")).await.each("/id");
            let own = ALL.iter().filter(|(.., whose)| [role, "both"].contains(whose)).map(|(id, ..)| *id);
            assert_eq!(told, own.collect::<Vec<_>>(), "{role}");
        }
        let anna = client.sign_in_as("person-anna").await;
        assert_eq!(ids(client, &anna, "object_id=object-levin-guitar").await.split(' ').count(), ALL.len());
        let safe: Vec<&Value> = items.as_array().unwrap().iter().filter(|it| it["safety"] == true).collect();
        assert_eq!(
            safe.iter().map(|it| it["id"].as_str().unwrap()).collect::<Vec<_>>(),
            ["safety", "counterfeit", "threat", "account_taken", "suspicious_message"]
        );
    })
    .await;
}

fn topic(item: &Value) -> (&str, bool) {
    (item["id"].as_str().unwrap(), item["needs_order"].as_bool().unwrap())
}

#[tokio::test]
async fn advice_is_for_the_side_that_asks_and_in_its_language() {
    with_topics(async |client| {
        let (anna, chiara) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-chiara").await);
        for (name, who, locale, id, title, has, has_not) in [
            ("buyer", &anna, "en", "refund", "A refund or a return", "where the payment came from", "is not paid out"),
            (
                "seller",
                &chiara,
                "en",
                "refund",
                "A refund or a return",
                "is not paid out",
                "where the payment came from",
            ),
            ("in_swedish", &anna, "sv", "refund", "Återbetalning eller retur", "dit de kom ifrån", "betalas inte ut"),
            ("nearest", &anna, "xx", "refund", "A refund or a return", "Choose what fits", "Återbetalning"),
            ("claims", &anna, "en", "not_as_described", "The object is not as described", "This does not count", "{{"),
            ("buyer_is_told_to_report", &anna, "en", "damaged", "Damaged on the way", "within 3 days", "{{"),
            ("seller_is_told_to_show", &chiara, "sv", "authenticity", "Visa att objektet är äkta", "kvitton", "{{"),
            ("with_numbers", &anna, "sv", "not_as_described", "Objektet stämmer inte", "inom 3 dagar", "{{"),
        ] {
            let list = client.get_as(who, &format!("/api/v1/topics?order_id={ORDER}&locale={locale}")).await.json();
            let items = list["items"].as_array().unwrap();
            let topic = items.iter().find(|topic| topic["id"] == id).unwrap();
            let advice = topic["advice"].to_string();
            assert!(topic["title"].as_str().unwrap().starts_with(title), "{name}: {topic}");
            assert!(advice.contains(has), "{name}: {advice}");
            assert!(!advice.contains(has_not), "{name}: {advice}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_actions_that_the_order_allows_are_named() {
    with_topics(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let chiara = client.sign_in_as("person-chiara").await;
        for (name, who, order, id, expected) in [
            ("track_and_write", &anna, "order-20419", "not_arrived", json!(["track", "message"])),
            ("too_early_to_cancel", &anna, "order-20420", "cancel", json!(["message"])),
            ("late_enough_to_cancel", &ben, "order-20408", "cancel", json!(["cancel", "message"])),
            ("pay", &anna, "order-20425", "payment", json!(["pay"])),
            ("ship", &chiara, "order-20423", "shipping", json!(["ship"])),
            ("none_for_safety", &anna, "order-20418", "counterfeit", json!([])),
        ] {
            let list = client.get_as(who, &format!("/api/v1/topics?order_id={order}")).await.json();
            let topic = list["items"].as_array().unwrap().iter().find(|topic| topic["id"] == id).unwrap();
            assert_eq!(topic["actions"], expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_not_theirs_has_no_topics() {
    with_topics(async |client| {
        let ben = client.sign_in_as("person-ben").await;
        for (name, query, code, pointer) in [
            ("another_persons_order", format!("order_id={ORDER}"), "subject_invalid", "order_id"),
            ("absent_order", "order_id=order-1".to_owned(), "subject_invalid", "order_id"),
            ("no_id_at_all", "order_id=%00".to_owned(), "subject_invalid", "order_id"),
            ("absent_object", "object_id=object-1".to_owned(), "subject_invalid", "object_id"),
            ("removed_object", "object_id=object-netsuke".to_owned(), "subject_invalid", "object_id"),
            ("unknown_role", "role=robot".to_owned(), "parameter_invalid", "role"),
        ] {
            let refused = client.get_as(&ben, &format!("/api/v1/topics?{query}")).await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (422, code), "{name}");
            assert_eq!(refused.json()["errors"][0]["pointer"], pointer, "{name}");
        }
        let visitor = client.get(&format!("/api/v1/topics?order_id={ORDER}")).await;
        assert_eq!((visitor.status.as_u16(), visitor.code().as_str()), (422, "subject_invalid"));
    })
    .await;
}

#[tokio::test]
async fn content_without_topics_has_none() {
    on_each_database(async |client| {
        assert_eq!(client.get("/api/v1/topics").await.json(), json!({"items": []}));
    })
    .await;
}
