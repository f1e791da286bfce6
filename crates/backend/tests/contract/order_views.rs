//! What the two sides of an order see of it, and what neither does.

use serde_json::{Value, json};

use super::orders::{ask, in_the_demo};

#[tokio::test]
async fn a_buyer_sees_the_money_and_the_time_left() {
    in_the_demo(async |client| {
        let expected = json!({
            "id": "order-20418", "number": "SV-20418", "role": "buyer", "state": "delivered",
            "placed_at": "2026-11-14T12:00:00Z",
            "objects": [{"id": "object-omega-seamaster", "title": "Omega Seamaster 300, 1967", "quantity": 1,
                "price": {"amount_minor": 385_000, "currency": "EUR"},
                "picture": "/api/v1/objects/object-omega-seamaster/picture"}],
            "total": {"amount_minor": 419_950, "currency": "EUR"},
            "protection_fee": {"amount_minor": 34_950, "currency": "EUR"},
            "shipping": {
                "carrier": "DHL", "tracking_code": "JD014600008211",
                "tracking_url": "https://tracking.example.com/JD014600008211",
                "stations": [
                    {"state": "placed", "at": "2026-11-14T12:00:00Z"},
                    {"state": "paid", "at": "2026-11-14T18:00:00Z"},
                    {"state": "shipped", "at": "2026-11-17T10:00:00Z"},
                    {"state": "in_transit", "at": "2026-11-18T12:00:00Z"},
                    {"state": "out_for_delivery", "at": "2026-11-21T11:00:00Z"},
                    {"state": "delivered", "at": "2026-11-21T16:00:00Z"},
                ],
                "delivered_at": "2026-11-21T16:00:00Z"},
            "money": {"state": "held", "release_at": "2026-11-24T16:00:00Z"},
            "counterparty": {"id": "person-chiara", "display_name": "Chiara Conti", "country": "IT",
                "professional": true, "usual_reply_s": 14_400},
            "deadlines": [
                {"kind": "report_problem", "at": "2026-11-24T16:00:00Z", "then": "payment_released"},
                {"kind": "withdraw", "at": "2026-12-06T00:00:00Z", "then": "right_ends"},
            ],
            "actions": ["confirm_receipt", "track", "message", "get_support"],
        });
        assert_eq!(ask(client, "anna", "/orders/order-20418").await.json(), expected);
        let list = ask(client, "anna", "/orders?q=20418").await.json();
        assert_eq!(list["items"], json!([expected]), "the list tells the same");
    })
    .await;
}

#[tokio::test]
async fn a_seller_sees_the_payout_and_little_of_the_buyer() {
    in_the_demo(async |client| {
        let order = ask(client, "chiara", "/orders/order-20418").await.json();
        let euros = |amount: i64| json!({"amount_minor": amount, "currency": "EUR"});
        for (name, pointer, expected) in [
            ("role", "/role", json!("seller")),
            ("total", "/total", euros(385_000)),
            (
                "payout",
                "/payout",
                json!({"gross": euros(385_000), "fees": euros(38_500), "net": euros(346_500), "state": "pending",
                    "planned_at": "2026-11-25T16:00:00Z"}),
            ),
            ("buyer", "/counterparty", json!({"id": "person-anna", "display_name": "Anna Lindqvist", "country": "SE"})),
            (
                "deadlines",
                "/deadlines",
                json!([
                    {"kind": "report_problem", "at": "2026-11-24T16:00:00Z", "then": "payment_released"},
                    {"kind": "payout", "at": "2026-11-25T16:00:00Z", "then": "payout_sent"},
                    {"kind": "withdraw", "at": "2026-12-06T00:00:00Z", "then": "right_ends"},
                ]),
            ),
            ("actions", "/actions", json!(["offer_refund", "track", "message", "get_support"])),
        ] {
            assert_eq!(order.pointer(pointer), Some(&expected), "{name}");
        }
        for key in ["money", "ship_to", "protection_fee"] {
            assert_eq!(order.get(key), None, "{key}");
        }
    })
    .await;
}

/// Words of every buyer's address and mailbox in the demonstration.
const PRIVATE: [&str; 9] =
    ["Linnégatan", "413 04", "Colston", "BS1 5BD", "Tanneurs", "59000", "Kungsgatan", "753 21", "@"];

#[tokio::test]
async fn a_sellers_view_tells_where_to_ship_only_while_there_is_something_to_ship() {
    in_the_demo(async |client| {
        let mut to_ship = Vec::new();
        for seller in ["chiara", "david"] {
            let list = ask(client, seller, "/orders?role=seller&limit=100").await.json();
            for order in list["items"].as_array().unwrap() {
                let (id, text) = (order["id"].as_str().unwrap(), order.to_string());
                if order["state"] == "paid" {
                    to_ship.push(id.to_owned());
                    assert!(order["ship_to"]["lines"].as_array().unwrap().len() > 2, "{id}");
                } else {
                    let alone = ask(client, seller, &format!("/orders/{id}")).await.text();
                    for word in PRIVATE {
                        assert!(!text.contains(word) && !alone.contains(word), "{id} tells {word}");
                    }
                }
            }
        }
        assert_eq!(to_ship, ["order-20426", "order-20423", "order-20420", "order-20408"]);
        let lines = ask(client, "chiara", "/orders/order-20423").await.json()["ship_to"]["lines"].clone();
        assert_eq!(lines, json!(["Anna Lindqvist", "Linnégatan 14, lgh 1203", "413 04 Göteborg", "Sweden"]));
    })
    .await;
}

#[tokio::test]
async fn no_body_holds_both_views() {
    in_the_demo(async |client| {
        for person in ["anna", "ben", "chiara", "david", "erik"] {
            for (role, own, others) in [
                ("buyer", &["protection_fee"][..], &["payout", "ship_to"][..]),
                ("seller", &[], &["money", "protection_fee"]),
            ] {
                let list = ask(client, person, &format!("/orders?role={role}&limit=100")).await;
                assert!(!list.text().contains('@'), "{person} {role}");
                for order in list.json()["items"].as_array().unwrap() {
                    let id = &order["id"];
                    assert_eq!(order["role"], role, "{id}");
                    assert!(own.iter().all(|key| order.get(key).is_some()), "{id}");
                    assert!(others.iter().all(|key| order.get(key).is_none()), "{id}");
                    assert_eq!(order["counterparty"].get("professional").is_some(), role == "buyer", "{id}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_payout_is_what_is_left_of_the_price() {
    in_the_demo(async |client| {
        let mut seen = 0;
        for seller in ["chiara", "david"] {
            let list = ask(client, seller, "/orders?role=seller&limit=100").await.json();
            for order in list["items"].as_array().unwrap() {
                let Some(payout) = order.get("payout") else { continue };
                let amount = |name: &str| payout[name]["amount_minor"].as_i64().unwrap();
                assert_eq!(amount("net"), amount("gross") - amount("fees"), "{}", order["id"]);
                assert_eq!(payout["hold_reason"].is_string(), payout["state"] == "held", "{}", order["id"]);
                seen += 1;
            }
        }
        assert_eq!(seen, 29);
        // Two bottles at 300 euros, 45 of them given back, a tenth for the house.
        let payout = ask(client, "chiara", "/orders/order-20385").await.json()["payout"].clone();
        let euros = |amount: i64| json!({"amount_minor": amount, "currency": "EUR"});
        assert_eq!(
            payout,
            json!({"gross": euros(55_500), "fees": euros(5_550), "net": euros(49_950), "state": "paid"})
        );
        let money: Value = ask(client, "anna", "/orders/order-20385").await.json()["money"].clone();
        assert_eq!(money, json!({"state": "partly_refunded", "refunded": euros(4_500)}));
    })
    .await;
}
