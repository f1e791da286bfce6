//! What the backend says of itself.

use serde_json::json;

use super::client::on_each_database;

const CAPABILITIES: [&str; 14] = [
    "help",
    "search",
    "feedback",
    "sessions",
    "sign_in_help",
    "orders",
    "objects",
    "answers",
    "availability",
    "callbacks",
    "cases",
    "conversations",
    "events",
    "uploads",
];

#[tokio::test]
async fn what_is_left_out_is_not_promised() {
    on_each_database(async |client| {
        let meta = client.without_answers().get("/api/v1/meta").await.json();
        let expected: Vec<&str> = CAPABILITIES.into_iter().filter(|name| *name != "answers").collect();
        assert_eq!(meta["capabilities"], json!(expected));
    })
    .await;
}

#[tokio::test]
async fn meta_says_what_the_backend_can_do() {
    on_each_database(async |client| {
        let meta = client.get("/api/v1/meta").await.json();
        for (name, pointer, expected) in [
            ("version", "/contract_version", json!("1.0")),
            ("capabilities", "/capabilities", json!(CAPABILITIES)),
            ("default_language", "/default_locale", json!("en")),
            (
                "languages_in_their_own_names",
                "/locales",
                json!([{"tag": "en", "name": "English"}, {"tag": "sv", "name": "Svenska"}]),
            ),
            ("uploads", "/upload", json!({"max_bytes": 8_388_608, "types": ["image/jpeg", "image/png", "image/webp"]})),
            (
                "dispute_bodies",
                "/dispute_bodies",
                json!([{"id": "acm", "name": "ACM", "url": "https://www.acm.nl/", "regions": ["NL"]}]),
            ),
        ] {
            assert_eq!(meta.pointer(pointer), Some(&expected), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_notice_lasts_until_its_moment() {
    on_each_database(async |client| {
        let meta = client.get("/api/v1/meta").await.json();
        let until = "2026-12-24T12:00:00Z";
        let expected = json!([
            {"id": "slow-post", "tone": "warning", "locale": "en", "text": "The post is slow.", "until": until},
            {"id": "slow-post", "tone": "warning", "locale": "sv", "text": "Posten är långsam.", "until": until},
        ]);
        assert_eq!(meta["notices"], expected);
    })
    .await;
}
