//! What a case is about, and which facts go along with it.

use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id, general, with_demo},
    client::{Client, on_each_database},
};

/// The facts that support was shown, as they are kept.
async fn shown(client: &Client, case: &Value) -> Vec<(String, String)> {
    let row = client.backend.store.case(case["id"].as_str().unwrap()).await.unwrap().unwrap();
    let facts: Vec<Value> = serde_json::from_str(&row.shared).unwrap();
    let word = |fact: &Value, field: &str| fact[field].as_str().unwrap().to_owned();
    facts.iter().map(|fact| (word(fact, "name"), word(fact, "value"))).collect()
}

fn about(subject: &Value, shared: &[&str]) -> Value {
    let mut body = general("It is not what was described.");
    body["subject"] = subject.clone();
    body["shared"] = json!(shared);
    body["timezone"] = json!("Europe/Stockholm");
    body
}

type Line = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

/// What is shared, and what support is shown then beside the order's number.
const LINES: [Line; 4] = [
    ("nothing", &[], &[]),
    ("order_state", &["order_state"], &[("order.state", "delivered"), ("order.placed_at", "2026-11-14T12:00:00Z")]),
    (
        "shipping",
        &["shipping"],
        &[
            ("shipping.carrier", "DHL"),
            ("shipping.tracking_code", "JD014600008211"),
            ("shipping.station", "delivered"),
            ("shipping.station_at", "2026-11-21T16:00:00Z"),
        ],
    ),
    (
        "object_and_timezone",
        &["timezone", "object"],
        &[("object.title", "Omega Seamaster 300, 1967"), ("timezone", "Europe/Stockholm")],
    ),
];

#[tokio::test]
async fn only_the_lines_that_are_shared_go_along() {
    let order = json!({"kind": "order", "id": "order-20418"});
    on_each_database(async |client| {
        with_demo(&client).await;
        let anna = client.sign_in_as("person-anna").await;
        for (name, shared, expected) in LINES {
            let case = ask(&client, &anna, &fresh_id(), &about(&order, shared)).await.json();
            let facts = shown(&client, &case).await;
            let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(facts[0], ("order.number", "SV-20418"), "{name}");
            assert_eq!(&facts[1..], expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_side_shares_its_own_money() {
    on_each_database(async |client| {
        with_demo(&client).await;
        for (name, who, has, has_not) in [
            ("buyer", "person-anna", "money.state", "payout.state"),
            ("seller", "person-chiara", "payout.state", "money.state"),
        ] {
            let who = client.sign_in_as(who).await;
            let body = about(&json!({"kind": "order", "id": "order-20418"}), &["money"]);
            let case = ask(&client, &who, &fresh_id(), &body).await.json();
            assert_eq!(case["role"], name);
            let names: Vec<String> = shown(&client, &case).await.into_iter().map(|(name, _)| name).collect();
            assert!(names.iter().any(|it| it == has) && !names.iter().any(|it| it == has_not), "{name}: {names:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_case_names_its_order_and_its_objects() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let anna = client.sign_in_as("person-anna").await;
        let ben = client.sign_in_as("person-ben").await;
        let three = json!(["object-eco-rose", "object-calvino-citta", "object-stilnovo-lamp"]);
        let one = json!(["object-calvino-citta"]);
        let (order, none) = (json!("SV-20423"), Value::Null);
        for (name, who, kind, id, expected) in [
            ("order_of_three", &anna, "order", "order-20423", (&order, &three, "buyer")),
            ("object_in_an_order", &anna, "object", "object-calvino-citta", (&order, &one, "buyer")),
            ("object_only_looked_at", &ben, "object", "object-calvino-citta", (&none, &one, "requester")),
        ] {
            let answer = ask(&client, who, &fresh_id(), &about(&json!({"kind": kind, "id": id}), &["object"])).await;
            assert_eq!(answer.status.as_u16(), 201, "{name}: {}", answer.text());
            let case = answer.json();
            let found = (&case["order_number"], &case["object_ids"], case["role"].as_str().unwrap());
            assert_eq!(found, expected, "{name}");
        }
        let found = client.get_as(&anna, "/api/v1/cases?q=sv-20423").await.each("/order_number");
        assert_eq!(found, ["SV-20423", "SV-20423"]);
    })
    .await;
}

#[tokio::test]
async fn an_order_leads_to_the_case_of_whoever_asks() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let (anna, chiara) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-chiara").await);
        let before = client.get_as(&anna, "/api/v1/orders/order-20418").await.json();
        assert_eq!((before.get("case_id"), before.get("conversation_id")), (None, None));
        let body = about(&json!({"kind": "order", "id": "order-20418"}), &[]);
        ask(&client, &anna, &fresh_id(), &body).await;
        let case = ask(&client, &anna, &fresh_id(), &body).await.json();
        for (path, of_seller) in [("/order-20418", "/order-20418"), ("?q=20418", "?q=20418&role=seller")] {
            let found = client.get_as(&anna, &format!("/api/v1/orders{path}")).await.json();
            let order = found.pointer("/items/0").unwrap_or(&found);
            assert_eq!(
                (&order["case_id"], order.get("conversation_id")),
                (&case["id"], None),
                "nothing for the seller"
            );
            assert_eq!(order["state"], "delivered", "a question leaves the money on its way");
            let theirs = client.get_as(&chiara, &format!("/api/v1/orders{of_seller}")).await.json();
            let order = theirs.pointer("/items/0").unwrap_or(&theirs);
            assert_eq!((&order["number"], order.get("case_id")), (&json!("SV-20418"), None), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_order_of_the_demonstration_that_is_in_a_case_has_one() {
    on_each_database(async |client| {
        with_demo(&client).await;
        for start in ["first", "second"] {
            backend::demo::cases::add(&client.backend).await.unwrap();
            assert_eq!(client.backend.store.case_count().await.unwrap(), 1, "{start}");
        }
        let anna = client.sign_in_as("person-anna").await;
        let order = client.get_as(&anna, "/api/v1/orders/order-20412").await.json();
        assert_eq!(order["state"], "in_case");
        let case = client.get_as(&anna, &format!("/api/v1/cases/{}", order["case_id"].as_str().unwrap())).await.json();
        let found = (&case["number"], &case["order_number"], &case["role"], &case["next_actor"]);
        assert_eq!(found, (&json!("SC-10001"), &json!("SV-20412"), &json!("buyer"), &json!("support")));
        assert_eq!(case["opened_at"], "2026-11-22T07:00:00Z");
        let maja = super::desk::at_desk(&client).await;
        let page = maja.get(&client, &super::desk::place(&case)).await.text();
        assert!(page.contains("crack in its foot") && page.contains("Table lamp, Ettore Sottsass"), "{page}");
        assert!(client.backend.store.mails(1).await.unwrap().is_empty(), "nobody is told of a story");
    })
    .await;
}

#[tokio::test]
async fn the_facts_stay_as_they_were() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let anna = client.sign_in_as("person-anna").await;
        let body = about(&json!({"kind": "order", "id": "order-20418"}), &["order_state"]);
        let case = ask(&client, &anna, &fresh_id(), &body).await.json();
        let before = shown(&client, &case).await;
        sqlx::query("UPDATE purchase_order SET state = 'refunded' WHERE id = 'order-20418'")
            .execute(&client.database().await)
            .await
            .unwrap();
        assert_eq!(client.get_as(&anna, "/api/v1/orders/order-20418").await.json()["state"], "refunded");
        assert_eq!(shown(&client, &case).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_restricted_account_opens_a_case_by_email() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let erik = client.sign_in_as("person-erik").await;
        assert_eq!(client.backend.store.person("person-erik").await.unwrap().unwrap().restrictions, "unpaid_orders");
        assert_eq!(ask(&client, &erik, &fresh_id(), &general("Why am I restricted?")).await.status.as_u16(), 201);
    })
    .await;
}
