//! Answers from the desk: sent once, seen by the person, never over what somebody else did meanwhile.

use std::sync::Arc;

use serde_json::json;

use super::{
    asking::{fresh_id, now, opened, say},
    client::on_each_database,
    desk::{at_desk, field, place},
};

#[tokio::test]
async fn an_answer_reaches_the_person() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        let seen = maja.get(&client, &place(&case)).await.text();
        let sent = maja.send(&client, &case, &seen, "Which colour?\n\nAnd which size?", "wait").await;
        assert_eq!(sent.header("location"), format!("{}?done=wait", place(&case)));
        let page = maja.get(&client, sent.header("location")).await.text();
        assert!(page.contains("Your answer is sent. The case waits for the person."));
        assert!(page.contains("Which colour?") && page.contains("Maja"));
        let path = format!("/api/v1/conversations/{}/messages?after=1", case["conversation_id"].as_str().unwrap());
        let message = client.get_as(&anna, &path).await.json()["items"][0].clone();
        assert_eq!(message["author"], json!({"kind": "support", "id": "staff-maja", "display_name": "Maja"}));
        assert_eq!(message["nodes"][1]["children"][0]["text"], "And which size?");
    })
    .await;
}

#[tokio::test]
async fn a_double_click_sends_once() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = Arc::new(at_desk(&client).await);
        let client = Arc::new(client);
        let seen = maja.get(&client, &place(&case)).await.text();
        let mut sent = Vec::new();
        for _ in 0..4 {
            let (client, maja, case, seen) = (Arc::clone(&client), Arc::clone(&maja), case.clone(), seen.clone());
            sent.push(tokio::spawn(async move { maja.send(&client, &case, &seen, "Which colour?", "wait").await }));
        }
        let mut places = Vec::new();
        for sent in sent {
            let answer = sent.await.unwrap();
            assert_eq!(answer.status.as_u16(), 303, "{}", answer.text());
            places.push(answer.header("location").split_once("done=").unwrap().1.to_owned());
        }
        places.sort();
        assert_eq!(places, ["before", "before", "before", "wait"]);
        let whole = maja.get(&client, &place(&case)).await.text();
        assert_eq!(whole.matches("Which colour?").count(), 1);
        assert_eq!(client.backend.store.mails(10).await.unwrap().len(), 2, "received, answered");
        let later = maja.send(&client, &case, &seen, "Which colour?", "wait").await;
        assert!(later.header("location").ends_with("done=before"), "also much later");
    })
    .await;
}

#[tokio::test]
async fn what_changed_meanwhile_is_shown_with_what_was_typed() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        let seen = maja.get(&client, &place(&case)).await.text();
        say(&client, &anna, &case, &fresh_id(), "It is blue.").await;
        let again = maja.send(&client, &case, &seen, "Which <colour>?", "wait").await;
        let page = again.text();
        assert_eq!(again.status.as_u16(), 409);
        for part in ["changed while you were on it", "There is a new message.", "It is blue.", "Which &lt;colour&gt;?"]
        {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
        assert_eq!(now(&client, &anna, &case).await["state"], "submitted", "nothing was done");
        assert_ne!(field(&page, "client_id"), field(&seen, "client_id"));
        assert_eq!(maja.send(&client, &case, &page, "Which <colour>?", "wait").await.status.as_u16(), 303);
        assert_eq!(now(&client, &anna, &case).await["state"], "awaiting_requester");
    })
    .await;
}

#[tokio::test]
async fn an_answer_to_a_case_that_was_closed_meanwhile_is_kept_on_the_page() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        let seen = maja.get(&client, &place(&case)).await.text();
        maja.reply(&client, &case, "Here.", "close").await;
        let again = maja.send(&client, &case, &seen, "My long answer", "wait").await;
        assert_eq!(again.status.as_u16(), 409);
        for part in ["My long answer", "It was “New” and is now “Closed”.", "Open it again"] {
            assert!(again.text().contains(part), "{part} is missing in {}", again.text());
        }
        let edited = maja.get(&client, &place(&case)).await.text();
        assert!(!edited.contains("class=\"reply\""), "a closed case takes no answer");
    })
    .await;
}

#[tokio::test]
async fn cases_are_taken_up_closed_and_opened_again() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        let path = format!("{}/state", place(&case));
        let mut seen = maja.get(&client, &place(&case)).await.text();
        for (to, state, mails) in [
            ("take_up", "under_review", 1),
            ("close", "closed", 2),
            ("reopen", "under_review", 2),
            ("close", "closed", 3),
        ] {
            assert!(seen.contains(&format!("name=\"to\" value=\"{to}\"")), "{to} is offered");
            let hidden = ["csrf", "version", "seen_state", "seen_seq"].map(|name| (name, field(&seen, name)));
            let mut fields: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
            fields.push(("to", to));
            assert_eq!(maja.post(&client, &path, &fields).await.status.as_u16(), 303, "{to}");
            assert_eq!(now(&client, &anna, &case).await["state"], state, "{to}");
            assert_eq!(client.backend.store.mails(10).await.unwrap().len(), mails, "{to}");
            let stale = maja.post(&client, &path, &fields).await;
            assert_eq!(stale.status.as_u16(), 409, "{to} again from the same page");
            seen = maja.get(&client, &place(&case)).await.text();
        }
    })
    .await;
}

#[tokio::test]
async fn forms_that_cannot_be_used_do_nothing() {
    let over = "å".repeat(2_001);
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        let seen = maja.get(&client, &place(&case)).await.text();
        for (name, text, then, status) in
            [("empty", " ", "wait", 422), ("too_long", over.as_str(), "wait", 422), ("nothing_after", "a", "burn", 422)]
        {
            assert_eq!(maja.send(&client, &case, &seen, text, then).await.status.as_u16(), status, "{name}");
        }
        let csrf = field(&seen, "csrf");
        let reply = format!("{}/reply", place(&case));
        for (name, path, fields, status) in [
            ("no_id", reply.as_str(), vec![("csrf", csrf.as_str()), ("text", "a"), ("then", "wait")], 422),
            ("version_of_letters", &reply, vec![("csrf", &csrf), ("version", "x")], 422),
            ("another_move", &format!("{}/state", place(&case)), vec![("csrf", &csrf), ("to", "burn")], 422),
            (
                "case_that_is_not_there",
                &format!("/desk/cases/{}/state", fresh_id()),
                vec![("csrf", &csrf), ("to", "close")],
                404,
            ),
        ] {
            assert_eq!(maja.post(&client, path, &fields).await.status.as_u16(), status, "{name}");
        }
        assert_eq!(now(&client, &anna, &case).await, case);
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_outlives_the_session() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let case = opened(&client, &anna, "Where is it?").await;
        let maja = at_desk(&client).await;
        let seen = maja.get(&client, &place(&case)).await.text();
        maja.post(&client, "/desk/sign-out", &[("csrf", &field(&seen, "csrf"))]).await;
        let late = maja.send(&client, &case, &seen, "My <long> answer", "wait").await;
        assert_eq!(late.status.as_u16(), 401);
        assert!(late.text().contains("My &lt;long&gt; answer"));
        assert!(late.text().contains(&format!("/desk/sign-in?next={}", place(&case))));
    })
    .await;
}
