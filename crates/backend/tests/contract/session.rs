//! Signing in with a password.

use axum::http::Method;
use backend::demo;
use serde_json::json;

use super::client::{Answer, Client, Signed, on_each_database};

/// Where one signs in and out.
pub const SESSION: &str = "/api/v1/session";
/// What Anna types.
pub const ANNA: &str = r#"{"email":"anna@example.com","password":"svar-demo-2026"}"#;
/// What Ben types.
pub const BEN: &str = r#"{"email":"ben@example.com","password":"svar-demo-2026"}"#;

/// Holds a claim where the people of the demonstration are.
pub async fn on_each_demo(claim: impl AsyncFn(Client)) {
    on_each_database(async |client| {
        demo::fill(&client.backend).await.unwrap();
        claim(client).await;
    })
    .await;
}

/// Who an answer signed in.
pub fn signed(answer: &Answer) -> Signed {
    Signed { cookie: answer.cookie("svar_session"), csrf: answer.json()["csrf"].as_str().unwrap().to_owned() }
}

/// Whose session a cookie is; empty for nobody.
pub async fn who(client: &Client, cookie: &str) -> String {
    let answer = client.get_with(SESSION, &[("cookie", cookie)]).await;
    answer.json()["person"]["id"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_person_signs_in_with_a_password() {
    on_each_demo(async |client| {
        let answer = client.post_json(SESSION, &[], ANNA).await;
        assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
        let session = answer.json();
        let person = json!({
            "id": "person-anna", "display_name": "Anna Lindqvist", "email_masked": "a…a@example.com",
            "roles": ["buyer"], "language": "sv", "support_language": "en", "timezone": "Europe/Stockholm",
            "restrictions": [],
        });
        assert_eq!(session["person"], person);
        assert!(session["expires_at"].as_str().unwrap().starts_with("2026-12-06T12:00:"), "in fourteen days");
        assert_eq!(answer.header("cache-control"), "no-store");
        let line = answer.cookie_line("svar_session");
        let attributes = line.split_once("; ").unwrap().1;
        assert_eq!(attributes, "Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=1209600");
        let again = client.get_with(SESSION, &[("cookie", &answer.cookie("svar_session"))]).await;
        assert_eq!((again.status.as_u16(), again.json()), (200, session));
    })
    .await;
}

#[tokio::test]
async fn everybody_of_the_demonstration_has_what_they_need() {
    let client = Client::on_sqlite().await;
    demo::fill(&client.backend).await.unwrap();
    demo::fill(&client.backend).await.unwrap();
    for (id, roles, country, restrictions) in [
        ("person-anna", "buyer", "SE", ""),
        ("person-ben", "buyer", "GB", ""),
        ("person-chiara", "seller", "IT", ""),
        ("person-david", "buyer,seller", "FR", ""),
        ("person-erik", "buyer", "SE", "unpaid_orders"),
    ] {
        let person = client.backend.store.person(id).await.unwrap().unwrap();
        let found = (person.roles.as_str(), person.country.as_str(), person.restrictions.as_str());
        assert_eq!(found, (roles, country, restrictions), "{id}");
        assert!(person.password_hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{id}");
    }
}

#[tokio::test]
async fn nobody_learns_which_addresses_have_accounts() {
    on_each_demo(async |client| {
        let mut bodies = Vec::new();
        for (name, body) in [
            ("wrong_password", r#"{"email":"anna@example.com","password":"x"}"#),
            ("unknown_address", r#"{"email":"nobody@example.com","password":"x"}"#),
            ("password_of_another_case", r#"{"email":"anna@example.com","password":"SVAR-DEMO-2026"}"#),
            ("password_with_a_space", r#"{"email":"anna@example.com","password":"svar-demo-2026 "}"#),
        ] {
            let answer = client.post_json(SESSION, &[], body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "credentials_invalid"), "{name}");
            assert_eq!(answer.cookie("svar_session"), "", "{name}");
            let mut problem = answer.json();
            problem["request_id"] = json!("");
            bodies.push(problem);
        }
        assert!(bodies.windows(2).all(|two| two[0] == two[1]), "{bodies:?}");
    })
    .await;
}

#[tokio::test]
async fn an_account_without_a_password_is_not_opened_by_one() {
    on_each_database(async |client| {
        client.sign_in_as("person-olga").await;
        let answer = client.post_json(SESSION, &[], r#"{"email":"olga@example.com","password":"x"}"#).await;
        assert_eq!(answer.code(), "credentials_invalid");
    })
    .await;
}

#[tokio::test]
async fn each_sign_in_has_a_new_id() {
    on_each_demo(async |client| {
        // An id that somebody else has planted never becomes a session.
        let planted = "svar_session=0123456789012345678901234567890123456789012345678901234567890123";
        let first = signed(&client.post_json(SESSION, &[("cookie", planted)], ANNA).await);
        assert_ne!(first.cookie, planted);
        assert_eq!(who(&client, planted).await, "");
        // The browser's earlier session ends, even if it was another person's.
        let second = signed(&client.post_json(SESSION, &[("cookie", &first.cookie)], BEN).await);
        assert_ne!((&first.cookie, &first.csrf), (&second.cookie, &second.csrf));
        assert_eq!(who(&client, &first.cookie).await, "");
        assert_eq!(who(&client, &second.cookie).await, "person-ben");
        // Another device stays signed in.
        let third = signed(&client.post_json(SESSION, &[], BEN).await);
        assert_eq!(who(&client, &second.cookie).await, "person-ben");
        assert_eq!(who(&client, &third.cookie).await, "person-ben");
    })
    .await;
}

#[tokio::test]
async fn addresses_are_written_in_many_ways() {
    on_each_demo(async |client| {
        for email in ["Anna@Example.COM", "  anna@example.com "] {
            let body = json!({"email": email, "password": "svar-demo-2026"}).to_string();
            assert_eq!(client.post_json(SESSION, &[], &body).await.status.as_u16(), 200, "{email}");
        }
    })
    .await;
}

#[tokio::test]
async fn bad_bodies_are_refused() {
    let long = json!({"email": "anna@example.com", "password": "å".repeat(1_001)}).to_string();
    let longest = json!({"email": "anna@example.com", "password": "å".repeat(1_000)}).to_string();
    let large = json!({"email": "anna@example.com", "password": "x".repeat(70_000)}).to_string();
    on_each_demo(async |client| {
        for (name, body, status, code, pointer) in [
            ("empty", "", 400, "json_malformed", ""),
            ("cut", r#"{"email":"anna@example.com","#, 400, "json_malformed", ""),
            ("a_form", "email=anna%40example.com&password=x", 400, "json_malformed", ""),
            ("nothing", "null", 422, "body_invalid", ""),
            ("a_list", "[]", 422, "body_invalid", ""),
            ("a_list_of_values", r#"["anna@example.com","svar-demo-2026"]"#, 422, "body_invalid", ""),
            ("missing_password", r#"{"email":"anna@example.com"}"#, 422, "body_invalid", ""),
            ("number", r#"{"email":"anna@example.com","password":1}"#, 422, "body_invalid", "/password"),
            ("list", r#"{"email":["anna@example.com"],"password":"x"}"#, 422, "body_invalid", "/email"),
            ("null_password", r#"{"email":"anna@example.com","password":null}"#, 422, "body_invalid", "/password"),
            ("unknown_field", r#"{"email":"a@example.com","password":"x","role":"x"}"#, 422, "body_invalid", "/role"),
            ("no_address", r#"{"email":"anna","password":"x"}"#, 422, "body_invalid", "/email"),
            ("empty_address", r#"{"email":"","password":"x"}"#, 422, "body_invalid", "/email"),
            ("zero_byte", r#"{"email":"anna\u0000@example.com","password":"x"}"#, 422, "body_invalid", "/email"),
            ("empty_password", r#"{"email":"anna@example.com","password":""}"#, 422, "body_invalid", "/password"),
            ("long_password", &long, 422, "body_invalid", "/password"),
            ("longest_password", &longest, 401, "credentials_invalid", ""),
            ("large", &large, 413, "body_too_large", ""),
        ] {
            let answer = client.post_json(SESSION, &[], body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
            let found = answer.json()["errors"][0]["pointer"].as_str().unwrap_or_default().to_owned();
            assert_eq!(found, pointer, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_form_can_send_signs_nobody_in() {
    on_each_demo(async |client| {
        for kind in ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", ""] {
            let answer = client.send(Method::POST, SESSION, &[("content-type", kind)], ANNA).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (415, "media_type_unsupported"), "{kind}");
            assert_eq!(answer.cookie("svar_session"), "", "{kind}");
        }
    })
    .await;
}
