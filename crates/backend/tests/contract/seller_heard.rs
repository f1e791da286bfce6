//! What the other side hears: unread marks, events for both, a mail with none of the words; and the list of them all.

use serde_json::{Value, json};

use super::{
    asking::{fresh_id, opened},
    client::Signed,
    talking::{ORDER, Sides, about, with_both_sides},
};

async fn unread(sides: &Sides, who: &Signed, id: &str) -> (u64, u64) {
    let order = sides.order(who).await;
    (order["unread"].as_u64().unwrap_or_default(), sides.seen(who, id).await["unread"].as_u64().unwrap())
}

async fn read(sides: &Sides, who: &Signed, id: &str, body: &str) -> (u16, String) {
    let answer = sides.client.put_as(who, &format!("/api/v1/conversations/{id}/read"), body).await;
    (answer.status.as_u16(), if answer.body.is_empty() { String::new() } else { answer.code() })
}

#[tokio::test]
async fn what_the_other_side_wrote_is_unread_until_it_is_read() {
    with_both_sides(async |sides| {
        let id = sides.begun("One").await;
        sides.say(&sides.anna, &id, "Two").await;
        assert_eq!(unread(&sides, &sides.anna, &id).await, (0, 0));
        assert_eq!(unread(&sides, &sides.chiara, &id).await, (2, 2));
        for (name, body, status, code, left) in [
            ("first", r#"{"seq":1}"#, 204, "", 1),
            ("nothing_becomes_unread", r#"{"seq":0}"#, 204, "", 1),
            ("negative", r#"{"seq":-1}"#, 422, "body_invalid", 1),
            ("word", r#"{"seq":"2"}"#, 422, "body_invalid", 1),
            ("beyond_the_last", r#"{"seq":99}"#, 204, "", 0),
        ] {
            assert_eq!(read(&sides, &sides.chiara, &id, body).await, (status, code.to_owned()), "{name}");
            assert_eq!(unread(&sides, &sides.chiara, &id).await, (left, left), "{name}");
        }
        sides.say(&sides.anna, &id, "Three").await;
        assert_eq!(unread(&sides, &sides.chiara, &id).await, (1, 1), "what was not there yet was not read");
        sides.say(&sides.chiara, &id, "Four").await;
        assert_eq!(unread(&sides, &sides.chiara, &id).await, (0, 0), "who answers has read");
        assert_eq!(unread(&sides, &sides.anna, &id).await, (1, 1));
    })
    .await;
}

async fn told(sides: &Sides, who: &Signed) -> Vec<Value> {
    sides.client.get_as(who, "/api/v1/events?cursor=0").await.json()["items"].as_array().unwrap().clone()
}

#[tokio::test]
async fn both_sides_hear_of_each_message() {
    with_both_sides(async |sides| {
        let id = sides.begun("The clasp is loose.").await;
        sides.say(&sides.chiara, &id, "Send it back.").await;
        let messages = sides.client.get_as(&sides.anna, &format!("/api/v1/conversations/{id}/messages")).await.json();
        let at = "2026-11-22T12:00:00Z";
        let expected: Vec<Value> = [0, 1]
            .into_iter()
            .flat_map(|number| {
                let message = &messages["items"][number];
                [
                    json!({"seq": number * 2 + 1, "kind": "message", "at": at, "conversation_id": id, "message": message}),
                    json!({"seq": number * 2 + 2, "kind": "order", "at": at, "order_id": ORDER}),
                ]
            })
            .collect();
        assert_eq!(told(&sides, &sides.anna).await, expected);
        assert_eq!(told(&sides, &sides.chiara).await, expected);
        assert_eq!(told(&sides, &sides.ben).await, Vec::<Value>::new());
    })
    .await;
}

#[tokio::test]
async fn the_other_side_has_a_mail_without_the_words() {
    with_both_sides(async |sides| {
        let id = sides.begun("The clasp is loose.").await;
        sides.say(&sides.chiara, &id, "Send it back.").await;
        let mails = sides.client.backend.store.mails(10).await.unwrap();
        let told: Vec<(&str, &str, &str)> = mails
            .iter()
            .rev()
            .map(|mail| (mail.to_address.as_str(), mail.subject.as_str(), mail.body.as_str()))
            .collect();
        let link = |locale: &str| format!("Read it: http://127.0.0.1:8080/{locale}/orders/{ORDER}\n");
        assert_eq!(
            told,
            [
                ("chiara@example.com", "The buyer of SV-20418 has written (en)", link("en").as_str()),
                ("anna@example.com", "The seller of SV-20418 has written (sv)", link("sv").as_str()),
            ]
        );
    })
    .await;
}

/// One after the other by cursors, and one step back.
async fn walk_back(sides: &Sides, all: &[&str], second: &str) {
    let (mut cursor, mut walked) = (String::new(), Vec::new());
    loop {
        let path = format!("/api/v1/conversations?limit=1{cursor}");
        let list = sides.client.get_as(&sides.anna, &path).await.json();
        walked.push(list["items"][0]["id"].as_str().unwrap().to_owned());
        let Some(next) = list["next_cursor"].as_str() else {
            let back = list["prev_cursor"].as_str().unwrap();
            let path = format!("/api/v1/conversations?limit=1&cursor={back}");
            let before = sides.client.get_as(&sides.anna, &path).await.json();
            assert_eq!(before["items"][0]["id"], json!(second), "and back");
            break;
        };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(walked, all);
}

#[tokio::test]
async fn all_conversations_are_listed_the_newest_first() {
    with_both_sides(async |mut sides| {
        let first = sides.begun("One").await;
        sides.client.later(60);
        let case = opened(&sides.client, &sides.anna, "Where is it?").await;
        let second = case["conversation_id"].as_str().unwrap().to_owned();
        sides.client.later(60);
        let third = fresh_id();
        sides.begin(&sides.anna, &third, &about("order-20420", "Three")).await;
        let all = [third.as_str(), &second, &first];
        for (name, query, expected) in [
            ("all", "", all.to_vec()),
            ("sellers", "?kind=seller", vec![all[0], all[2]]),
            ("support", "?kind=support", vec![all[1]]),
            ("of_an_order", "?order_id=order-20418", vec![all[2]]),
            ("of_another", "?order_id=order-1", vec![]),
        ] {
            let path = format!("/api/v1/conversations{query}");
            let list = sides.client.get_as(&sides.anna, &path).await.json();
            let ids: Vec<&str> =
                list["items"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
            assert_eq!(ids, expected, "{name}");
        }
        walk_back(&sides, &all, &second).await;
    })
    .await;
}

#[tokio::test]
async fn a_list_of_conversations_is_ones_own_and_asked_for_rightly() {
    with_both_sides(async |sides| {
        for (query, status, code) in [
            ("cursor=x", 400, "cursor_invalid"),
            ("kind=both", 422, "parameter_invalid"),
            ("limit=0", 422, "parameter_invalid"),
        ] {
            let answer = sides.client.get_as(&sides.anna, &format!("/api/v1/conversations?{query}")).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{query}");
        }
        let ben = sides.client.get_as(&sides.ben, "/api/v1/conversations").await.json();
        assert_eq!(ben["items"], json!([]));
        assert_eq!(sides.client.get("/api/v1/conversations").await.code(), "signed_out");
    })
    .await;
}
