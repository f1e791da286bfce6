//! Signing in at the desk, and what every page of it keeps to.

use axum::http::Method;
use serde_json::Value;

use super::{
    asking::{fresh_id, opened},
    client::{Answer, Client, on_each_database},
};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// A member of the team who is signed in.
pub struct AtDesk {
    pub cookie: String,
}

/// Letters as a form sends them.
pub fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02x}")).collect()
}

/// The value of a hidden field, as it stands in the page.
pub fn field(page: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&start).unwrap_or_else(|| panic!("no field {name} in {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Where a case is at the desk.
pub fn place(case: &Value) -> String {
    format!("/desk/cases/{}", case["id"].as_str().unwrap())
}

async fn sign_in(client: &Client, email: &str, password: &str, next: &str) -> Answer {
    let body = format!("email={}&password={}&next={}", encoded(email), encoded(password), encoded(next));
    client.send(Method::POST, "/desk/sign-in", &[FORM], &body).await
}

/// Maja of the demonstration, signed in.
pub async fn at_desk(client: &Client) -> AtDesk {
    backend::staff::add_demo(&client.backend.store).await.unwrap();
    let answer = sign_in(client, "maja@svar.example", "svar-desk-2026", "").await;
    assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    AtDesk { cookie: answer.header("set-cookie").split(';').next().unwrap().to_owned() }
}

impl AtDesk {
    /// A page.
    pub async fn get(&self, client: &Client, path: &str) -> Answer {
        client.get_with(path, &[("cookie", &self.cookie)]).await
    }

    /// Sends a form.
    pub async fn post(&self, client: &Client, path: &str, fields: &[(&str, &str)]) -> Answer {
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        client.send(Method::POST, path, &[FORM, ("cookie", &self.cookie)], &body.join("&")).await
    }

    /// Fills in the answer of a page that was seen, and sends it.
    pub async fn send(&self, client: &Client, case: &Value, seen: &str, text: &str, then: &str) -> Answer {
        let hidden =
            ["csrf", "client_id", "version", "seen_state", "seen_seq"].map(|name| (name, form_field(seen, name)));
        let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.extend([("text", text), ("then", then)]);
        self.post(client, &format!("{}/reply", place(case)), &fields).await
    }

    /// Opens a case's page and answers.
    pub async fn reply(&self, client: &Client, case: &Value, text: &str, then: &str) {
        let seen = self.get(client, &place(case)).await.text();
        let answer = self.send(client, case, &seen, text, then).await;
        assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
    }
}

/// A hidden field of the form for an answer.
fn form_field(page: &str, name: &str) -> String {
    field(page.split_once("class=\"reply\"").unwrap_or_else(|| panic!("no form in {page}")).1, name)
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_through_it_and_back() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        backend::staff::add_demo(&client.backend.store).await.unwrap();
        for (name, path, expected) in [
            ("home", "/desk".to_owned(), "/desk/sign-in".to_owned()),
            ("tab", "/desk?turn=none".to_owned(), "/desk/sign-in?next=/desk?turn=none".to_owned()),
            ("mails", "/desk/mails".to_owned(), "/desk/sign-in?next=/desk/mails".to_owned()),
            ("case", place(&case), format!("/desk/sign-in?next={}", place(&case))),
            ("case_that_is_not_there", "/desk/cases/x".to_owned(), "/desk/sign-in?next=/desk/cases/x".to_owned()),
        ] {
            let answer = client.get(&path).await;
            assert_eq!((answer.status.as_u16(), answer.header("location")), (303, expected.as_str()), "{name}");
            let page = client.get(answer.header("location")).await.text();
            let signed = sign_in(&client, "Maja@svar.example ", "svar-desk-2026", &field(&page, "next")).await;
            assert_eq!((signed.status.as_u16(), signed.header("location")), (303, path.as_str()), "{name}");
        }
        let away = sign_in(&client, "maja@svar.example", "svar-desk-2026", "//elsewhere.example/desk").await;
        assert_eq!(away.header("location"), "/desk");
        assert_eq!(
            away.header("set-cookie").split_once("; ").unwrap().1,
            "Path=/desk; HttpOnly; SameSite=Strict; Max-Age=36000; Secure"
        );
        assert_eq!(
            client.get_with("/desk", &[("cookie", &anna.cookie)]).await.status.as_u16(),
            303,
            "a person is no staff"
        );
    })
    .await;
}

#[tokio::test]
async fn a_wrong_password_tells_nothing_and_is_not_tried_for_ever() {
    on_each_database(async |client| {
        backend::staff::add_demo(&client.backend.store).await.unwrap();
        for (name, email) in [("of_the_team", "maja@svar.example"), ("of_nobody", "nobody@svar.example")] {
            for attempt in 1..=5 {
                let answer = sign_in(&client, email, "wrong", "").await;
                assert_eq!(answer.status.as_u16(), 422, "{name} {attempt}");
                assert!(answer.text().contains("do not belong together"), "{name}");
                assert!(answer.headers.get("set-cookie").is_none());
            }
            let locked = sign_in(&client, email, "svar-desk-2026", "").await;
            assert_eq!((locked.status.as_u16(), locked.headers.get("set-cookie")), (429, None), "{name}");
            let wait: i64 = locked.header("retry-after").parse().unwrap();
            assert!((880..=900).contains(&wait), "{name}: {wait}");
            assert!(locked.text().contains("Try again in 15 minutes"), "{name}");
        }
        let other = sign_in(&client, "tomas@svar.example", "svar-desk-2026", "").await;
        assert_eq!(other.status.as_u16(), 303, "another address is not locked");
    })
    .await;
}

#[tokio::test]
async fn signing_out_ends_the_session() {
    on_each_database(async |client| {
        let maja = at_desk(&client).await;
        let csrf = field(&maja.get(&client, "/desk").await.text(), "csrf");
        let out = maja.post(&client, "/desk/sign-out", &[("csrf", &csrf)]).await;
        assert_eq!((out.status.as_u16(), out.header("location")), (303, "/desk/sign-in"));
        assert!(out.header("set-cookie").starts_with("svar_desk=; ") && out.header("set-cookie").contains("Max-Age=0"));
        assert_eq!(maja.get(&client, "/desk").await.status.as_u16(), 303);
    })
    .await;
}

#[tokio::test]
async fn every_page_is_plain_and_guarded() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        for (path, status) in [
            ("/desk", 200),
            ("/desk?turn=requester", 200),
            ("/desk?turn=nonsense&after=nonsense", 200),
            ("/desk/mails", 200),
            ("/desk/contact", 200),
            ("/desk/calls", 200),
            ("/desk/style.css", 200),
            ("/desk/nothing", 404),
            ("/desk/cases/x", 404),
            (&format!("/desk/cases/{}", fresh_id()), 404),
            (&place(&case), 200),
        ] {
            let page = maja.get(&client, path).await;
            assert_eq!(page.status.as_u16(), status, "{path}: {}", page.text());
            assert_eq!(
                page.header("content-security-policy"),
                "default-src 'none'; style-src 'self'; form-action 'self'; img-src 'self'; frame-ancestors 'none'; \
                 base-uri 'none'",
                "{path}"
            );
            assert_eq!((page.header("x-content-type-options"), page.header("x-frame-options")), ("nosniff", "DENY"));
            let text = page.text();
            for never in ["<script", "javascript:", " style=", "onclick", "mailto:", "@svar", "support@"] {
                assert!(!text.contains(never), "{path} holds {never}");
            }
        }
        let signed_out = client.get("/desk/sign-in").await;
        assert!(!signed_out.text().contains("@"), "no address on the way in");
        assert_eq!(signed_out.header("cache-control"), "no-store");
    })
    .await;
}
