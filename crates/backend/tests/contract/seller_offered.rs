//! Whom a message to the seller is offered to, and why somebody turned to support instead.

use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id},
    client::Signed,
    desk::at_desk,
    talking::{ORDER, Sides, TERM_S, with_both_sides},
};

async fn offered(sides: &Sides, who: &Signed, query: &str) -> (Vec<Value>, Value) {
    let now = sides.client.get_as(who, &format!("/api/v1/contact/availability?{query}")).await.json();
    let seller = now["methods"].as_array().unwrap().iter().find(|it| it["method"] == "seller_message").cloned();
    (now["recommended"].as_array().unwrap().clone(), seller.unwrap_or_default())
}

#[tokio::test]
async fn a_buyer_with_an_order_is_offered_the_seller_first() {
    with_both_sides(async |mut sides| {
        let available = json!({"method": "seller_message", "status": "available", "languages": [],
            "usual_reply_s": 14_400, "respond_by": "2026-11-24T12:00:00Z", "hours": []});
        let overdue = json!({"method": "seller_message", "status": "available", "languages": [],
            "usual_reply_s": 14_400, "hours": []});
        let unsafe_now = json!({"method": "seller_message", "status": "unsupported", "reason": "topic_unsupported",
            "languages": [], "hours": []});
        let first = vec![json!("seller_message"), json!("email")];
        let email = vec![json!("email")];
        for (name, who, query, expected) in [
            ("buyer", &sides.anna, "order_id=order-20418", (first.clone(), available.clone())),
            ("with_a_topic", &sides.anna, "order_id=order-20418&topic=refund", (first.clone(), available.clone())),
            ("safety", &sides.anna, "order_id=order-20418&topic=safety", (email.clone(), unsafe_now)),
            ("without_an_order", &sides.anna, "topic=refund", (email.clone(), Value::Null)),
            ("seller", &sides.chiara, "order_id=order-20418", (email.clone(), Value::Null)),
            ("somebody_else", &sides.ben, "order_id=order-20418", (email.clone(), Value::Null)),
            ("no_order", &sides.anna, "order_id=%00", (email.clone(), Value::Null)),
        ] {
            assert_eq!(offered(&sides, who, query).await, expected, "{name}");
        }
        let visitor = sides.client.get("/api/v1/contact/availability?order_id=order-20418").await.json();
        assert_eq!(visitor["recommended"], json!(email));
        let id = sides.begun("The clasp is loose.").await;
        let query = format!("order_id={ORDER}");
        assert_eq!(offered(&sides, &sides.anna, &query).await.0, first, "an answer may still come");
        sides.client.later(TERM_S - 1);
        let now = sides.client.get_as(&sides.anna, &format!("/api/v1/contact/availability?{query}")).await.json();
        assert_eq!(now["valid_until"], "2026-11-24T12:00:00Z", "then it is another answer");
        sides.client.later(1);
        assert_eq!(offered(&sides, &sides.anna, &query).await, (email.clone(), overdue), "none came");
        sides.say(&sides.chiara, &id, "Sorry, here I am.").await;
        assert_eq!(offered(&sides, &sides.anna, &query).await.0, first);
        sides.escalate(&sides.anna, &id, &fresh_id(), &json!({"reason": "no_agreement"})).await;
        let (recommended, seller) = offered(&sides, &sides.anna, &query).await;
        assert_eq!((recommended, &seller["status"]), (email, &json!("available")), "support has it");
    })
    .await;
}

fn request(reason: &Value, method: &str) -> Value {
    json!({"subject": {"kind": "order", "id": ORDER}, "method": method, "language": "en", "statement": "It is broken.",
        "seller_reason": reason})
}

#[tokio::test]
async fn why_somebody_does_not_ask_the_seller_goes_along() {
    with_both_sides(async |sides| {
        let made = ask(&sides.client, &sides.anna, &fresh_id(), &request(&json!("rather_not"), "email")).await;
        assert_eq!(made.status.as_u16(), 201, "{}", made.text());
        let maja = at_desk(&sides.client).await;
        let path = format!("/desk/cases/{}", made.json()["id"].as_str().unwrap());
        let page = maja.get(&sides.client, &path).await.text();
        assert!(page.contains("Why support and not the seller") && page.contains("rather not"), "{page}");
        let none = ask(&sides.client, &sides.anna, &fresh_id(), &request(&Value::Null, "email")).await;
        assert_eq!(none.status.as_u16(), 201, "nobody has to say why");
        let unknown = ask(&sides.client, &sides.anna, &fresh_id(), &request(&json!("bored"), "email")).await;
        assert_eq!((unknown.status.as_u16(), unknown.code().as_str()), (422, "body_invalid"));
        assert_eq!(unknown.json()["errors"][0]["pointer"], "/seller_reason");
        let seller = ask(&sides.client, &sides.anna, &fresh_id(), &request(&Value::Null, "seller_message")).await;
        assert_eq!(
            (seller.status.as_u16(), seller.code().as_str()),
            (409, "method_unavailable"),
            "support is no seller"
        );
    })
    .await;
}
