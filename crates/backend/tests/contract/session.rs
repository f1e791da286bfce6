//! Signing in with a password, being signed in, signing out.

use axum::http::Method;
use backend::demo;
use serde_json::json;

use super::client::{Answer, Client, Signed, on_each_database};

const SESSION: &str = "/api/v1/session";
const ANNA: &str = r#"{"email":"anna@example.com","password":"svar-demo-2026"}"#;
const BEN: &str = r#"{"email":"ben@example.com","password":"svar-demo-2026"}"#;

async fn on_each_demo(claim: impl AsyncFn(Client)) {
    on_each_database(async |client| {
        demo::fill(&client.backend).await.unwrap();
        claim(client).await;
    })
    .await;
}

fn signed(answer: &Answer) -> Signed {
    Signed { cookie: answer.cookie("svar_session"), csrf: answer.json()["csrf"].as_str().unwrap().to_owned() }
}

async fn who(client: &Client, cookie: &str) -> String {
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

#[tokio::test]
async fn signing_out_leaves_the_device_as_if_nobody_had_been() {
    on_each_demo(async |client| {
        let anna = signed(&client.post_json(SESSION, &[], ANNA).await);
        let other_device = signed(&client.post_json(SESSION, &[], ANNA).await);
        for (name, headers) in [
            ("signed_in", anna.headers().to_vec()),
            ("already_out", anna.headers().to_vec()),
            ("never_in", Vec::new()),
            ("with_an_unknown_cookie", vec![("cookie", "svar_session=x; svar_visitor=y")]),
        ] {
            let answer = client.send(Method::DELETE, SESSION, &headers, "").await;
            assert_eq!((answer.status.as_u16(), answer.body.len()), (204, 0), "{name}");
            assert_eq!(answer.header("clear-site-data"), "\"cache\", \"storage\"", "{name}");
            for cookie in ["svar_session", "svar_visitor"] {
                let expected = format!("{cookie}=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
                assert_eq!(answer.cookie_line(cookie), expected, "{name}");
            }
            assert_eq!(who(&client, &anna.cookie).await, "", "{name}");
        }
        assert_eq!(who(&client, &other_device.cookie).await, "person-anna");
    })
    .await;
}

#[tokio::test]
async fn only_the_own_page_may_change_something() {
    on_each_demo(async |client| {
        let anna = signed(&client.post_json(SESSION, &[], ANNA).await);
        let ben = signed(&client.post_json(SESSION, &[], BEN).await);
        let cut = &anna.csrf[1..];
        for (name, word) in [
            ("missing", None),
            ("empty", Some("")),
            ("wrong", Some("x")),
            ("cut", Some(cut)),
            ("of_ben", Some(&*ben.csrf)),
        ] {
            let mut headers = vec![("cookie", &*anna.cookie), ("content-type", "application/json"), ("if-match", "*")];
            headers.extend(word.map(|word| ("svar-csrf", word)));
            for (method, path) in [(Method::DELETE, SESSION), (Method::PATCH, "/api/v1/me")] {
                let answer = client.send(method.clone(), path, &headers, r#"{"language":"en"}"#).await;
                assert_eq!((answer.status.as_u16(), answer.code().as_str()), (403, "csrf_invalid"), "{name} {method}");
            }
        }
        let me = client.get_as(&anna, "/api/v1/me").await.json();
        assert_eq!(me["language"], "sv", "nothing has changed, and Anna is still signed in");
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_fourteen_days() {
    on_each_demo(async |mut client| {
        let anna = signed(&client.post_json(SESSION, &[], ANNA).await);
        client.later(14 * 24 * 3_600 - 60);
        assert_eq!(who(&client, &anna.cookie).await, "person-anna");
        client.later(60);
        let [cookie, csrf] = anna.headers();
        let headers = [cookie, csrf, ("content-type", "application/json"), ("if-match", "*")];
        for (method, path) in [(Method::GET, SESSION), (Method::GET, "/api/v1/me"), (Method::PATCH, "/api/v1/me")] {
            let answer = client.send(method.clone(), path, &headers, r#"{"language":"en"}"#).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "signed_out"), "{method} {path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_cookie_that_was_never_given_is_nobodys() {
    on_each_demo(async |client| {
        let long = format!("svar_session={}", "x".repeat(5_000));
        for (name, cookie) in [
            ("none", ""),
            ("empty", "svar_session="),
            ("word", "svar_session=person-anna"),
            ("sql", "svar_session=' OR 1=1 --"),
            ("long", &long),
            ("other_name", "svar_sessions=x"),
            ("no_pair", "svar_session"),
        ] {
            let answer = client.get_with(SESSION, &[("cookie", cookie)]).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "signed_out"), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_a_hash_of_the_cookie_is_kept() {
    let client = Client::on_sqlite().await;
    let anna = client.sign_in_as("person-anna").await;
    let token = anna.cookie.split_once('=').unwrap().1;
    let now = client.backend.clock.seconds();
    assert!(client.backend.store.session(token, now).await.unwrap().is_some());
    let kept = backend::secret::hash(token);
    assert!(client.backend.store.session(&kept, now).await.unwrap().is_none());
}
