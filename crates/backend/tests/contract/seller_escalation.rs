//! A conversation with a seller becomes a case: once, after the time for the answer, or at once with a reason.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    asking::{fresh_id, opened},
    client::Signed,
    desk::at_desk,
    talking::{ORDER, Sides, TERM_S, respond_by, with_both_sides},
};

#[tokio::test]
async fn after_the_time_for_an_answer_one_tap_opens_a_case() {
    with_both_sides(async |mut sides| {
        let id = sides.begun("The clasp is loose.\n\nCould you look at it?").await;
        sides.client.later(TERM_S);
        let case_id = fresh_id();
        let made = sides.escalate(&sides.anna, &id, &case_id, &json!({})).await;
        assert_eq!(made.status.as_u16(), 201, "{}", made.text());
        let case = made.json();
        for (name, expected) in [
            ("id", json!(case_id)),
            ("seller_conversation_id", json!(id)),
            ("order_id", json!(ORDER)),
            ("order_number", json!("SV-20418")),
            ("object_ids", json!(["object-omega-seamaster"])),
            ("role", json!("buyer")),
            ("state", json!("submitted")),
            ("method", json!("email")),
            ("language", json!("en")),
            ("statement", json!("The clasp is loose.\n\nCould you look at it?")),
            ("subject_line", json!("The clasp is loose.")),
            ("expected_reply_at", json!("2026-11-25T12:00:00Z")),
        ] {
            assert_eq!(case[name], expected, "{name}");
        }
        let again = sides.escalate(&sides.anna, &id, &case_id, &json!({})).await;
        assert_eq!((again.status.as_u16(), again.json()), (200, case.clone()));
        let other = sides.escalate(&sides.anna, &id, &case_id, &json!({"reason": "safety"})).await;
        assert_eq!((other.status.as_u16(), other.code().as_str()), (422, "client_id_reused"));
        let second = sides.escalate(&sides.anna, &id, &fresh_id(), &json!({})).await;
        assert_eq!((second.status.as_u16(), second.code().as_str()), (409, "case_exists"));
        assert_eq!(second.json()["case_id"], json!(case_id));
        let seen = sides.seen(&sides.anna, &id).await;
        assert_eq!((&seen["case_id"], seen.get("escalation")), (&json!(case_id), None));
        assert_eq!((seen.get("respond_by"), &seen["can_post"]), (None, &json!(true)));
        assert_eq!(sides.order(&sides.anna).await["case_id"], json!(case_id));
        let list = sides.client.get_as(&sides.anna, "/api/v1/cases").await.json();
        assert_eq!(list["items"][0]["seller_conversation_id"], json!(id));
    })
    .await;
}

#[tokio::test]
async fn before_that_a_reason_is_enough_and_needed() {
    with_both_sides(async |sides| {
        let id = sides.begun("The clasp is loose.").await;
        let long = "å".repeat(2_001);
        for (name, who, body, code, pointer) in [
            ("no_reason", &sides.anna, json!({}), "body_invalid", "/reason"),
            ("unknown_reason", &sides.anna, json!({"reason": "bored"}), "body_invalid", "/reason"),
            ("too_long", &sides.anna, json!({"reason": "safety", "text": long}), "statement_invalid", "/text"),
            ("no_words", &sides.chiara, json!({"reason": "safety"}), "statement_invalid", "/text"),
        ] {
            let answer = sides.escalate(who, &id, &fresh_id(), &body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, code), "{name}");
            assert_eq!(answer.json()["errors"][0]["pointer"], json!(pointer), "{name}");
        }
        let body = json!({"reason": "safety", "text": "He threatens me."});
        let case = sides.escalate(&sides.anna, &id, &fresh_id(), &body).await;
        assert_eq!((case.status.as_u16(), &case.json()["statement"]), (201, &json!("He threatens me.")));
        let no_id = sides.escalate(&sides.anna, &id, "abc", &json!({})).await;
        assert_eq!((no_id.status.as_u16(), no_id.code().as_str()), (422, "client_id_invalid"));
    })
    .await;
}

#[tokio::test]
async fn the_other_side_is_not_told_of_it_and_may_do_the_same() {
    with_both_sides(async |sides| {
        let id = sides.begun("The clasp is loose.").await;
        let (seen, order) = (sides.seen(&sides.chiara, &id).await, sides.order(&sides.chiara).await);
        assert_eq!(respond_by(&order)["at"], "2026-11-24T12:00:00Z");
        let body = json!({"reason": "safety"});
        assert_eq!(sides.escalate(&sides.anna, &id, &fresh_id(), &body).await.status.as_u16(), 201);
        assert_eq!((sides.seen(&sides.chiara, &id).await, sides.order(&sides.chiara).await), (seen, order));
        let told = sides.client.get_as(&sides.chiara, "/api/v1/events?cursor=0").await.json()["cursor"].clone();
        assert_eq!(told, json!(2), "the message alone");
        let words = json!({"reason": "no_agreement", "text": "She wants too much."});
        let case = sides.escalate(&sides.chiara, &id, &fresh_id(), &words).await.json();
        assert_eq!((&case["role"], &case["seller_conversation_id"]), (&json!("seller"), &json!(id)));
        let kinds: Vec<Value> = events(&sides, &sides.anna).await;
        assert_eq!(kinds, ["message", "order", "message", "case", "order"], "and nothing of the seller's case");
    })
    .await;
}

async fn events(sides: &Sides, who: &Signed) -> Vec<Value> {
    let list = sides.client.get_as(who, "/api/v1/events?cursor=0").await.json();
    list["items"].as_array().unwrap().iter().map(|event| event["kind"].clone()).collect()
}

#[tokio::test]
async fn support_reads_what_they_said_and_why() {
    with_both_sides(async |sides| {
        let id = sides.begun("The clasp is loose.").await;
        sides.say(&sides.chiara, &id, "It was not when I sent it.").await;
        let body = json!({"reason": "no_agreement", "text": "We do not agree."});
        let case = sides.escalate(&sides.anna, &id, &fresh_id(), &body).await.json();
        let maja = at_desk(&sides.client).await;
        let path = format!("/desk/cases/{}", case["id"].as_str().unwrap());
        let page = maja.get(&sides.client, &path).await.text();
        for words in [
            "Between buyer and seller",
            "The clasp is loose.",
            "It was not when I sent it.",
            "Why support and not the seller",
            "no agreement",
            "We do not agree.",
        ] {
            assert!(page.contains(words), "{words}: {page}");
        }
        sides.say(&sides.chiara, &id, "Then send it back.").await;
        let page = maja.get(&sides.client, &path).await.text();
        assert!(page.contains("Then send it back."), "what is written later, too");
        let plain = opened(&sides.client, &sides.anna, "Where is it?").await;
        let path = format!("/desk/cases/{}", plain["id"].as_str().unwrap());
        let page = maja.get(&sides.client, &path).await.text();
        assert!(!page.contains("Between buyer and seller"), "other cases have none");
    })
    .await;
}

#[tokio::test]
async fn many_taps_at_once_open_one_case() {
    with_both_sides(async |mut sides| {
        let id = sides.begun("The clasp is loose.").await;
        sides.client.later(TERM_S);
        let sides = Arc::new(sides);
        let same = fresh_id();
        let mut sent = Vec::new();
        for at in 0..8 {
            let (sides, id) = (Arc::clone(&sides), id.clone());
            let case = if at % 2 == 0 { same.clone() } else { fresh_id() };
            sent.push(tokio::spawn(async move {
                let answer = sides.escalate(&sides.anna, &id, &case, &json!({})).await;
                (answer.status.as_u16(), if answer.status.is_success() { String::new() } else { answer.code() })
            }));
        }
        let mut made = 0;
        for sent in sent {
            let (status, code) = sent.await.unwrap();
            made += u32::from(status == 201);
            assert!(matches!((status, code.as_str()), (200 | 201, _) | (409, "case_exists")), "{status} {code}");
        }
        assert_eq!(made, 1);
        let cases = sides.client.get_as(&sides.anna, "/api/v1/cases").await.json();
        assert_eq!(cases["items"].as_array().unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_conversation_with_support_cannot_become_another_case() {
    with_both_sides(async |sides| {
        let case = opened(&sides.client, &sides.anna, "Where is it?").await;
        let id = case["conversation_id"].as_str().unwrap();
        let answer = sides.escalate(&sides.anna, id, &fresh_id(), &json!({"reason": "safety"})).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "not_found"));
        let taken = case["id"].as_str().unwrap();
        let begun = sides.begun("The clasp is loose.").await;
        let answer = sides.escalate(&sides.anna, &begun, taken, &json!({"reason": "safety"})).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "client_id_reused"));
    })
    .await;
}
