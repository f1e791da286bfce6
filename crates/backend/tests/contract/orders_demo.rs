//! The demonstration marketplace: something of everything, told from the moment it was first started.

use std::collections::BTreeSet;

use backend::demo;
use contract::OrderState;
use serde_json::Value;
use time::Duration;

use super::{
    client::Client,
    orders::{ask, in_the_demo},
};

async fn bought_and_sold(client: &Client) -> (Vec<Value>, Vec<Value>) {
    let (mut bought, mut sold) = (Vec::new(), Vec::new());
    for person in ["anna", "ben", "chiara", "david", "erik"] {
        for (role, orders) in [("buyer", &mut bought), ("seller", &mut sold)] {
            let list = ask(client, person, &format!("/orders?role={role}&limit=100")).await.json();
            orders.extend(list["items"].as_array().unwrap().clone());
        }
    }
    (bought, sold)
}

fn words(orders: &[Value], pointer: &str) -> BTreeSet<String> {
    orders.iter().filter_map(|order| order.pointer(pointer)?.as_str().map(str::to_owned)).collect()
}

#[tokio::test]
async fn there_is_something_of_everything() {
    in_the_demo(async |client| {
        let (bought, sold) = bought_and_sold(client).await;
        assert_eq!((bought.len(), sold.len()), (30, 30));
        assert_eq!(words(&bought, "/state"), OrderState::KNOWN.iter().map(|word| (*word).to_owned()).collect());
        let expected = |list: &str| list.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
        assert_eq!(words(&bought, "/total/currency"), expected("CHF EUR GBP JPY SEK USD"));
        assert_eq!(words(&bought, "/money/state"), expected("due held partly_refunded refunded released"));
        assert_eq!(words(&sold, "/payout/state"), expected("held paid pending reversed"));
        assert_eq!(bought.iter().map(|order| order["objects"].as_array().unwrap().len()).max(), Some(3));
        let thens: BTreeSet<String> = bought
            .iter()
            .chain(&sold)
            .flat_map(|order| order["deadlines"].as_array().unwrap())
            .map(|deadline| format!("{} {}", deadline["kind"].as_str().unwrap(), deadline["then"].as_str().unwrap()))
            .collect();
        let all = [
            "pay_by order_cancelled",
            "payout payout_sent",
            "report_problem payment_released",
            "respond_by case_decided",
            "ship_by cancel_allowed",
            "ship_by order_late",
            "withdraw right_ends",
        ];
        assert_eq!(thens.iter().map(String::as_str).collect::<Vec<_>>(), all);
    })
    .await;
}

/// Deadlines and actions in one line.
fn told(order: &Value) -> String {
    let deadlines = order["deadlines"].as_array().unwrap().iter();
    let deadlines = deadlines.map(|it| format!("{} {}", it["kind"].as_str().unwrap(), it["at"].as_str().unwrap()));
    let actions = order["actions"].as_array().unwrap().iter().map(|action| action.as_str().unwrap().to_owned());
    deadlines.chain(actions).collect::<Vec<_>>().join(", ")
}

/// Whose order is how, in one line.
const STORIES: [(&str, &str, &str, &str); 15] = [
    ("to_pay", "anna", "20425", "pay_by 2026-11-24T14:00:00Z, pay, message, get_support"),
    ("overdue", "erik", "20405", "pay, message, get_support"),
    ("just_paid", "anna", "20423", "ship_by 2026-11-25T11:00:00Z, message, get_support"),
    ("late", "anna", "20420", "ship_by 2026-11-27T12:00:00Z, message, get_support"),
    ("very_late", "ben", "20408", "cancel, message, get_support"),
    ("to_ship", "chiara", "20423", "ship_by 2026-11-25T11:00:00Z, ship, message, get_support"),
    ("lost", "anna", "20398", "report_problem 2026-11-28T12:00:00Z, track, message, get_support"),
    ("customs", "ben", "20396", "track, message, get_support"),
    ("private_seller_withdraws_not", "anna", "20417", "track, message, get_support"),
    (
        "to_the_united_kingdom",
        "ben",
        "20413",
        "report_problem 2026-11-23T12:00:00Z, withdraw 2026-12-05T00:00:00Z, confirm_receipt, track, message, get_support",
    ),
    ("released_today", "david", "20414", "withdraw 2026-12-04T00:00:00Z, track, message, get_support"),
    (
        "payout_tomorrow",
        "chiara",
        "20414",
        "payout 2026-11-23T10:00:00Z, withdraw 2026-12-04T00:00:00Z, offer_refund, track, message, get_support",
    ),
    (
        "picked_up",
        "anna",
        "20422",
        "report_problem 2026-12-03T12:00:00Z, withdraw 2026-12-04T00:00:00Z, confirm_receipt, message, get_support",
    ),
    (
        "in_case",
        "anna",
        "20412",
        "respond_by 2026-11-24T08:00:00Z, withdraw 2026-12-01T00:00:00Z, track, message, get_support",
    ),
    ("long_over", "anna", "20352", "track, message, get_support"),
];

#[tokio::test]
async fn each_story_is_told_from_now() {
    in_the_demo(async |client| {
        for (name, person, id, expected) in STORIES {
            let order = ask(client, person, &format!("/orders/order-{id}")).await.json();
            assert_eq!(told(&order), expected, "{name}");
        }
        let customs = ask(client, "ben", "/orders/order-20396").await.json();
        let stop = &customs["shipping"]["stations"][4];
        assert_eq!((&stop["state"], &stop["at"]), (&Value::from("customs"), &Value::from("2026-11-05T12:00:00Z")));
        let ahead = &customs["shipping"]["stations"][5];
        assert_eq!((&ahead["state"], ahead.get("at")), (&Value::from("delivered"), None));
    })
    .await;
}

#[tokio::test]
async fn a_second_start_changes_nothing() {
    in_the_demo(async |client| {
        let before = ask(client, "anna", "/orders?limit=100").await.text();
        sqlx::query("UPDATE purchase_order SET state = 'in_case' WHERE id = 'order-20398'")
            .execute(&client.database().await)
            .await
            .unwrap();
        let later = client.backend.clock.now() + Duration::days(3);
        demo::fill_at(&client.backend, later).await.unwrap();
        let lost = ask(client, "anna", "/orders/order-20398").await.json();
        assert_eq!(lost["state"], "in_case");
        let others = |text: &str| {
            let list: Value = serde_json::from_str(text).unwrap();
            let items = list["items"].as_array().unwrap().clone();
            items.into_iter().filter(|order| order["id"] != "order-20398").collect::<Vec<_>>()
        };
        assert_eq!(others(&ask(client, "anna", "/orders?limit=100").await.text()), others(&before));
    })
    .await;
}
