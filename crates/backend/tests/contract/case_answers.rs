//! The answer that did not help goes along with a request, if it is the asker's own.

use axum::http::Method;
use serde_json::{Value, json};

use super::{
    answers::{ID, QUESTION, STREAM, body, path, put, visitor},
    asking::{ask, fresh_id, general},
    client::on_each_database,
    desk::{at_desk, place},
};

fn with_answer(id: &str) -> Value {
    let mut request = general("It did not help.");
    request["answer_id"] = json!(id);
    request
}

#[tokio::test]
async fn the_desk_sees_the_answer_that_did_not_help() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        assert_eq!(client.put_as(&anna, &path(ID), &body(QUESTION)).await.status.as_u16(), 201);
        let case = ask(&client, &anna, &fresh_id(), &with_answer(ID)).await.json();
        assert_eq!(case["answer_id"], ID);
        let page = at_desk(&client).await.get(&client, &place(&case)).await.text();
        for part in ["The answer that did not help", "Your parcel has not come.", "A late parcel", "It did not help."] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_answer_of_somebody_else_goes_along_with_nothing() {
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        client.put_as(&anna, &path(ID), &body(QUESTION)).await;
        let mut refusals = Vec::new();
        for (name, id) in [("of_somebody_else", ID), ("absent", &fresh_id())] {
            let refused = ask(&client, &ben, &fresh_id(), &with_answer(id)).await;
            assert_eq!((refused.status.as_u16(), refused.code().as_str()), (422, "answer_invalid"), "{name}");
            let mut problem = refused.json();
            problem["request_id"] = Value::Null;
            refusals.push(problem);
        }
        assert_eq!(refusals[0], refusals[1], "word for word the same");
        assert_eq!(client.backend.store.case_count().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_asked_before_signing_in_goes_along() {
    on_each_database(async |client| {
        let asked = put(&client, ID, &[STREAM], &body(QUESTION)).await;
        let anna = client.sign_in_as("person-anna").await;
        let cookie = format!("{}; {}", anna.cookie, visitor(&asked));
        let headers = [("cookie", cookie.as_str()), ("svar-csrf", &anna.csrf), ("content-type", "application/json")];
        let request = with_answer(ID).to_string();
        let case = format!("/api/v1/cases/{}", fresh_id());
        let opened = client.send(Method::PUT, &case, &headers, &request).await;
        assert_eq!((opened.status.as_u16(), &opened.json()["answer_id"]), (201, &json!(ID)), "{}", opened.text());
    })
    .await;
}
