//! The two sides of an order of the demonstration, and what they say to each other.

use serde_json::{Value, json};

use super::{
    asking::{fresh_id, with_demo},
    client::{Answer, Client, Signed, on_each_database},
};

/// The order that most of it is about: Anna has bought it of Chiara.
pub const ORDER: &str = "order-20418";
/// Seconds that a seller has for an answer.
pub const TERM_S: i64 = 48 * 3_600;

/// Anna, Chiara, and Ben, whom none of it concerns.
pub struct Sides {
    pub client: Client,
    pub anna: Signed,
    pub chiara: Signed,
    pub ben: Signed,
}

/// Holds a claim on each database, with the demonstration there.
pub async fn with_both_sides(claim: impl AsyncFn(Sides)) {
    on_each_database(async |client| {
        with_demo(&client).await;
        let anna = client.sign_in_as("person-anna").await;
        let (chiara, ben) = (client.sign_in_as("person-chiara").await, client.sign_in_as("person-ben").await);
        claim(Sides { client, anna, chiara, ben }).await;
    })
    .await;
}

/// What begins a conversation about an order.
pub fn about(order: &str, text: &str) -> Value {
    json!({"kind": "seller", "order_id": order, "text": text})
}

impl Sides {
    /// Begins a conversation with that id.
    pub async fn begin(&self, who: &Signed, id: &str, body: &Value) -> Answer {
        self.client.put_as(who, &format!("/api/v1/conversations/{id}"), &body.to_string()).await
    }

    /// Anna has written to Chiara about the order: the conversation's id.
    pub async fn begun(&self, text: &str) -> String {
        let id = fresh_id();
        let answer = self.begin(&self.anna, &id, &about(ORDER, text)).await;
        assert_eq!(answer.status.as_u16(), 201, "{}", answer.text());
        id
    }

    /// Writes in a conversation.
    pub async fn say(&self, who: &Signed, conversation: &str, text: &str) -> Answer {
        let path = format!("/api/v1/conversations/{conversation}/messages/{}", fresh_id());
        self.client.put_as(who, &path, &json!({"text": text}).to_string()).await
    }

    /// The conversation as somebody sees it.
    pub async fn seen(&self, who: &Signed, conversation: &str) -> Value {
        self.client.get_as(who, &format!("/api/v1/conversations/{conversation}")).await.json()
    }

    /// The order as somebody sees it.
    pub async fn order(&self, who: &Signed) -> Value {
        self.client.get_as(who, &format!("/api/v1/orders/{ORDER}")).await.json()
    }

    /// Turns a conversation into a case.
    pub async fn escalate(&self, who: &Signed, conversation: &str, case: &str, body: &Value) -> Answer {
        let path = format!("/api/v1/conversations/{conversation}/escalation/{case}");
        self.client.put_as(who, &path, &body.to_string()).await
    }
}

/// The time for an answer among an order's deadlines.
pub fn respond_by(order: &Value) -> Value {
    let deadlines = order["deadlines"].as_array().unwrap();
    deadlines.iter().find(|deadline| deadline["kind"] == "respond_by").cloned().unwrap_or_default()
}
