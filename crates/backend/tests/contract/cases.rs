//! Requests to support: what they may hold, and who sees them.

use axum::http::Method;
use serde_json::{Value, json};

use super::{
    asking::{ask, fresh_id, general, opened, with_demo},
    client::on_each_database,
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

fn with(field: &str, value: Value) -> Value {
    let mut body = general("Where is it?");
    body[field] = value;
    body
}

#[tokio::test]
async fn requests_that_cannot_be_used_are_refused_with_a_place() {
    let over = "å".repeat(2_001);
    on_each_database(async |client| {
        with_demo(&client).await;
        let ben = client.sign_in_as("person-ben").await;
        for (name, body, code, pointer) in [
            ("no_words", general(" \n"), "statement_invalid", "/statement"),
            ("zero_byte_alone", general("\u{0}"), "statement_invalid", "/statement"),
            ("too_many_words", general(&over), "statement_invalid", "/statement"),
            (
                "order_that_is_not_there",
                with("subject", json!({"kind": "order", "id": "order-1"})),
                "subject_invalid",
                "/subject",
            ),
            (
                "order_of_someone_else",
                with("subject", json!({"kind": "order", "id": "order-20418"})),
                "subject_invalid",
                "/subject",
            ),
            ("order_without_id", with("subject", json!({"kind": "order"})), "subject_invalid", "/subject"),
            (
                "order_with_a_zero_byte",
                with("subject", json!({"kind": "order", "id": "\u{0}"})),
                "subject_invalid",
                "/subject",
            ),
            (
                "object_that_is_not_there",
                with("subject", json!({"kind": "object", "id": "object-1"})),
                "subject_invalid",
                "/subject",
            ),
            (
                "general_with_id",
                with("subject", json!({"kind": "general", "id": "order-1"})),
                "subject_invalid",
                "/subject",
            ),
            ("unknown_kind", with("subject", json!({"kind": "weather"})), "subject_invalid", "/subject"),
            ("unknown_answer", with("answer_id", json!(fresh_id())), "answer_invalid", "/answer_id"),
            ("answer_with_a_zero_byte", with("answer_id", json!("\u{0}")), "answer_invalid", "/answer_id"),
            ("unknown_method", with("method", json!("pigeon")), "body_invalid", "/method"),
            ("method_of_another_type", with("method", json!(1)), "body_invalid", "/method"),
            ("unknown_language", with("language", json!("sv")), "body_invalid", "/language"),
            ("unknown_line", with("shared", json!(["money", "address"])), "body_invalid", "/shared/1"),
            ("topic_with_space", with("topic", json!("a b")), "body_invalid", "/topic"),
            ("time_zone_with_markup", with("timezone", json!("<b>")), "body_invalid", "/timezone"),
            ("unknown_field", with("amount", json!(1)), "body_invalid", "/amount"),
        ] {
            let answer = ask(&client, &ben, &fresh_id(), &body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, code), "{name}");
            assert_eq!(answer.json()["errors"][0]["pointer"], pointer, "{name}");
        }
        assert_eq!(client.backend.store.case_count().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn someone_elses_order_is_refused_exactly_like_an_absent_one() {
    on_each_database(async |client| {
        with_demo(&client).await;
        let ben = client.sign_in_as("person-ben").await;
        let mut refusals = Vec::new();
        for id in ["order-20418", "order-1"] {
            let mut refusal =
                ask(&client, &ben, &fresh_id(), &with("subject", json!({"kind": "order", "id": id}))).await.json();
            refusal["request_id"] = Value::Null;
            refusals.push(refusal);
        }
        assert_eq!(refusals[0], refusals[1]);
    })
    .await;
}

#[tokio::test]
async fn a_method_that_is_not_there_comes_back_with_those_that_are() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for method in ["chat", "phone", "seller_message"] {
            let answer = ask(&client, &anna, &fresh_id(), &with("method", json!(method))).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (409, "method_unavailable"), "{method}");
            assert_eq!(
                answer.json()["availability"],
                client.get("/api/v1/contact/availability?language=en").await.json()
            );
        }
        assert_eq!(client.backend.store.case_count().await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn only_who_is_signed_in_opens_a_case() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let path = format!("/api/v1/cases/{}", fresh_id());
        let body = general("Where is it?").to_string();
        let json = ("content-type", "application/json");
        let cookie = ("cookie", anna.cookie.as_str());
        for (name, headers, status, code) in [
            ("signed_out", vec![json], 401, "signed_out"),
            ("session_that_ended", vec![json, ("cookie", "svar_session=0")], 401, "signed_out"),
            ("without_the_word", vec![json, cookie], 403, "csrf_invalid"),
            ("wrong_word", vec![json, cookie, ("svar-csrf", "0")], 403, "csrf_invalid"),
            (
                "form",
                vec![cookie, ("svar-csrf", &anna.csrf), ("content-type", "text/plain")],
                415,
                "media_type_unsupported",
            ),
        ] {
            let answer = client.send(Method::PUT, &path, &headers, &body).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
        }
        for (name, id) in [("no_uuid", "abc"), ("without_hyphens", "0199a0c27cc07c00a000000000000001")] {
            let answer = ask(&client, &anna, id, &general("Where is it?")).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "client_id_invalid"), "{name}");
        }
        let cut = client.put_as(&anna, &path, "{").await;
        assert_eq!((cut.status.as_u16(), cut.code().as_str()), (400, "json_malformed"));
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

#[tokio::test]
async fn lists_are_paged_newest_first_and_searched() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for words in ["Mein Paket fehlt", "Åter 50 % rabatt", "Where_is it?", "Refund", "Another refund"] {
            opened(&client, &anna, words).await;
        }
        let numbers = |answer: &super::client::Answer| answer.each("/number");
        let mut path = "/api/v1/cases?limit=2".to_owned();
        let mut pages = Vec::new();
        loop {
            let page = client.get_as(&anna, &path).await;
            pages.push(numbers(&page));
            let Some(next) = page.json()["next_cursor"].as_str().map(str::to_owned) else {
                let back = page.json()["prev_cursor"].as_str().unwrap().to_owned();
                let before = client.get_as(&anna, &format!("/api/v1/cases?limit=2&cursor={back}")).await;
                assert_eq!(numbers(&before), ["SC-10003", "SC-10002"], "one page back");
                break;
            };
            path = format!("/api/v1/cases?limit=2&cursor={next}");
        }
        assert_eq!(pages, [vec!["SC-10005", "SC-10004"], vec!["SC-10003", "SC-10002"], vec!["SC-10001"]]);
        for (name, query, expected) in [
            ("number", "q=10003", vec!["SC-10003"]),
            ("whole_number", "q=sc-10001", vec!["SC-10001"]),
            ("words", "q=refund", vec!["SC-10005", "SC-10004"]),
            ("without_accents", "q=ater", vec!["SC-10002"]),
            ("percent_is_a_letter", "q=50%20%25", vec!["SC-10002"]),
            ("underscore_is_a_letter", "q=here_is", vec!["SC-10003"]),
            ("zero_byte", "q=re%00fund", vec!["SC-10005", "SC-10004"]),
            ("nothing", "q=weather", vec![]),
            ("turn_of_support", "turn=support&limit=1", vec!["SC-10005"]),
            ("own_turn", "turn=mine", vec![]),
            ("state", "state=submitted&q=paket", vec!["SC-10001"]),
            ("other_state", "state=closed", vec![]),
        ] {
            assert_eq!(numbers(&client.get_as(&anna, &format!("/api/v1/cases?{query}")).await), expected, "{name}");
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
