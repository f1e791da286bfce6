//! "I can't sign in": a request that reaches support once its one-time link is followed.

use backend::{
    guests,
    store::cases::{CaseRow, QueuePage},
};

use serde_json::{Value, json};

use super::{
    asking::opened,
    client::{Answer, Client, on_each_database},
};

const HELP: &str = "/api/v1/session/help";
const CONFIRMATION: &str = "/api/v1/session/help/confirmation";
const WORDS: &str = "Xylophone quagmire: <b>my password</b> does not work";

async fn ask(client: &Client, email: &str, locale: &str) -> Answer {
    let body = json!({"email": email, "question": WORDS, "locale": locale}).to_string();
    client.post_json(HELP, &[], &body).await
}

async fn confirm(client: &Client, token: &str) -> Answer {
    client.post_json(CONFIRMATION, &[], &json!({"token": token}).to_string()).await
}

async fn newest_body(client: &Client) -> String {
    client.backend.store.mails(1).await.unwrap().remove(0).body
}

/// The cases that wait for support.
async fn waiting(client: &Client) -> Vec<CaseRow> {
    client.backend.store.queue(QueuePage { turn: "support", after: (0, 0), limit: 100 }).await.unwrap()
}

/// The word of the newest one-time link.
async fn token(client: &Client) -> String {
    newest_body(client).await.split_once('#').unwrap().1.trim().to_owned()
}

#[tokio::test]
async fn a_request_reaches_support_once_it_is_confirmed() {
    on_each_database(async |client| {
        assert_eq!(ask(&client, "someone@example.com", "en").await.status.as_u16(), 202);
        assert_eq!(client.backend.store.case_count().await.unwrap(), 0, "nothing before the link");
        let answer = confirm(&client, &token(&client).await).await;
        assert_eq!(answer.json(), json!({"number": "SC-10001", "expected_reply_s": 86_400}));
        let cases = waiting(&client).await;
        let found: Vec<_> = cases.iter().map(|row| (&*row.guest_email, &*row.statement, &*row.language)).collect();
        assert_eq!(found, [("someone@example.com", WORDS, "en")]);
        let anna = client.sign_in_as("person-anna").await;
        assert_eq!(opened(&client, &anna, "Where is it?").await["number"], "SC-10002", "one series of numbers");
        ask(&client, "other@example.com", "en").await;
        assert_eq!(confirm(&client, &token(&client).await).await.json()["number"], "SC-10003");
        let path = format!("/api/v1/cases/{}", cases[0].id);
        assert_eq!(client.get_as(&anna, &path).await.code(), "not_found", "it is nobody's with an account");
        assert_eq!(client.get_as(&anna, "/api/v1/cases").await.each("/number"), ["SC-10002"]);
    })
    .await;
}

#[tokio::test]
async fn the_mail_holds_a_link_and_none_of_the_words() {
    on_each_database(async |client| {
        for (locale, subject) in [("en", "Confirm (en)"), ("sv", "Confirm (sv)"), ("sv-FI", "Confirm (sv)")] {
            ask(&client, &format!("{}@example.com", locale.to_lowercase()), locale).await;
            let mail = client.backend.store.mails(1).await.unwrap().remove(0);
            assert_eq!(mail.subject, subject, "{locale}");
            let link = format!("Follow http://127.0.0.1:8080/{}/sign-in/help#", &locale[..2]);
            assert!(mail.body.starts_with(&link), "{}", mail.body);
            let whole = format!("{}{}", mail.subject, mail.body).to_lowercase();
            for word in WORDS.split_whitespace().filter(|word| word.len() > 4) {
                assert!(!whole.contains(&word.to_lowercase()), "{word}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_learns_which_addresses_have_accounts() {
    on_each_database(async |client| {
        client.sign_in_as("person-anna").await;
        let (known, unknown) =
            (ask(&client, "anna@example.com", "en").await, ask(&client, "no@example.com", "en").await);
        assert_eq!((known.status, known.body), (unknown.status, unknown.body));
        let mails = client.backend.store.mails(2).await.unwrap();
        let text = |at: usize| mails[at].body.split('#').next().unwrap().to_owned();
        assert_eq!(text(0), text(1));
    })
    .await;
}

#[tokio::test]
async fn a_link_is_good_once_and_for_a_day() {
    on_each_database(async |mut client| {
        for (name, word) in [("unknown", "x"), ("empty", ""), ("zero_byte", "\0"), ("sql", "' OR 1=1 --")] {
            let answer = confirm(&client, word).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "not_found"), "{name}");
        }
        ask(&client, "first@example.com", "en").await;
        let first = token(&client).await;
        assert_eq!(confirm(&client, &first).await.status.as_u16(), 200);
        let again = confirm(&client, &first).await;
        assert_eq!((again.status.as_u16(), again.code().as_str()), (410, "token_used"));
        ask(&client, "second@example.com", "en").await;
        let second = token(&client).await;
        client.later(24 * 3_600);
        let late = confirm(&client, &second).await;
        assert_eq!((late.status.as_u16(), late.code().as_str()), (410, "token_expired"));
        assert_eq!(client.backend.store.case_count().await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn followed_many_times_at_once_it_opens_one_case() {
    on_each_database(async |client| {
        ask(&client, "someone@example.com", "en").await;
        let word = token(&client).await;
        let now = client.backend.clock.seconds();
        let followed = (0..8).map(|_| {
            let (backend, word) = (client.backend.clone(), word.clone());
            tokio::spawn(async move {
                let published = backend.published().unwrap();
                let made = |request: &_| guests::case(&backend, &published, request);
                backend.store.confirm(&word, now, made).await.unwrap()
            })
        });
        for one in followed.collect::<Vec<_>>() {
            one.await.unwrap();
        }
        assert_eq!(client.backend.store.case_count().await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn nobodys_mailbox_is_filled() {
    on_each_database(async |mut client| {
        for email in ["anna@example.com", "Anna@example.com", " anna@example.com"] {
            assert_eq!(ask(&client, email, "en").await.status.as_u16(), 202);
        }
        for seconds in [300_i64, 600] {
            let answer = ask(&client, "anna@example.com", "en").await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (429, "too_many_attempts"));
            let wait: i64 = answer.header("retry-after").parse().unwrap();
            assert!((seconds - 5..=seconds).contains(&wait), "{wait}");
            client.later(seconds);
            assert_eq!(ask(&client, "anna@example.com", "en").await.status.as_u16(), 202);
        }
        assert_eq!(ask(&client, "ben@example.com", "en").await.status.as_u16(), 202);
        assert_eq!(client.backend.store.mails(100).await.unwrap().len(), 6);
    })
    .await;
}

#[tokio::test]
async fn bad_requests_are_refused() {
    let with = |key: &str, value: Value| {
        let mut body = json!({"email": "anna@example.com", "question": "Why?", "locale": "en"});
        body[key] = value;
        body.to_string()
    };
    let rows = [
        ("cut", "{".to_owned(), 400, ""),
        ("nothing", "null".to_owned(), 422, ""),
        ("no_address", with("email", json!("anna")), 422, "/email"),
        ("two_addresses", with("email", json!("a@example.com, b@example.com")), 422, "/email"),
        ("header_in_the_address", with("email", json!("a@example.com\r\nBcc: b@example.com")), 422, "/email"),
        ("number", with("email", json!(1)), 422, "/email"),
        ("empty", with("question", json!("")), 422, "/question"),
        ("only_space", with("question", json!(" \n\t\u{a0}")), 422, "/question"),
        ("too_long", with("question", json!("å".repeat(2_001))), 422, "/question"),
        ("nothing_to_be_seen", with("question", json!("\u{0}\u{1}")), 422, "/question"),
        ("unknown_language", with("locale", json!("xx")), 422, "/locale"),
        ("unknown_field", with("order_id", json!("x")), 422, "/order_id"),
    ];
    on_each_database(async |client| {
        for (name, body, status, pointer) in &rows {
            let answer = client.post_json(HELP, &[], body).await;
            assert_eq!(answer.status.as_u16(), *status, "{name}: {}", answer.text());
            let found = answer.json()["errors"][0]["pointer"].as_str().unwrap_or_default().to_owned();
            assert_eq!(found, *pointer, "{name}");
        }
        assert!(client.backend.store.mails(1).await.unwrap().is_empty());
        let longest = with("question", json!("å".repeat(2_000)));
        assert_eq!(client.post_json(HELP, &[], &longest).await.status.as_u16(), 202);
        for (name, body, status) in [("number", r#"{"token":1}"#, 422), ("missing", "{}", 422), ("cut", "{", 400)] {
            assert_eq!(client.post_json(CONFIRMATION, &[], body).await.status.as_u16(), status, "{name}");
        }
    })
    .await;
}
