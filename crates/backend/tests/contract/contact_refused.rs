//! Whom the telephone is not for: topics, countries, languages, restricted accounts, maintenance.

use backend::store::{
    contact::{MAINTENANCE, PHONE},
    people::PersonRow,
};
use serde_json::json;

use super::{
    asking::{ask, fresh_id, general, with_demo},
    client::{Client, on_each_database},
    contact::{PATH, takes_calls},
};

/// People of the demonstration, and one far away; Maja takes calls.
async fn on_a_tuesday(client: &mut Client) {
    with_demo(client).await;
    client.when("2026-11-24T12:00:00Z");
    takes_calls(client, "en,sv", 600).await;
    let far = PersonRow {
        id: "person-far".to_owned(),
        email: "far@example.com".to_owned(),
        country: "US".to_owned(),
        support_language: "en".to_owned(),
        ..PersonRow::default()
    };
    client.backend.store.add_person(&far).await.unwrap();
}

#[tokio::test]
async fn whom_it_is_not_for_is_told_why_and_refused_when_sending() {
    on_each_database(async |mut client| {
        on_a_tuesday(&mut client).await;
        for (name, who, topic, language, status, reason) in [
            ("available", "person-anna", "refund", "en", "available", ""),
            ("topic", "person-anna", "case_outcome", "en", "unsupported", "topic_unsupported"),
            ("country", "person-far", "refund", "en", "unsupported", "country_unsupported"),
            ("language_of_the_mail", "person-anna", "refund", "zh", "unsupported", "language_unsupported"),
            ("restricted", "person-erik", "refund", "en", "closed", "account_restricted"),
            ("topic_of_a_restricted_one", "person-erik", "case_outcome", "en", "unsupported", "topic_unsupported"),
        ] {
            let who = client.sign_in_as(who).await;
            let answer = client.get_as(&who, &format!("{PATH}?topic={topic}&language={language}")).await.json();
            let phone = &answer["methods"][0];
            assert_eq!(phone["status"], status, "{name}");
            assert_eq!(phone["reason"].as_str().unwrap_or_default(), reason, "{name}");
            assert_eq!((phone.get("opens_at"), &answer["methods"][1]["status"]), (None, &json!("available")), "{name}");
            let has_hours = !phone["hours"].as_array().unwrap().is_empty();
            assert_eq!(has_hours, status != "unsupported", "{name}");
            if !reason.is_empty() {
                let mut body = general("Please call me.");
                (body["method"], body["topic"], body["language"]) = (json!("phone"), json!(topic), json!(language));
                let refused = ask(&client, &who, &fresh_id(), &body).await;
                assert_eq!((refused.status.as_u16(), refused.code().as_str()), (409, "method_unavailable"), "{name}");
                assert_eq!(refused.json()["availability"], answer, "{name}: what is said instead is fresh");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn maintenance_closes_it_at_any_time() {
    on_each_database(async |mut client| {
        on_a_tuesday(&mut client).await;
        client.backend.store.switch_method(PHONE, MAINTENANCE).await.unwrap();
        for (name, moment) in [("open", "2026-11-24T12:00:00Z"), ("at_night", "2026-11-24T22:00:00Z")] {
            client.when(moment);
            let phone = client.get(&format!("{PATH}?language=en")).await.json()["methods"][0].clone();
            assert_eq!((&phone["status"], &phone["reason"]), (&json!("closed"), &json!("maintenance")), "{name}");
            assert_eq!((phone.get("opens_at"), phone.get("closes_at")), (None, None), "{name}");
        }
    })
    .await;
}
