//! The queue, a case's page, and the outbox.

use serde_json::json;

use super::{
    asking::{ask, fresh_id, general, opened, say, with_demo},
    client::on_each_database,
    desk::{at_desk, field, place},
};

/// The numbers of the cases on a page, in their order.
fn numbers(page: &str) -> Vec<String> {
    page.split("class=\"number\">").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_queue_shows_who_waits_for_whom() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let anna = client.sign_in_as("person-anna").await;
        let first = opened(&client, &anna, "First words").await;
        let mut about = general("Second words");
        about["subject"] = json!({"kind": "order", "id": "order-20418"});
        about["topic"] = json!("not_as_described");
        about["language"] = json!("de");
        ask(&client, &anna, &fresh_id(), &about).await;
        let third = opened(&client, &anna, "Third words").await;
        let maja = at_desk(&client).await;
        let page = maja.get(&client, "/desk").await.text();
        assert_eq!(numbers(&page), ["SC-10001", "SC-10002", "SC-10003"], "the longest waiting first");
        for part in ["First words", "SV-20418", "not as described", "German", "e-mail", "less than a minute"] {
            assert!(page.contains(part), "{part} is missing");
        }
        maja.reply(&client, &first, "Which colour?", "wait").await;
        maja.reply(&client, &third, "Here it is.", "close").await;
        for (turn, expected) in [("support", ["SC-10002"]), ("requester", ["SC-10001"]), ("none", ["SC-10003"])] {
            let page = maja.get(&client, &format!("/desk?turn={turn}")).await.text();
            assert_eq!(numbers(&page), expected, "{turn}");
            assert_eq!(page.matches("class=\"count\">1<").count(), 3, "{turn}");
        }
        say(&client, &anna, &first, &fresh_id(), "Blue.").await;
        sqlx::query("UPDATE support_case SET turn_since = turn_since - 10800 WHERE number = 10002")
            .execute(&client.database().await)
            .await
            .unwrap();
        let page = maja.get(&client, "/desk?turn=support").await.text();
        assert_eq!(numbers(&page), ["SC-10002", "SC-10001"], "whoever has waited longer stands before");
        assert!(page.contains("3 hours") && page.contains("less than a minute"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn the_queue_goes_on_where_a_page_ends() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for at in 0..52 {
            opened(&client, &anna, &format!("Words {at}")).await;
        }
        let maja = at_desk(&client).await;
        let page = maja.get(&client, "/desk").await.text();
        assert_eq!(numbers(&page).len(), 50);
        let (_, more) = page.split_once("/desk?turn=support&amp;after=").unwrap();
        let after = more.split('"').next().unwrap();
        let rest = maja.get(&client, &format!("/desk?turn=support&after={after}")).await.text();
        assert_eq!(numbers(&rest), ["SC-10051", "SC-10052"]);
        assert!(!rest.contains("More cases"));
    })
    .await;
}

#[tokio::test]
async fn a_case_page_shows_what_was_asked_and_shared() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let anna = client.sign_in_as("person-anna").await;
        let mut about = general("The clasp is not gold.");
        about["subject"] = json!({"kind": "order", "id": "order-20418"});
        about["shared"] = json!(["order_state", "shipping", "money"]);
        let case = ask(&client, &anna, &fresh_id(), &about).await.json();
        let page = at_desk(&client).await.get(&client, &place(&case)).await.text();
        for part in [
            "The clasp is not gold.",
            "Anna Lindqvist",
            "SV-20418",
            "as its buyer",
            "JD014600008211",
            "21 Nov 2026, 16:00 UTC",
            "23 Nov 2026, 12:00 UTC",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
        assert!(!page.contains("Omega Seamaster"), "the object was not shared");
        assert!(!page.contains("anna@example.com"), "the address is no business of the page");
    })
    .await;
}

#[tokio::test]
async fn a_persons_words_are_never_markup() {
    let words = "<script>alert(\"1\")</script> \" onfocus='x' </textarea><img src=x onerror=1> &amp; \u{202e}txt";
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, words).await;
        say(&client, &anna, &case, &fresh_id(), words).await;
        let maja = at_desk(&client).await;
        let seen = maja.get(&client, &place(&case)).await.text();
        let unsendable = format!("{words}{}", "a".repeat(2_000));
        let typed = maja.send(&client, &case, &seen, &unsendable, "wait").await;
        assert_eq!(typed.status.as_u16(), 422);
        for (name, page) in [
            ("case", seen),
            ("typed", typed.text()),
            ("queue", maja.get(&client, "/desk").await.text()),
            ("mails", maja.get(&client, "/desk/mails").await.text()),
        ] {
            for never in ["<script", "<img", "\" onfocus", "</textarea><img"] {
                assert!(!page.contains(never), "{name} holds {never}");
            }
            let is_shown = page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
            assert_eq!(is_shown, name != "mails", "{name}");
        }
        let page = maja.get(&client, &place(&case)).await.text();
        assert!(page.contains("&amp;amp; "), "what looks like an entity is words, too");
    })
    .await;
}

#[tokio::test]
async fn mails_hold_none_of_the_words_and_lead_to_the_case() {
    let (asked, answered) = ("Quokka zeppelin Åsgårdsreien", "Xylophone brouhaha");
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, asked).await;
        let maja = at_desk(&client).await;
        maja.reply(&client, &case, answered, "wait").await;
        say(&client, &anna, &case, &fresh_id(), "Gobbledygook").await;
        maja.reply(&client, &case, answered, "close").await;
        let mut mails = client.backend.store.mails(10).await.unwrap();
        mails.reverse();
        let subjects: Vec<&str> = mails.iter().map(|mail| mail.subject.as_str()).collect();
        assert_eq!(subjects.len(), 3, "received, answered, closed: {subjects:?}");
        for mail in &mails {
            let whole = format!("{} {}", mail.subject, mail.body);
            assert_eq!(mail.to_address, "anna@example.com");
            assert!(whole.contains("SC-10001"), "{whole}");
            let link = format!("http://127.0.0.1:8080/en/cases/{}", case["id"].as_str().unwrap());
            assert!(mail.body.contains(&link), "{whole}");
            for word in ["Quokka", "zeppelin", "sgårdsreien", "Xylophone", "brouhaha", "Gobbledygook", "anna"] {
                assert!(!whole.to_lowercase().contains(&word.to_lowercase()), "{word} in {whole}");
            }
            assert!(!whole.contains('@') && !whole.contains("mailto:"), "{whole}");
        }
        let page = maja.get(&client, "/desk/mails").await.text();
        assert_eq!(page.matches("anna@example.com").count(), 3);
        assert_eq!(page.matches("Not yet").count(), 3);
    })
    .await;
}

#[tokio::test]
async fn a_foreign_form_is_refused() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        let seen = maja.get(&client, &place(&case)).await.text();
        let csrf = field(&seen, "csrf");
        let version = field(&seen, "version");
        for (name, csrf) in [("wrong", "0"), ("empty", "")] {
            for (action, fields) in [
                ("state", vec![("csrf", csrf), ("version", version.as_str()), ("to", "close")]),
                ("reply", vec![("csrf", csrf), ("version", &version), ("text", "a"), ("then", "close")]),
            ] {
                let answer = maja.post(&client, &format!("{}/{action}", place(&case)), &fields).await;
                assert_eq!(answer.status.as_u16(), 403, "{name} {action}");
            }
        }
        assert_eq!(maja.post(&client, "/desk/sign-out", &[("csrf", "0")]).await.status.as_u16(), 403);
        let body = format!("csrf={csrf}&version={version}&to=close");
        let path = format!("{}/state", place(&case));
        for (site, status) in [("cross-site", 403), ("same-site", 403), ("same-origin", 303)] {
            let headers = [
                ("content-type", "application/x-www-form-urlencoded"),
                ("cookie", maja.cookie.as_str()),
                ("sec-fetch-site", site),
            ];
            let answer = client.send(axum::http::Method::POST, &path, &headers, &body).await;
            assert_eq!(answer.status.as_u16(), status, "{site}");
        }
    })
    .await;
}
