//! Photos that go along with a request and with a message: seen by whoever sees the words, and part of one message.

use axum::http::Method;
use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id, general, opened},
    client::{Answer, Client, Signed, on_each_database},
    desk::{at_desk, place},
    photos::{UPLOADS, holds, kept, plain_jpeg, told_jpeg},
    uploads::count,
};

fn with(statement: &str, ids: &[&str]) -> Value {
    let mut request = general(statement);
    request["attachments"] = json!(ids);
    request
}

async fn say(client: &Client, who: &Signed, case: &Value, id: &str, ids: &[&str]) -> Answer {
    let path = format!("/api/v1/conversations/{}/messages/{id}", case["conversation_id"].as_str().unwrap());
    client.put_as(who, &path, &json!({"text": "Here it is.", "attachments": ids}).to_string()).await
}

async fn messages(client: &Client, who: &Signed, case: &Value) -> Value {
    let path = format!("/api/v1/conversations/{}/messages", case["conversation_id"].as_str().unwrap());
    client.get_as(who, &path).await.json()["items"].clone()
}

#[tokio::test]
async fn photos_go_along_with_words() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let [one, two] = [kept(&client, &anna, "a").await, kept(&client, &anna, "b").await];
        let id = fresh_id();
        let request = with("The glass is broken.", &[&one]);
        for (name, status) in [("first", 201), ("again", 200)] {
            assert_eq!(ask(&client, &anna, &id, &request).await.status.as_u16(), status, "{name}");
        }
        let case = ask(&client, &anna, &id, &request).await.json();
        let message = fresh_id();
        for (name, status) in [("first", 201), ("again", 200)] {
            assert_eq!(say(&client, &anna, &case, &message, &[&two]).await.status.as_u16(), status, "{name}");
        }
        let said = messages(&client, &anna, &case).await;
        let size = plain_jpeg(1).len();
        for (name, at, id) in [("statement", 0, &one), ("message", 1, &two)] {
            let expected = json!([{"id": id, "name": "photo.jpg", "type": "image/jpeg", "bytes": size}]);
            assert_eq!(said[at]["attachments"], expected, "{name}");
            let told = client.get_as(&anna, &format!("{UPLOADS}/{id}")).await.json();
            assert_eq!(told["state"], "attached", "{name}");
        }
        client.backend.store.forget_expired(client.backend.clock.seconds() + 30 * 24 * 3_600).await.unwrap();
        assert_eq!(count(&client).await, 2, "they stay as long as the message");
    })
    .await;
}

#[tokio::test]
async fn a_photo_of_a_message_stays_in_it() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let id = kept(&client, &anna, "a").await;
        let case = ask(&client, &anna, &fresh_id(), &with("Look.", &[&id])).await.json();
        let removing = client.send(Method::DELETE, &format!("{UPLOADS}/{id}"), &anna.headers(), "").await;
        assert_eq!((removing.status.as_u16(), removing.code().as_str()), (409, "upload_attached"));
        let again = say(&client, &anna, &case, &fresh_id(), &[&id]).await;
        assert_eq!((again.status.as_u16(), again.code().as_str()), (422, "attachment_invalid"));
        let other = ask(&client, &anna, &fresh_id(), &with("Look once more.", &[&id])).await;
        assert_eq!((other.status.as_u16(), other.code().as_str()), (422, "attachment_invalid"));
        assert_eq!(messages(&client, &anna, &case).await.as_array().unwrap().len(), 1, "nothing of it was kept");
        assert_eq!(client.backend.store.case_count().await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn only_own_photos_go_along() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let ben = client.sign_in_as("person-ben").await;
        let [own, bens] = [kept(&client, &anna, "a").await, kept(&client, &ben, "a").await];
        let case = opened(&client, &anna, "Where is it?").await;
        let nine: Vec<String> = (0..9).map(|_| fresh_id()).collect();
        for (name, ids, pointer) in [
            ("unknown", vec![fresh_id()], "/attachments/0"),
            ("of_another", vec![own.clone(), bens.clone()], "/attachments/1"),
            ("no_id", vec!["../../etc/passwd".to_owned()], "/attachments/0"),
            ("empty", vec![String::new()], "/attachments/0"),
            ("twice", vec![own.clone(), own.clone()], "/attachments/1"),
            ("nine", nine, "/attachments"),
        ] {
            let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
            let asked = ask(&client, &anna, &fresh_id(), &with("Look.", &ids)).await;
            let said = say(&client, &anna, &case, &fresh_id(), &ids).await;
            for answer in [asked, said] {
                assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "attachment_invalid"), "{name}");
                assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{name}");
            }
        }
        assert_eq!(say(&client, &anna, &case, &fresh_id(), &[&own]).await.status.as_u16(), 201, "nothing was used up");
    })
    .await;
}

#[tokio::test]
async fn what_a_visitor_kept_goes_along_once_they_have_signed_in() {
    on_each_database(async |client| {
        let answer = super::photos::send(&client, &[], "image/jpeg", "a", told_jpeg(1)).await;
        let (id, cookie) = (answer.json()["id"].as_str().unwrap().to_owned(), answer.cookie("svar_visitor"));
        let anna = client.sign_in_as("person-anna").await;
        let here = Signed { cookie: format!("{}; {cookie}", anna.cookie), csrf: anna.csrf.clone() };
        let case = ask(&client, &here, &fresh_id(), &with("Look.", &[&id])).await;
        assert_eq!(case.status.as_u16(), 201, "{}", case.text());
        let path = format!("{UPLOADS}/{id}/content");
        assert_eq!(client.get_as(&anna, &path).await.status.as_u16(), 200, "on every device it is hers now");
        assert_eq!(client.get_with(&path, &[("cookie", &cookie)]).await.status.as_u16(), 404, "and no visitor's");
    })
    .await;
}

#[tokio::test]
async fn the_desk_sees_photos_of_messages_and_no_others() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let [sent, unsent] = [kept(&client, &anna, "a").await, kept(&client, &anna, "b").await];
        let case = ask(&client, &anna, &fresh_id(), &with("Look.", &[&sent])).await.json();
        let maja = at_desk(&client).await;
        let page = maja.get(&client, &place(&case)).await.text();
        assert!(page.contains(&format!("href=\"/desk/uploads/{sent}\"")), "{page}");
        let photo = maja.get(&client, &format!("/desk/uploads/{sent}")).await;
        assert_eq!((photo.status.as_u16(), photo.header("content-type")), (200, "image/jpeg"));
        assert!(photo.header("content-disposition").starts_with("attachment; "));
        assert!(photo.header("content-security-policy").starts_with("sandbox; "));
        assert_eq!(
            (photo.header("cache-control"), photo.header("x-content-type-options")),
            ("private, no-store", "nosniff")
        );
        assert!(!holds(&photo.body, "GPS"));
        for path in
            [format!("/desk/uploads/{unsent}"), format!("/desk/uploads/{}", fresh_id()), "/desk/uploads/x".into()]
        {
            assert_eq!(maja.get(&client, &path).await.status.as_u16(), 404, "{path}");
        }
        let outside = client.get_as(&anna, &format!("/desk/uploads/{sent}")).await;
        assert_eq!(outside.status.as_u16(), 303, "a person is no staff");
    })
    .await;
}
