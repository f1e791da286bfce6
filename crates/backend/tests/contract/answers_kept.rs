//! Answers are given once for each id, whatever is lost on the way, and to those alone who asked.

use axum::http::Method;
use serde_json::json;

use super::{
    answers::{ID, QUESTION, STREAM, body, path, put, visitor},
    client::{Answer, Client, on_each_database},
};

#[tokio::test]
async fn the_same_question_again_has_the_same_answer() {
    on_each_database(async |client| {
        let first = put(&client, ID, &[], &body(QUESTION)).await;
        let cookie = visitor(&first);
        let theirs = [("cookie", cookie.as_str())];
        let upper = ID.to_uppercase();
        let spaced = format!(r#"{{ "locale": "en", "subject": {{"kind":"general"}}, "question": "{QUESTION}" }}"#);
        for (name, id, body) in [
            ("same", ID, body(QUESTION)),
            ("with_other_spaces", ID, spaced),
            ("id_in_capitals", upper.as_str(), body(QUESTION)),
        ] {
            let again = put(&client, id, &theirs, &body).await;
            assert_eq!((again.status.as_u16(), again.json()), (200, first.json()), "{name}");
            assert_eq!(again.header("set-cookie"), "", "{name}");
        }
        for (name, body) in [
            ("other_words", body("refund")),
            ("other_language", body(QUESTION).replace("\"en\"", "\"sv\"")),
            ("other_topic", body(QUESTION).replace("\"locale\"", "\"topic\":\"x\",\"locale\"")),
        ] {
            let refused = put(&client, ID, &theirs, &body).await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (422, "client_id_reused"), "{name}");
        }
        assert_eq!(client.get_with(&path(ID), &theirs).await.json(), first.json());
    })
    .await;
}

#[tokio::test]
async fn an_answer_stays_as_it_was_when_the_articles_change() {
    on_each_database(async |client| {
        let first = put(&client, ID, &[], &body(QUESTION)).await;
        let folder = tempfile::TempDir::new().unwrap();
        super::reload::copy(&super::client::content_folder(), folder.path());
        let article = folder.path().join("en/articles/late-parcel.md");
        let text = std::fs::read_to_string(&article).unwrap().replace("Your parcel has not come.", "Parcels come.");
        std::fs::write(&article, text).unwrap();
        client.publish(folder.path()).await;
        assert_eq!(put(&client, ID, &[], &body(QUESTION)).await.json(), first.json());
    })
    .await;
}

#[tokio::test]
async fn many_at_once_have_one_answer() {
    on_each_database(async |client| {
        let one = async || {
            let answer = put(&client, ID, &[("cookie", "svar_visitor=tabs")], &body(QUESTION)).await;
            (answer.status.as_u16(), answer.json())
        };
        let (a, b, c, d) = tokio::join!(one(), one(), one(), one());
        let mut statuses = [a.0, b.0, c.0, d.0];
        statuses.sort_unstable();
        assert_eq!(statuses, [200, 200, 200, 201]);
        assert!(a.1 == b.1 && b.1 == c.1 && c.1 == d.1);
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_was_lost_on_the_way_is_there() {
    on_each_database(async |client| {
        // The response is dropped, and with it the cookie that the visitor would have had.
        let lost = put(&client, ID, &[STREAM], &body(QUESTION)).await.events();
        let again = put(&client, ID, &[STREAM], &body(QUESTION)).await;
        assert_eq!((again.status.as_u16(), again.events()), (200, lost.clone()));
        let read = client.get_with(&path(ID), &[("cookie", &visitor(&again)), STREAM]).await;
        assert_eq!(read.events(), lost);
        // One who already has a cookie keeps it.
        let known = put(&client, ID, &[("cookie", "svar_visitor=known")], &body(QUESTION)).await;
        assert_eq!((known.status.as_u16(), known.header("set-cookie")), (200, ""));
        assert_eq!(client.get_with(&path(ID), &[("cookie", "svar_visitor=known")]).await.status.as_u16(), 200);
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_answer_is_not_there() {
    on_each_database(async |client| {
        let mine = visitor(&put(&client, ID, &[], &body(QUESTION)).await);
        let absent = uuid::Uuid::new_v4().to_string();
        for (name, id, headers, expected) in [
            ("mine", ID, vec![("cookie", mine.as_str())], 200),
            ("without_cookie", ID, vec![], 404),
            ("another_visitor", ID, vec![("cookie", "svar_visitor=other")], 404),
            ("absent", &absent, vec![("cookie", mine.as_str())], 404),
            ("another_visitors_stream", ID, vec![("cookie", "svar_visitor=other"), STREAM], 404),
        ] {
            let answer = client.get_with(&path(id), &headers).await;
            assert_eq!(answer.status.as_u16(), expected, "{name}");
            if expected == 404 {
                assert_eq!(answer.code(), "not_found", "{name}");
            }
        }
    })
    .await;
}

/// A person who is signed in: the line of their cookie, and the session's word.
async fn sign_in(client: &Client, id: &str) -> (String, String) {
    let person = backend::store::people::PersonRow {
        id: id.to_owned(),
        email: format!("{id}@example.com"),
        display_name: id.to_owned(),
        ..Default::default()
    };
    client.backend.store.add_person(&person).await.unwrap();
    let session = client.backend.store.begin_session(id, client.backend.clock.seconds()).await.unwrap();
    (format!("svar_session={}", session.token), session.csrf)
}

#[tokio::test]
async fn whoever_signs_in_afterwards_still_has_what_they_asked() {
    on_each_database(async |client| {
        let asked = put(&client, ID, &[], &body(QUESTION)).await;
        let (session, csrf) = sign_in(&client, "person-x").await;
        let both = format!("{}; {session}", visitor(&asked));
        assert_eq!(client.get_with(&path(ID), &[("cookie", &both)]).await.json(), asked.json());
        let again = put(&client, ID, &[("cookie", &both), ("svar-csrf", &csrf)], &body(QUESTION)).await;
        assert_eq!((again.status.as_u16(), again.json()), (200, asked.json()));
        // In another browser, where the visitor's cookie is not.
        assert_eq!(client.get_with(&path(ID), &[("cookie", &session)]).await.status.as_u16(), 404);
    })
    .await;
}

#[tokio::test]
async fn what_a_person_asked_is_theirs_alone() {
    on_each_database(async |client| {
        let (session, csrf) = sign_in(&client, "person-x").await;
        let without_word = put(&client, ID, &[("cookie", &session)], &body(QUESTION)).await;
        assert_eq!((without_word.status.as_u16(), without_word.code().as_str()), (403, "csrf_invalid"));
        let asked = put(&client, ID, &[("cookie", &session), ("svar-csrf", &csrf)], &body(QUESTION)).await;
        assert_eq!((asked.status.as_u16(), asked.header("set-cookie")), (201, ""));
        // The very same request of a visitor, and of another person.
        let (other, word) = sign_in(&client, "person-y").await;
        for (name, headers) in
            [("visitor", vec![]), ("another_person", vec![("cookie", other.as_str()), ("svar-csrf", word.as_str())])]
        {
            let refused = put(&client, ID, &headers, &body(QUESTION)).await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (422, "client_id_reused"), "{name}");
        }
        assert_eq!(client.get_with(&path(ID), &[("cookie", &other)]).await.status.as_u16(), 404);
    })
    .await;
}

async fn say(client: &Client, cookie: &str, key: &str, body: &str) -> Answer {
    let mut headers = vec![("content-type", "application/json"), ("cookie", cookie)];
    if !key.is_empty() {
        headers.push(("idempotency-key", key));
    }
    client.send(Method::POST, &format!("{}/feedback", path(ID)), &headers, body).await
}

#[tokio::test]
async fn a_word_about_an_answer_is_kept_once() {
    on_each_database(async |client| {
        let cookie = visitor(&put(&client, ID, &[], &body(QUESTION)).await);
        let helped = r#"{"verdict":"helped"}"#;
        for (name, cookie, key, body, status) in [
            ("first", cookie.as_str(), "a", helped, 204),
            ("again", &cookie, "a", helped, 204),
            ("another_word", &cookie, "b", r#"{"verdict":"not_helped"}"#, 204),
            ("about_the_order", &cookie, "c", r#"{"verdict":"wrong_about_order"}"#, 204),
            ("reused_key", &cookie, "a", r#"{"verdict":"not_helped"}"#, 422),
            ("unknown_word", &cookie, "d", r#"{"verdict":"great"}"#, 422),
            ("no_word", &cookie, "d", "{}", 422),
            ("malformed", &cookie, "d", "{", 400),
            ("no_key", &cookie, "", helped, 400),
            ("somebody_elses", "svar_visitor=other", "d", helped, 404),
        ] {
            assert_eq!(say(&client, cookie, key, body).await.status.as_u16(), status, "{name}");
        }
        let kept = client.backend.store.verdicts(ID).await.unwrap();
        assert_eq!(json!(kept), json!(["helped", "not_helped", "wrong_about_order"]));
    })
    .await;
}
