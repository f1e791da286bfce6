//! Whatever availability offers, sending accepts while the clock stands; whatever it does not, sending refuses.

use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id, general, with_demo},
    calling::{cancel, wanted},
    client::{Client, Signed, on_each_database},
    contact::{PATH, people_wait, takes_calls},
};

/// Open, before opening, Saturday, a holiday.
const MOMENTS: [&str; 4] =
    ["2026-11-24T12:00:00Z", "2026-11-24T07:00:00Z", "2026-11-28T10:00:00Z", "2026-12-25T12:00:00Z"];
const TOPICS: [&str; 2] = ["refund", "case_outcome"];
const LANGUAGES: [&str; 4] = ["en", "sv", "nl", "zh"];

async fn send(client: &Client, who: &Signed, method: &Value, topic: &str) -> u16 {
    let mut body = general("Please help me.");
    (body["method"], body["topic"], body["language"]) =
        (method["method"].clone(), json!(topic), method["language"].clone());
    if method["method"] == "phone" {
        body["callback"] = wanted("");
    }
    let answer = ask(client, who, &fresh_id(), &body).await;
    let status = answer.status.as_u16();
    if status == 201 && method["method"] == "phone" {
        // Off the list again, so that the queue is as it was when it was offered.
        cancel(client, who, &answer.json()["callback"]).await;
    }
    assert!(status != 409 || answer.code() == "method_unavailable", "{}", answer.text());
    status
}

async fn each_offer_holds(client: &Client, moment: &str, name: &str) -> usize {
    let mut offers = 0;
    for person in ["person-anna", "person-erik"] {
        let who = client.sign_in_as(person).await;
        for (topic, language) in TOPICS.iter().flat_map(|topic| LANGUAGES.map(|language| (*topic, language))) {
            let asked = client.get_as(&who, &format!("{PATH}?topic={topic}&language={language}")).await.json();
            for method in asked["methods"].as_array().unwrap() {
                let is_offered = matches!(method["status"].as_str().unwrap(), "available" | "busy");
                // In the language of another method it is not offered, and so not asked for.
                let expected = if is_offered { 201 } else { 409 };
                let name = format!("{name} {moment} {person} {topic} {language} {}", method["method"]);
                if method["reason"] != "language_unsupported" {
                    assert_eq!(send(client, &who, method, topic).await, expected, "{name}");
                    offers += usize::from(is_offered);
                }
            }
        }
    }
    offers
}

#[tokio::test]
async fn sending_takes_exactly_what_was_offered() {
    on_each_database(async |mut client| {
        with_demo(&client).await;
        let mut offers = Vec::new();
        for waiting in [0, 2, 2] {
            people_wait(&client, waiting).await;
            for moment in MOMENTS {
                client.when(moment);
                takes_calls(&client, if waiting == 0 { "en,sv" } else { "en" }, 600).await;
                offers.push(each_offer_holds(&client, moment, &format!("{waiting} more waiting")).await);
            }
        }
        // E-mail for both people, two topics, four languages: 16. Anna by telephone in en, sv and, instead of nl, en.
        assert_eq!(offers, [19, 16, 18, 16, 18, 16, 18, 16, 16, 16, 16, 16]);
    })
    .await;
}
