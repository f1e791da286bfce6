//! What leaves to a language model's endpoint, over everybody and every order of the demonstration: no name, no
//! address, no message, nothing that an order or a parcel is known by.

use std::{collections::BTreeSet, path::Path};

use backend::demo;
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{
    client::{Client, NOW, Signed},
    writer::{Writer, lines},
};

/// Questions that hold who asks, as people write them.
const QUESTIONS: [(&str, &str); 4] = [
    ("en", "Where is my parcel? I am {name}, {email}, +46 70 123 45 67, {address}, order {number}."),
    ("en", "I am {name}. {other} says the money is on hold, when is it paid out, and can I report a problem?"),
    ("sv", "Hej, {name} här. Var är mitt paket med {other}? Skriv till {email}."),
    ("sv", "När kommer pengarna? Jag bor på Linnégatan 14, 413 04 Göteborg. {name}"),
];

async fn everything(client: &Client, who: &Signed, role: &str) -> Vec<Value> {
    let list = client.get_as(who, &format!("/api/v1/orders?role={role}&limit=100")).await.json();
    let mut orders = Vec::new();
    for item in list["items"].as_array().unwrap() {
        let path = format!("/api/v1/orders/{}", item["id"].as_str().unwrap());
        orders.push(client.get_as(who, &path).await.json());
    }
    orders
}

/// What may not leave, of one person: their words in cases, and what their orders are known by.
async fn secrets(client: &Client, who: &Signed, orders: &[Value]) -> BTreeSet<String> {
    let mut secrets = BTreeSet::new();
    let cases = client.get_as(who, "/api/v1/cases?limit=100").await.json();
    for case in cases["items"].as_array().unwrap() {
        secrets.extend(case["statement"].as_str().map(str::to_owned));
        secrets.extend(case["number"].as_str().map(str::to_owned));
    }
    for order in orders {
        let texts = ["/number", "/id", "/shipping/tracking_code", "/shipping/tracking_url", "/counterparty/id"];
        secrets.extend(texts.iter().filter_map(|at| order.pointer(at)?.as_str().map(str::to_owned)));
        let lines = order.pointer("/ship_to/lines").and_then(Value::as_array);
        secrets.extend(
            lines.into_iter().flatten().filter_map(Value::as_str).filter(|line| *line != "Sweden").map(str::to_owned),
        );
        secrets.extend(
            order["objects"].as_array().unwrap().iter().filter_map(|it| it["title"].as_str().map(str::to_owned)),
        );
    }
    secrets.retain(|secret| !secret.is_empty());
    secrets
}

#[tokio::test]
async fn nothing_leaves_that_tells_who_asks_or_what_was_bought() {
    let client = Client::on_sqlite().await;
    demo::fill_at(&client.backend, OffsetDateTime::parse(NOW, &Rfc3339).unwrap()).await.unwrap();
    client.publish(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).await;
    let (client, writer) = Writer::beside(client, |_| lines(&[])).await;
    let mut never: BTreeSet<String> =
        ["anna@", "ben@", "chiara@", "david@", "erik@", "example.com", "123 45 67", "Linnégatan", "413 04"]
            .map(str::to_owned)
            .into();
    let mut asked = 0;
    for person in &demo::people::ALL {
        never.extend(person.name.split(' ').map(str::to_owned));
        never.insert(person.id.to_owned());
        let who = client.sign_in_as(person.id).await;
        for role in ["buyer", "seller"] {
            let orders = everything(&client, &who, role).await;
            never.extend(secrets(&client, &who, &orders).await);
            for (order, (locale, question)) in orders.iter().zip(QUESTIONS.iter().cycle()) {
                let email = format!("{}@example.com", person.id.trim_start_matches("person-"));
                let question = question.replace("{name}", person.name).replace("{email}", &email);
                let question = question.replace("{other}", order["counterparty"]["display_name"].as_str().unwrap());
                let question = question.replace("{number}", order["number"].as_str().unwrap());
                let question = question.replace("{address}", "Linnégatan 14");
                let subject = json!({"kind": "order", "id": order["id"]});
                let body = json!({"question": question, "subject": subject, "locale": locale}).to_string();
                let path = super::answers::path(&uuid::Uuid::new_v4().to_string());
                assert_eq!(client.put_as(&who, &path, &body).await.status.as_u16(), 201);
                asked += 1;
            }
        }
    }
    assert!(asked >= 48 && writer.asked() >= 30, "asked {asked} times, of which the model {}", writer.asked());
    let told = writer.told();
    assert!(told.contains("This order has been delivered.") && told.contains("(name)"), "the orders were told of");
    for secret in never {
        let written = serde_json::to_string(&secret).unwrap();
        assert!(!told.contains(written.trim_matches('"')), "{secret} has left");
    }
}
