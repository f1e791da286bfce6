//! A request to support is kept once, whatever happens to its sender or to the backend.

use std::{
    future::{Future, poll_fn},
    pin::pin,
    sync::Arc,
    task::Poll,
};

use serde_json::json;

use super::{
    asking::{ask, fresh_id, general},
    client::{Client, on_each_database},
};

/// How many cases and mails there are.
async fn kept(client: &Client) -> (i64, usize) {
    (client.backend.store.case_count().await.unwrap(), client.backend.store.mails(100).await.unwrap().len())
}

#[tokio::test]
async fn the_same_request_again_is_the_same_case() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let (id, body) = (fresh_id(), general("Where is my refund?"));
        let first = ask(&client, &anna, &id, &body).await;
        assert_eq!(first.status.as_u16(), 201);
        let again = ask(&client, &anna, &id, &body).await;
        assert_eq!((again.status.as_u16(), again.json()), (200, first.json()));
        let capital = ask(&client, &anna, &id.to_uppercase(), &body).await;
        assert_eq!((capital.status.as_u16(), capital.json()), (200, first.json()));
        assert_eq!(kept(&client).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn an_id_belongs_to_one_request_of_one_person() {
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let (id, body) = (fresh_id(), general("Where is my refund?"));
        ask(&client, &anna, &id, &body).await;
        let mut other_topic = body.clone();
        other_topic["topic"] = json!("payment");
        for (name, who, body) in [
            ("other_words", &anna, &general("Where is my parcel?")),
            ("other_topic", &anna, &other_topic),
            ("unusable_words", &anna, &general("")),
            ("another_person", &ben, &body),
        ] {
            let answer = ask(&client, who, &id, body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "client_id_reused"), "{name}");
        }
        assert_eq!(kept(&client).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn two_tabs_at_once_open_one_case() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let client = Arc::new(client);
        let id = fresh_id();
        let mut sent = Vec::new();
        for _ in 0..8 {
            let (client, anna, id) = (Arc::clone(&client), anna.clone(), id.clone());
            sent.push(tokio::spawn(async move { ask(&client, &anna, &id, &general("Where is it?")).await }));
        }
        let (mut statuses, mut numbers) = (Vec::new(), Vec::new());
        for sent in sent {
            let answer = sent.await.unwrap();
            statuses.push(answer.status.as_u16());
            numbers.push(answer.json()["number"].as_str().unwrap().to_owned());
        }
        statuses.sort_unstable();
        numbers.dedup();
        assert_eq!(statuses, [200, 200, 200, 200, 200, 200, 200, 201]);
        assert_eq!(numbers.len(), 1);
        assert_eq!(kept(&client).await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn cases_opened_at_once_have_numbers_of_their_own() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let client = Arc::new(client);
        let mut sent = Vec::new();
        for _ in 0..8 {
            let (client, anna) = (Arc::clone(&client), anna.clone());
            sent.push(tokio::spawn(async move { ask(&client, &anna, &fresh_id(), &general("Where is it?")).await }));
        }
        let mut numbers = Vec::new();
        for sent in sent {
            numbers.push(sent.await.unwrap().json()["number"].as_str().unwrap().to_owned());
        }
        numbers.sort();
        let expected: Vec<String> = (10_001..=10_008).map(|number| format!("SC-{number}")).collect();
        assert_eq!(numbers, expected);
    })
    .await;
}

/// Drives a future that many times and then lets it go, wherever it is.
async fn let_go_after(times: usize, future: impl Future) {
    let mut future = pin!(future);
    let mut left = times;
    poll_fn(|context| {
        if left == 0 || future.as_mut().poll(context).is_ready() {
            return Poll::Ready(());
        }
        left -= 1;
        Poll::Pending
    })
    .await;
}

#[tokio::test]
async fn a_request_that_is_cut_anywhere_is_whole_or_not_there() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for times in 0..40 {
            let (id, body) = (fresh_id(), general("Where is it?"));
            let_go_after(times, ask(&client, &anna, &id, &body)).await;
            let (cases, mails) = kept(&client).await;
            assert_eq!(usize::try_from(cases).unwrap(), mails, "cut after {times}: a case without its mail");
            let again = ask(&client, &anna, &id, &body).await;
            assert!(matches!(again.status.as_u16(), 200 | 201), "cut after {times}: {}", again.text());
            assert_eq!(again.json()["statement"], "Where is it?");
            assert_eq!(client.backend.store.case_count().await.unwrap(), times as i64 + 1, "cut after {times}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_was_committed_before_a_crash_is_found_after_it() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let (id, body) = (fresh_id(), general("Where is it?"));
        let lost = ask(&client, &anna, &id, &body).await.json();
        let again = client.started_again().await;
        client.backend.store.close().await;
        let answer = ask(&again, &anna, &id, &body).await;
        assert_eq!((answer.status.as_u16(), answer.json()), (200, lost));
        assert_eq!(kept(&again).await, (1, 1));
    })
    .await;
}
