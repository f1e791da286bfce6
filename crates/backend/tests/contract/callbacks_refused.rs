//! Call backs that cannot be kept: each with its reason and its place, alone and with a request to support.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id, general, opened, with_demo},
    calling::{by_phone, call, called, place, shift_now, slots, wanted},
    client::on_each_database,
    contact::takes_calls,
};

fn with(field: &str, value: Value) -> Value {
    let mut callback = wanted("2026-11-23T08:00:00Z");
    callback[field] = value;
    by_phone(&callback)
}

#[tokio::test]
async fn a_request_by_telephone_that_cannot_be_kept_is_refused() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let mut by_mail = general("Where is it?");
        by_mail["callback"] = wanted("");
        let swedish_mail = {
            let mut body = with("slot", json!("2026-11-23T08:00:00Z"));
            body["language"] = json!("nl");
            body
        };
        for (name, body, status, code, pointer) in [
            ("no_number", with("phone", json!("")), 422, "phone_invalid", "/callback/phone"),
            ("letters", with("phone", json!("call me")), 422, "phone_invalid", "/callback/phone"),
            ("emergency", with("phone", json!("112")), 422, "phone_invalid", "/callback/phone"),
            ("zero_byte", with("phone", json!("\u{0}")), 422, "phone_invalid", "/callback/phone"),
            ("long", with("phone", json!("7".repeat(2_000))), 422, "phone_invalid", "/callback/phone"),
            ("no_id", with("id", json!("x")), 422, "client_id_invalid", "/callback/id"),
            ("no_moment", with("slot", json!("soon")), 422, "body_invalid", "/callback/slot"),
            ("unknown_field", with("speed", json!(1)), 422, "body_invalid", "/callback/speed"),
            ("other_method", by_mail, 422, "body_invalid", "/callback"),
            ("other_language", swedish_mail, 422, "body_invalid", "/language"),
            ("in_the_past", with("slot", json!("2026-11-20T08:00:00Z")), 409, "slot_taken", "/callback/slot"),
            ("outside_the_hours", with("slot", json!("2026-11-23T07:45:00Z")), 409, "slot_taken", "/callback/slot"),
            ("no_quarter", with("slot", json!("2026-11-23T08:05:00Z")), 409, "slot_taken", "/callback/slot"),
            ("in_a_year", with("slot", json!("2027-11-23T08:00:00Z")), 409, "slot_taken", "/callback/slot"),
        ] {
            let answer = ask(&client, &anna, &fresh_id(), &body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}: {}", answer.text());
            assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{name}");
        }
        assert_eq!(client.backend.store.case_count().await.unwrap(), 0);
        assert!(client.backend.store.mails(1).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn whom_to_call_is_needed_where_the_telephone_is_open() {
    on_each_database(async |mut client| {
        client.when("2026-11-24T12:00:00Z");
        takes_calls(&client, "en", 600).await;
        let anna = client.sign_in_as("person-anna").await;
        let mut body = by_phone(&Value::Null);
        body.as_object_mut().unwrap().remove("callback");
        let answer = ask(&client, &anna, &fresh_id(), &body).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "body_invalid"));
        assert_eq!(
            answer.json()["errors"][0],
            json!({"pointer": "/callback", "code": "missing", "detail": "Whom to call is missing."})
        );
    })
    .await;
}

#[tokio::test]
async fn a_call_back_that_cannot_be_kept_is_refused() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let (anna, erik) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-erik").await);
        let case = opened(&client, &anna, "Where is it?").await;
        let body = |field: &str, value: Value| {
            let mut body = json!({"case_id": case["id"], "phone": "+46701234567", "language": "en",
                "slot": "2026-11-23T08:00:00Z"});
            body[field] = value;
            body.to_string()
        };
        for (name, body, code, pointer) in [
            ("number", body("phone", json!("+46")), "phone_invalid", "/phone"),
            ("language", body("language", json!("nl")), "body_invalid", "/language"),
            ("no_case", body("case_id", json!(fresh_id())), "subject_invalid", "/case_id"),
            ("no_id_of_a_case", body("case_id", json!("\u{0}")), "subject_invalid", "/case_id"),
            ("unknown_field", body("speed", json!(1)), "body_invalid", "/speed"),
        ] {
            let answer = client.put_as(&anna, &place(&fresh_id()), &body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, code), "{name}: {}", answer.text());
            assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{name}");
        }
        let restricted = opened(&client, &erik, "Why?").await;
        let answer = call(&client, &erik, &fresh_id(), &restricted, "2026-11-23T08:00:00Z").await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (409, "method_unavailable"));
        assert_eq!(answer.json()["availability"]["methods"][0]["reason"], "account_restricted");
        assert!(client.backend.store.calls().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn of_many_who_want_the_last_places_as_many_get_them_as_there_are() {
    on_each_database(async |client| {
        let slot = "2026-11-23T08:00:00Z";
        let client = Arc::new(client);
        let mut sent = Vec::new();
        for number in 0..8 {
            let client = Arc::clone(&client);
            sent.push(tokio::spawn(async move {
                let who = client.sign_in_as(&format!("person-{number}")).await;
                ask(&client, &who, &fresh_id(), &by_phone(&wanted(slot))).await.status.as_u16()
            }));
        }
        let mut came = BTreeMap::new();
        for sent in sent {
            *came.entry(sent.await.unwrap()).or_insert(0) += 1;
        }
        assert_eq!(came, BTreeMap::from([(201, 2), (409, 6)]));
        assert_eq!(client.backend.store.case_count().await.unwrap(), 2);
        assert_eq!(client.backend.store.calls().await.unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn people_who_change_places_do_not_wait_for_each_other() {
    on_each_database(async |client| {
        let both = ["2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z"];
        let client = Arc::new(client);
        let mut people = Vec::new();
        for number in 0..4 {
            let who = client.sign_in_as(&format!("person-{number}")).await;
            let callback = called(&client, &who, both[number % 2]).await;
            people.push((who, callback, both[(number + 1) % 2]));
        }
        let mut sent = Vec::new();
        for (who, callback, to) in people {
            let client = Arc::clone(&client);
            sent.push(tokio::spawn(async move { shift_now(&client, &who, &callback, to).await.status.as_u16() }));
        }
        for sent in sent {
            let status = sent.await.unwrap();
            assert!(matches!(status, 200 | 409), "{status}");
        }
        let places = client.backend.store.booked_slots(0).await.unwrap();
        assert_eq!(places.values().sum::<i64>(), 4, "everybody has one: {places:?}");
        assert!(places.values().all(|taken| *taken <= 2));
        assert!(slots(&client, "").await.len() >= 142);
    })
    .await;
}
