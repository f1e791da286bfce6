//! Requests to support: what they may hold, and who sees them.

use serde_json::json;

use super::{
    asking::{ask, fresh_id, general, opened},
    client::{Client, Signed, on_each_database},
};

#[tokio::test]
async fn a_case_says_what_was_asked_and_whose_turn_it_is() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let id = fresh_id();
        let words = "  Where is my refund?\r\n\r\nI have waited.\nStill. ";
        let case = ask(&client, &anna, &id, &general(words)).await.json();
        let conversation = case["conversation_id"].clone();
        assert_eq!(
            case,
            json!({
                "id": id, "number": "SC-10001", "object_ids": [], "topic": "refund", "state": "submitted",
                "role": "requester", "next_actor": "support", "method": "email", "language": "en",
                "conversation_id": conversation, "subject_line": "Where is my refund?",
                "statement": "Where is my refund?\n\nI have waited.\nStill.",
                "opened_at": "2026-11-22T12:00:00Z", "updated_at": "2026-11-22T12:00:00Z",
                "expected_reply_at": "2026-11-23T12:00:00Z", "dispute_bodies": case["dispute_bodies"],
            })
        );
        assert_eq!(case["dispute_bodies"].as_array().unwrap().len(), 1, "those of the content folder");
        let path = format!("/api/v1/conversations/{}/messages", conversation.as_str().unwrap());
        let messages = client.get_as(&anna, &path).await.json();
        assert_eq!(
            messages["items"][0]["nodes"],
            json!([
                {"kind": "paragraph", "children": [{"kind": "text", "text": "Where is my refund?"}]},
                {"kind": "paragraph", "children": [{"kind": "text", "text": "I have waited.\nStill."}]},
            ])
        );
        assert_eq!(
            messages["items"][0]["author"],
            json!({"kind": "buyer", "id": "person-anna", "display_name": "anna"})
        );
    })
    .await;
}

#[tokio::test]
async fn a_case_is_seen_by_whoever_asked_and_by_nobody_else() {
    on_each_database(async |client| {
        let (anna, ben) = (client.sign_in_as("person-anna").await, client.sign_in_as("person-ben").await);
        let case = opened(&client, &anna, "Where is it?").await;
        let path = format!("/api/v1/cases/{}", case["id"].as_str().unwrap());
        let own = client.get_as(&anna, &path).await;
        assert_eq!((own.status.as_u16(), own.json()), (200, case));
        assert_eq!(own.header("cache-control"), "no-store");
        let etag = own.header("etag").to_owned();
        assert!(etag.starts_with('"'), "{etag} is strong");
        let headers = [("cookie", anna.cookie.as_str()), ("if-none-match", &etag)];
        assert_eq!(client.get_with(&path, &headers).await.status.as_u16(), 304);
        let absent = format!("/api/v1/cases/{}", fresh_id());
        for (name, who, path) in
            [("of_another", &ben, path.as_str()), ("absent", &anna, &absent), ("no_id", &anna, "/api/v1/cases/x")]
        {
            let answer = client.get_as(who, path).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "not_found"), "{name}");
        }
        assert_eq!(client.get(&path).await.code(), "signed_out");
        assert_eq!(client.get_as(&ben, "/api/v1/cases").await.each("/id"), Vec::<String>::new());
    })
    .await;
}

/// Anna, with five cases of hers.
async fn five_cases(client: &Client) -> Signed {
    let anna = client.sign_in_as("person-anna").await;
    for words in ["Mein Paket fehlt", "Åter 50 % rabatt", "Where_is it?", "Refund", "Another refund"] {
        opened(client, &anna, words).await;
    }
    anna
}

#[tokio::test]
async fn lists_are_paged_newest_first() {
    on_each_database(async |client| {
        let anna = five_cases(&client).await;
        let mut path = "/api/v1/cases?limit=2".to_owned();
        let mut pages = Vec::new();
        loop {
            let page = client.get_as(&anna, &path).await;
            pages.push(page.each("/number"));
            let Some(next) = page.json()["next_cursor"].as_str().map(str::to_owned) else {
                let back = page.json()["prev_cursor"].as_str().unwrap().to_owned();
                let before = client.get_as(&anna, &format!("/api/v1/cases?limit=2&cursor={back}")).await;
                assert_eq!(before.each("/number"), ["SC-10003", "SC-10002"], "one page back");
                break;
            };
            path = format!("/api/v1/cases?limit=2&cursor={next}");
        }
        assert_eq!(pages, [vec!["SC-10005", "SC-10004"], vec!["SC-10003", "SC-10002"], vec!["SC-10001"]]);
    })
    .await;
}

#[tokio::test]
async fn lists_are_searched_and_narrowed() {
    on_each_database(async |client| {
        let anna = five_cases(&client).await;
        for (name, query, expected) in [
            ("number", "q=10003", vec!["SC-10003"]),
            ("whole_number", "q=sc-10001", vec!["SC-10001"]),
            ("words", "q=refund", vec!["SC-10005", "SC-10004"]),
            ("without_accents", "q=ater", vec!["SC-10002"]),
            ("percent_is_a_letter", "q=50%20%25", vec!["SC-10002"]),
            ("underscore_is_a_letter", "q=here_is", vec!["SC-10003"]),
            ("percent_is_no_wildcard", "q=5%25r", vec![]),
            ("underscore_is_no_wildcard", "q=1000_", vec![]),
            ("zero_byte", "q=re%00fund", vec!["SC-10005", "SC-10004"]),
            ("nothing", "q=weather", vec![]),
            ("turn_of_support", "turn=support&limit=1", vec!["SC-10005"]),
            ("own_turn", "turn=mine", vec![]),
            ("state", "state=submitted&q=paket", vec!["SC-10001"]),
            ("other_state", "state=closed", vec![]),
        ] {
            let found = client.get_as(&anna, &format!("/api/v1/cases?{query}")).await;
            assert_eq!(found.each("/number"), expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn lists_of_cases_refuse_what_they_cannot_use() {
    let long = format!("q={}", "a".repeat(201));
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for (name, query, status, code) in [
            ("turn", "turn=buyer", 422, "parameter_invalid"),
            ("state", "state=frozen", 422, "parameter_invalid"),
            ("limit", "limit=0", 422, "parameter_invalid"),
            ("words", long.as_str(), 422, "parameter_invalid"),
            ("cursor", "cursor=x", 400, "cursor_invalid"),
            ("cursor_of_another_list", "cursor=nt6161", 400, "cursor_invalid"),
        ] {
            let answer = client.get_as(&anna, &format!("/api/v1/cases?{query}")).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
        }
        assert_eq!(client.get("/api/v1/cases").await.code(), "signed_out");
    })
    .await;
}
