//! The two sides of an order write to each other: begun once, seen by them alone, with a time for the answer.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    asking::fresh_id,
    client::Signed,
    talking::{ORDER, Sides, TERM_S, about, respond_by, with_both_sides},
};

#[tokio::test]
async fn a_conversation_begins_once() {
    with_both_sides(async |sides| {
        let (id, body) = (fresh_id(), about(ORDER, "The clasp is loose.\n\nCould you look at it?"));
        let first = sides.begin(&sides.anna, &id, &body).await;
        assert_eq!(first.status.as_u16(), 201, "{}", first.text());
        let message = first.json()["last_message"].clone();
        let expected = json!({
            "id": id, "kind": "seller", "subject": "SV-20418", "order_id": ORDER, "state": "open", "can_post": true,
            "participants": [
                {"kind": "buyer", "id": "person-anna", "display_name": "Anna Lindqvist"},
                {"kind": "seller", "id": "person-chiara", "display_name": "Chiara Conti"},
            ],
            "last_message": message, "respond_by": "2026-11-24T12:00:00Z", "then": "case_allowed",
            "escalation": "with_reason", "unread": 0, "seq": 1,
        });
        assert_eq!(first.json(), expected);
        assert_eq!(message["author"], json!({"kind": "buyer", "id": "person-anna", "display_name": "Anna Lindqvist"}));
        assert_eq!(message["nodes"][1]["children"][0]["text"], "Could you look at it?");
        let again = sides.begin(&sides.anna, &id, &body).await;
        assert_eq!((again.status.as_u16(), again.json()), (200, expected));
        let other = sides.begin(&sides.anna, &id, &about(ORDER, "Something else")).await;
        assert_eq!((other.status.as_u16(), other.code().as_str()), (422, "client_id_reused"));
        let second = sides.begin(&sides.chiara, &fresh_id(), &body).await;
        assert_eq!((second.status.as_u16(), second.code().as_str()), (409, "conversation_exists"));
        assert_eq!(second.json()["conversation_id"], json!(id));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_begin_is_refused() {
    let over = "å".repeat(2_001);
    with_both_sides(async |sides| {
        for (name, id, body, status, code, pointer) in [
            ("no_uuid", "abc".to_owned(), about(ORDER, "Hello"), 422, "client_id_invalid", ""),
            ("empty", fresh_id(), about(ORDER, " \n"), 422, "message_invalid", "/text"),
            ("too_long", fresh_id(), about(ORDER, &over), 422, "message_invalid", "/text"),
            ("of_others", fresh_id(), about("order-20410", "Hello"), 422, "subject_invalid", "/order_id"),
            ("absent", fresh_id(), about("order-1", "Hello"), 422, "subject_invalid", "/order_id"),
            ("no_id", fresh_id(), about("\u{0}' OR 1=1", "Hello"), 422, "subject_invalid", "/order_id"),
            (
                "with_support",
                fresh_id(),
                json!({"kind": "support", "order_id": ORDER, "text": "Hello"}),
                422,
                "body_invalid",
                "/kind",
            ),
            ("no_order", fresh_id(), json!({"kind": "seller", "text": "Hello"}), 422, "body_invalid", ""),
        ] {
            let who = if name == "of_others" { &sides.ben } else { &sides.anna };
            let body = if name == "of_others" { about(ORDER, "Hello") } else { body };
            let answer = sides.begin(who, &id, &body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}: {}", answer.text());
            let at = answer.json()["errors"][0]["pointer"].as_str().unwrap_or_default().to_owned();
            assert_eq!(at, pointer, "{name}");
        }
        let path = format!("/api/v1/conversations/{}", fresh_id());
        assert_eq!(sides.client.get(&path).await.code(), "signed_out");
        assert_eq!(sides.order(&sides.anna).await.get("conversation_id"), None, "nothing has begun");
    })
    .await;
}

#[tokio::test]
async fn many_who_begin_at_once_are_in_one_conversation() {
    with_both_sides(async |sides| {
        let sides = Arc::new(sides);
        let same = fresh_id();
        let mut sent = Vec::new();
        for at in 0..8 {
            let (sides, id) = (Arc::clone(&sides), if at % 2 == 0 { same.clone() } else { fresh_id() });
            sent.push(tokio::spawn(async move {
                let who = if at % 2 == 0 { &sides.anna } else { &sides.chiara };
                let answer = sides.begin(who, &id, &about(ORDER, "Hello")).await;
                (answer.status.as_u16(), if answer.status.is_success() { String::new() } else { answer.code() })
            }));
        }
        let mut made = 0;
        for sent in sent {
            let (status, code) = sent.await.unwrap();
            made += u32::from(status == 201);
            assert!(
                matches!((status, code.as_str()), (200 | 201, _) | (409, "conversation_exists")),
                "{status} {code}"
            );
        }
        assert_eq!(made, 1);
        let id = sides.order(&sides.anna).await["conversation_id"].as_str().unwrap().to_owned();
        assert_eq!(sides.seen(&sides.chiara, &id).await["seq"], 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sees_it() {
    with_both_sides(async |sides| {
        let id = sides.begun("The clasp is loose.").await;
        for below in ["", "/messages"] {
            let path = format!("/api/v1/conversations/{id}{below}");
            assert_eq!(sides.client.get_as(&sides.ben, &path).await.code(), "not_found", "{below}");
            assert_eq!(sides.client.get(&path).await.code(), "signed_out", "{below}");
        }
        assert_eq!(sides.say(&sides.ben, &id, "Hello").await.code(), "not_found");
        assert_eq!(
            sides.escalate(&sides.ben, &id, &fresh_id(), &json!({"reason": "safety"})).await.code(),
            "not_found"
        );
        let read = format!("/api/v1/conversations/{id}/read");
        assert_eq!(sides.client.put_as(&sides.ben, &read, r#"{"seq":1}"#).await.code(), "not_found");
        let taken = sides.begin(&sides.ben, &id, &about("order-20410", "Hello")).await;
        assert!(matches!(taken.code().as_str(), "client_id_reused" | "subject_invalid"), "{}", taken.text());
        for who in [&sides.anna, &sides.chiara] {
            let seen = format!("{}{}", sides.seen(who, &id).await, sides.order(who).await);
            assert!(!seen.contains("@example.com"), "nobody's address: {seen}");
        }
        let buyer = sides.order(&sides.chiara).await["counterparty"].clone();
        assert_eq!(buyer, json!({"id": "person-anna", "display_name": "Anna Lindqvist", "country": "SE"}));
    })
    .await;
}

async fn due(sides: &Sides, who: &Signed) -> Value {
    respond_by(&sides.order(who).await)
}

#[tokio::test]
async fn an_answer_is_due_from_the_first_message_that_waits() {
    with_both_sides(async |mut sides| {
        assert_eq!(due(&sides, &sides.chiara).await, Value::Null);
        let id = sides.begun("The clasp is loose.").await;
        let expected = json!({"kind": "respond_by", "since": "2026-11-22T12:00:00Z", "at": "2026-11-24T12:00:00Z",
            "then": "case_allowed"});
        for who in [&sides.anna, &sides.chiara] {
            assert_eq!(due(&sides, who).await, expected);
            assert_eq!(sides.order(who).await["conversation_id"], json!(id));
        }
        sides.client.later(3_600);
        sides.say(&sides.anna, &id, "Are you there?").await;
        assert_eq!(due(&sides, &sides.chiara).await, expected, "a second message does not prolong it");
        sides.say(&sides.chiara, &id, "Yes. Send it back.").await;
        assert_eq!(due(&sides, &sides.anna).await, Value::Null, "the answer is there");
        assert_eq!(sides.seen(&sides.anna, &id).await.get("respond_by"), None);
        sides.client.later(3_600);
        sides.say(&sides.anna, &id, "Where to?").await;
        assert_eq!(due(&sides, &sides.chiara).await["at"], "2026-11-24T14:00:00Z");
        sides.client.later(TERM_S - 1);
        assert_eq!(sides.seen(&sides.anna, &id).await["escalation"], "with_reason");
        sides.client.later(1);
        assert_eq!(due(&sides, &sides.chiara).await, Value::Null, "it lies ahead no longer");
        let seen = sides.seen(&sides.anna, &id).await;
        assert_eq!((&seen["escalation"], &seen["respond_by"]), (&json!("free"), &json!("2026-11-24T14:00:00Z")));
        assert_eq!(sides.seen(&sides.chiara, &id).await["escalation"], "with_reason");
    })
    .await;
}

#[tokio::test]
async fn a_seller_who_writes_first_owes_no_answer() {
    with_both_sides(async |sides| {
        let id = fresh_id();
        let begun = sides.begin(&sides.chiara, &id, &about(ORDER, "I send it tomorrow.")).await;
        assert_eq!((begun.status.as_u16(), begun.json().get("respond_by")), (201, None));
        let seen = sides.seen(&sides.anna, &id).await;
        assert_eq!((&seen["unread"], &seen["last_message"]["author"]["kind"]), (&json!(1), &json!("seller")));
        assert_eq!(due(&sides, &sides.anna).await, Value::Null);
    })
    .await;
}
