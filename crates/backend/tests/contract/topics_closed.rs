//! Topics that an order's state has closed, before or while somebody asks.

use serde_json::{Value, json};

use super::{
    asking::fresh_id,
    client::{Answer, Client, Signed},
    topics::{ORDER, move_order, with_topics},
};

fn subject() -> Value {
    json!({"kind": "order", "id": ORDER})
}

async fn ask(client: &Client, who: &Signed, id: &str, subject: &Value, topic: &str) -> Answer {
    let body = json!({"question": "Where is it?", "subject": subject, "topic": topic, "locale": "en"});
    client.put_as(who, &format!("/api/v1/answers/{id}"), &body.to_string()).await
}

async fn open(client: &Client, who: &Signed, id: &str, subject: &Value, topic: &str) -> Answer {
    let body = json!({
        "statement": "Where is it?", "subject": subject, "topic": topic, "method": "email", "language": "en",
    });
    client.put_as(who, &format!("/api/v1/cases/{id}"), &body.to_string()).await
}

/// Status, code and place of the first fault.
fn outcome(answer: &Answer) -> (u16, String, String) {
    let pointer = answer.json()["errors"][0]["pointer"].as_str().unwrap_or_default().to_owned();
    let status = answer.status.as_u16();
    (status, if status < 300 { String::new() } else { answer.code() }, pointer)
}

#[tokio::test]
async fn only_open_topics_are_asked_about() {
    with_topics(async |client| {
        let (anna, chiara) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-chiara").await);
        let closed = || (422, "topic_closed".to_owned(), "/topic".to_owned());
        let unknown = || (422, "body_invalid".to_owned(), "/topic".to_owned());
        let made = || (201, String::new(), String::new());
        let object = json!({"kind": "object", "id": "object-omega-seamaster"});
        for (name, who, subject, topic, expected) in [
            ("open", &anna, subject(), "not_as_described", made()),
            ("closed", &anna, subject(), "cancel", closed()),
            ("closed_by_its_object", &anna, object, "cancel", closed()),
            ("of_the_other_side", &chiara, subject(), "not_as_described", closed()),
            ("general_alone", &anna, subject(), "account", closed()),
            ("no_topic", &anna, subject(), "nonsense", unknown()),
            ("no_topic_in_general", &anna, json!({"kind": "general"}), "nonsense", unknown()),
            ("of_orders_in_general", &anna, json!({"kind": "general"}), "cancel", made()),
        ] {
            assert_eq!(outcome(&ask(client, who, &fresh_id(), &subject, topic).await), expected, "{name}: answer");
            assert_eq!(outcome(&open(client, who, &fresh_id(), &subject, topic).await), expected, "{name}: case");
        }
    })
    .await;
}

#[tokio::test]
async fn a_topic_that_closes_meanwhile_is_refused_and_what_was_sent_before_stays() {
    with_topics(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let (answered, opened, late) = (fresh_id(), fresh_id(), fresh_id());
        assert_eq!(ask(client, &anna, &answered, &subject(), "withdrawal").await.status.as_u16(), 201);
        assert_eq!(open(client, &anna, &opened, &subject(), "withdrawal").await.status.as_u16(), 201);
        move_order(client, "in_case").await;
        assert_eq!(ask(client, &anna, &answered, &subject(), "withdrawal").await.status.as_u16(), 200);
        assert_eq!(open(client, &anna, &opened, &subject(), "withdrawal").await.status.as_u16(), 200);
        assert_eq!(ask(client, &anna, &late, &subject(), "withdrawal").await.code(), "topic_closed");
        assert_eq!(open(client, &anna, &late, &subject(), "withdrawal").await.code(), "topic_closed");
        let other = ask(client, &anna, &late, &subject(), "case_review").await;
        assert_eq!(other.status.as_u16(), 201, "a refused id is still free");
        let path = format!("/api/v1/contact/availability?order_id={ORDER}&topic=withdrawal");
        assert_eq!(client.get_as(&anna, &path).await.status.as_u16(), 200, "availability refuses nobody");
    })
    .await;
}
