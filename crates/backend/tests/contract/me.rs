//! A person's own account.

use axum::http::Method;
use backend::demo;

use super::client::{Answer, Client, Signed, on_each_database};

const ME: &str = "/api/v1/me";

async fn anna(client: &Client) -> Signed {
    demo::fill(&client.backend).await.unwrap();
    client.sign_in_as("person-anna").await
}

async fn patch(client: &Client, who: &Signed, tag: Option<&str>, body: &str) -> Answer {
    let mut headers = who.headers().to_vec();
    headers.push(("content-type", "application/json"));
    headers.extend(tag.map(|tag| ("if-match", tag)));
    client.send(Method::PATCH, ME, &headers, body).await
}

#[tokio::test]
async fn an_account_is_shown_to_its_person_alone() {
    on_each_database(async |client| {
        let anna = anna(&client).await;
        let answer = client.get_as(&anna, ME).await;
        let me = answer.json();
        assert_eq!((me["id"].as_str(), me["email_masked"].as_str()), (Some("person-anna"), Some("a…a@example.com")));
        assert!(!answer.text().contains("anna@example.com") && !answer.text().contains("argon2"));
        assert_eq!(answer.header("cache-control"), "no-store");
        let ben = client.sign_in_as("person-ben").await;
        assert_eq!(client.get_as(&ben, ME).await.json()["id"], "person-ben");
        let nobody = client.get(ME).await;
        assert_eq!((nobody.status.as_u16(), nobody.code().as_str()), (401, "signed_out"));
    })
    .await;
}

#[tokio::test]
async fn who_has_it_already_is_told_so() {
    on_each_database(async |client| {
        let anna = anna(&client).await;
        let tag = client.get_as(&anna, ME).await.header("etag").to_owned();
        assert!(tag.starts_with('"'), "a strong tag: {tag}");
        let headers = [("cookie", &*anna.cookie), ("if-none-match", &*tag)];
        let answer = client.get_with(ME, &headers).await;
        assert_eq!((answer.status.as_u16(), answer.body.len()), (304, 0));
    })
    .await;
}

#[tokio::test]
async fn languages_and_time_zone_can_be_changed() {
    on_each_database(async |client| {
        let anna = anna(&client).await;
        for (name, body, language, support_language, timezone) in [
            ("nothing", "{}", "sv", "en", "Europe/Stockholm"),
            ("language", r#"{"language":"en"}"#, "en", "en", "Europe/Stockholm"),
            ("support_language", r#"{"support_language":"sv"}"#, "en", "sv", "Europe/Stockholm"),
            (
                "timezone",
                r#"{"timezone":"America/Argentina/Buenos_Aires"}"#,
                "en",
                "sv",
                "America/Argentina/Buenos_Aires",
            ),
            ("all", r#"{"language":"sv","support_language":"en","timezone":"UTC"}"#, "sv", "en", "UTC"),
        ] {
            let tag = client.get_as(&anna, ME).await.header("etag").to_owned();
            let changed = patch(&client, &anna, Some(&tag), body).await;
            assert_eq!(changed.status.as_u16(), 200, "{name}: {}", changed.text());
            let now = client.get_as(&anna, ME).await;
            assert_eq!((now.json(), now.header("etag")), (changed.json(), changed.header("etag")), "{name}");
            let me = now.json();
            let found = ["language", "support_language", "timezone"].map(|key| me[key].as_str().unwrap().to_owned());
            assert_eq!(found, [language, support_language, timezone], "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_is_of_what_was_seen() {
    on_each_database(async |client| {
        let anna = anna(&client).await;
        let tag = client.get_as(&anna, ME).await.header("etag").to_owned();
        let (weak, listed) = (format!("W/{tag}"), format!("\"x\", {tag}"));
        let body = "{}";
        for (name, seen, status, code) in [
            ("missing", None, 428, "precondition_required"),
            ("other", Some("\"x\""), 412, "precondition_failed"),
            ("empty", Some(""), 412, "precondition_failed"),
            ("without_quotes", Some(tag.trim_matches('"')), 412, "precondition_failed"),
            ("weak", Some(&*weak), 412, "precondition_failed"),
        ] {
            let answer = patch(&client, &anna, seen, body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
        }
        for (name, seen) in [("same", &*tag), ("one_of_a_list", &*listed), ("any", "*")] {
            assert_eq!(patch(&client, &anna, Some(seen), body).await.status.as_u16(), 200, "{name}");
        }
        assert_eq!(patch(&client, &anna, Some(&tag), r#"{"language":"en"}"#).await.status.as_u16(), 200);
        let late = patch(&client, &anna, Some(&tag), r#"{"timezone":"UTC"}"#).await;
        assert_eq!((late.status.as_u16(), late.code().as_str()), (412, "precondition_failed"));
    })
    .await;
}

#[tokio::test]
async fn of_two_changes_at_once_one_is_made() {
    on_each_database(async |client| {
        anna(&client).await;
        let known = client.backend.store.person("person-anna").await.unwrap().unwrap();
        let with =
            |timezone: &str| backend::store::people::PersonRow { timezone: timezone.to_owned(), ..known.clone() };
        let (one, other) = (with("UTC"), with("Europe/Rome"));
        let store = &client.backend.store;
        let done =
            [store.change_person(&known, &one).await.unwrap(), store.change_person(&known, &other).await.unwrap()];
        assert_eq!(done, [true, false]);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused() {
    on_each_database(async |client| {
        let anna = anna(&client).await;
        for (name, body, status, pointer) in [
            ("cut", "{", 400, ""),
            ("list", "[]", 422, ""),
            ("unknown_field", r#"{"restrictions":[]}"#, 422, "/restrictions"),
            ("own_name", r#"{"display_name":"x"}"#, 422, "/display_name"),
            ("number", r#"{"language":1}"#, 422, "/language"),
            ("unknown_language", r#"{"language":"xx"}"#, 422, "/language"),
            ("empty_language", r#"{"language":""}"#, 422, "/language"),
            ("unspoken_language", r#"{"support_language":"fi"}"#, 422, "/support_language"),
            ("empty_support_language", r#"{"support_language":""}"#, 422, "/support_language"),
            ("unknown_zone", r#"{"timezone":"Europe/Atlantis"}"#, 422, "/timezone"),
            ("zone_in_small_letters", r#"{"timezone":"europe/rome"}"#, 422, "/timezone"),
            ("offset", r#"{"timezone":"+01:00"}"#, 422, "/timezone"),
            ("empty_zone", r#"{"timezone":""}"#, 422, "/timezone"),
            ("zero_byte", r#"{"timezone":"\u0000"}"#, 422, "/timezone"),
            ("one_good_one_bad", r#"{"language":"en","timezone":"x"}"#, 422, "/timezone"),
        ] {
            let answer = patch(&client, &anna, Some("*"), body).await;
            assert_eq!(answer.status.as_u16(), status, "{name}: {}", answer.text());
            let found = answer.json()["errors"][0]["pointer"].as_str().unwrap_or_default().to_owned();
            assert_eq!(found, pointer, "{name}");
        }
        assert_eq!(client.get_as(&anna, ME).await.json()["language"], "sv");
    })
    .await;
}
