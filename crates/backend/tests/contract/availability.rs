//! Which contact methods can be used now: e-mail, always, for everybody; more in `contact.rs`.

use serde_json::json;

use super::{asking::with_demo, client::on_each_database};

const PATH: &str = "/api/v1/contact/availability";

#[tokio::test]
async fn email_is_always_there() {
    on_each_database(async |client| {
        let answer = client.get(&format!("{PATH}?language=de&topic=refund")).await;
        assert_eq!(answer.status.as_u16(), 200);
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(
            answer.json(),
            json!({
                "as_of": "2026-11-22T12:00:00Z", "valid_until": "2026-11-22T12:01:00Z",
                "timezone": "Europe/Amsterdam", "degraded": false, "recommended": ["email"],
                "methods": [{
                    "method": "phone", "status": "unsupported", "reason": "language_unsupported",
                    "languages": ["en", "sv"], "language": "en", "language_match": "fallback", "callback": false, "hours": [],
                }, {
                    "method": "email", "status": "available", "languages": ["en", "de", "zh"], "language": "de",
                    "language_match": "exact", "expected_reply_s": 86_400, "hours": [],
                }],
            })
        );
    })
    .await;
}

#[tokio::test]
async fn the_language_is_met_or_said_to_be_another() {
    on_each_database(async |client| {
        for (name, query, expected) in [
            ("spoken", "?language=en", Some("exact")),
            ("of_a_country", "?language=de-AT", Some("exact")),
            ("not_spoken", "?language=sv", Some("fallback")),
            ("no_language", "?language=%00%F0%9F%99%82", Some("fallback")),
            ("unknown_visitor", "", None),
            ("empty", "?language=", None),
        ] {
            let answer = client.get(&format!("{PATH}{query}")).await;
            let json = answer.json();
            assert_eq!(json["methods"][1].get("language_match").and_then(|word| word.as_str()), expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_restricted_account_can_write_and_an_unknown_order_changes_nothing() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let erik = client.sign_in_as("person-erik").await;
        let json = client.get_as(&erik, &format!("{PATH}?order_id=order-nothing")).await.json();
        assert_eq!(json["methods"][1]["status"], "available");
        assert_eq!(json["methods"][1]["language_match"], "exact", "his own language is taken");
    })
    .await;
}
