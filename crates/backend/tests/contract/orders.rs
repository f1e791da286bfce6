//! A person's orders: lists, the views of both sides, and who sees nothing.

use backend::demo;
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::client::{Answer, Client, NOW, on_each_database};

/// Holds a claim against the demonstration marketplace, told from [`NOW`], a Sunday.
pub async fn in_the_demo(claim: impl AsyncFn(&Client)) {
    on_each_database(async |client| {
        let now = OffsetDateTime::parse(NOW, &Rfc3339).unwrap();
        demo::fill_at(&client.backend, now).await.unwrap();
        claim(&client).await;
    })
    .await;
}

/// Asks for an address as one of the demonstration's people.
pub async fn ask(client: &Client, person: &str, path: &str) -> Answer {
    ask_with(client, person, path, &[]).await
}

async fn ask_with(client: &Client, person: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let now = client.backend.clock.seconds();
    let session = client.backend.store.begin_session(&format!("person-{person}"), now).await.unwrap();
    let cookie = format!("svar_session={}", session.token);
    client.get_with(&format!("/api/v1{path}"), &[&[("cookie", cookie.as_str())], headers].concat()).await
}

/// The numbers of a list, without what they all begin with.
fn numbers(answer: &Answer) -> String {
    answer.each("/number").iter().map(|number| number.trim_start_matches("SV-")).collect::<Vec<_>>().join(" ")
}

const ANNAS: &str = "20425 20423 20422 20420 20419 20418 20417 20412 20398 20391 20385 20376 20352";

/// Name, person, question, numbers.
type Row<'a> = (&'a str, &'a str, &'a str, &'a str);

async fn finds(rows: &[Row<'_>]) {
    in_the_demo(async |client| {
        for (name, person, query, expected) in rows {
            let answer = ask(client, person, &format!("/orders?{query}")).await;
            assert_eq!(numbers(&answer), *expected, "{name}: {}", answer.text());
            assert_eq!(answer.header("cache-control"), "no-store", "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn orders_are_listed_by_role_and_state() {
    finds(&[
        ("newest_first", "anna", "", ANNAS),
        ("of_a_buyer_named", "anna", "role=buyer", ANNAS),
        ("a_buyer_has_sold_nothing", "anna", "role=seller", ""),
        ("a_seller_sees_what_was_sold", "chiara", "limit=4", "20426 20425 20423 20422"),
        ("a_seller_has_bought_nothing", "chiara", "role=buyer", ""),
        ("who_is_both_sees_what_was_bought", "david", "", "20426 20414"),
        (
            "who_is_both_asks_for_what_was_sold",
            "david",
            "role=seller",
            "20427 20424 20420 20417 20415 20408 20402 20398 20393 20391 20388 20376",
        ),
        ("in_a_state", "anna", "state=paid", "20423 20420"),
        ("in_a_state_that_none_is_in", "ben", "state=in_case", ""),
    ])
    .await;
}

#[tokio::test]
async fn orders_are_found_by_their_words() {
    finds(&[
        ("by_number", "anna", "q=SV-20418", "20418"),
        ("by_part_of_a_number", "anna", "q=2042", "20425 20423 20422 20420"),
        ("by_title", "anna", "q=seamaster", "20418"),
        ("by_title_without_accents", "anna", "q=citta", "20423"),
        ("by_title_with_accents_and_capitals", "anna", "q=CITT%C3%80", "20423"),
        ("by_a_swedish_letter", "david", "q=stalhane", "20426"),
        ("words_in_any_order", "anna", "q=rosa%20eco%20%20signed", "20423"),
        ("words_of_several_objects", "anna", "q=calvino%20stilnovo", "20423"),
        ("a_word_that_does_not_fit", "anna", "q=omega%20vase", ""),
        ("words_and_a_state", "anna", "q=venini&state=paid", ""),
        ("only_space", "anna", "q=%20%09&limit=1", "20425"),
        ("a_zero_byte_between", "anna", "q=omega%00seamaster", "20418"),
        ("percent_is_a_letter", "anna", "q=%25", ""),
        ("underscore_is_a_letter", "anna", "q=_", ""),
        ("exclamation_is_a_letter", "anna", "q=%21", ""),
        ("quotes_are_letters", "anna", "q=%27%20OR%201%3D1", ""),
        ("somebody_elses_object", "anna", "q=krugerrand", ""),
    ])
    .await;
}

#[tokio::test]
async fn pages_of_orders_lead_on_and_back() {
    in_the_demo(async |client| {
        let page = async |cursor: &Value| {
            let cursor = cursor.as_str().map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
            ask(client, "anna", &format!("/orders?limit=5{cursor}")).await
        };
        let first = page(&Value::Null).await;
        let second = page(&first.json()["next_cursor"]).await;
        let third = page(&second.json()["next_cursor"]).await;
        let forth = [&first, &second, &third].map(numbers);
        assert_eq!(forth, ["20425 20423 20422 20420 20419", "20418 20417 20412 20398 20391", "20385 20376 20352"]);
        assert_eq!((&first.json()["prev_cursor"], &third.json()["next_cursor"]), (&Value::Null, &Value::Null));
        let back = page(&third.json()["prev_cursor"]).await;
        assert_eq!(numbers(&back), forth[1]);
        let start = page(&back.json()["prev_cursor"]).await;
        assert_eq!((numbers(&start), &start.json()["prev_cursor"]), (forth[0].clone(), &Value::Null));
    })
    .await;
}

#[tokio::test]
async fn lists_of_orders_refuse_what_they_cannot_use() {
    let (most, over) = ("p".repeat(200), "p".repeat(201));
    in_the_demo(async |client| {
        for (name, query, status, code, pointer) in [
            ("role", "role=admin", 422, "parameter_invalid", "role"),
            ("role_empty", "role=", 422, "parameter_invalid", "role"),
            ("state", "state=lost", 422, "parameter_invalid", "state"),
            ("state_in_capitals", "state=PAID", 422, "parameter_invalid", "state"),
            ("limit_zero", "limit=0", 422, "parameter_invalid", "limit"),
            ("limit_over", "limit=101", 422, "parameter_invalid", "limit"),
            ("limit_word", "limit=all", 422, "parameter_invalid", "limit"),
            ("words_over", &format!("q={over}"), 422, "parameter_invalid", "q"),
            ("twice", "state=paid&state=shipped", 422, "parameter_invalid", ""),
            ("cursor_empty", "cursor=", 400, "cursor_invalid", ""),
            ("cursor_word", "cursor=abc", 400, "cursor_invalid", ""),
            ("cursor_of_articles", "cursor=nt6161", 400, "cursor_invalid", ""),
            ("cursor_cut", "cursor=nd616", 400, "cursor_invalid", ""),
        ] {
            let answer = ask(client, "anna", &format!("/orders?{query}")).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
            let told = answer.json().pointer("/errors/0/pointer").cloned().unwrap_or_else(|| json!(""));
            assert_eq!(told, json!(pointer), "{name}");
        }
        assert_eq!(numbers(&ask(client, "anna", &format!("/orders?q={most}")).await), "");
        assert_eq!(numbers(&ask(client, "anna", "/orders?limit=100").await), ANNAS);
    })
    .await;
}

#[tokio::test]
async fn an_order_is_there_for_its_two_sides_alone() {
    in_the_demo(async |client| {
        for (name, person, id, expected) in [
            ("buyer", "anna", "order-20418", 200),
            ("seller", "chiara", "order-20418", 200),
            ("another_buyer", "ben", "order-20418", 404),
            ("another_seller", "david", "order-20418", 404),
            ("absent", "ben", "order-1", 404),
            ("not_an_id", "ben", "order%00", 404),
            ("markup", "ben", "%3Cscript%3E", 404),
        ] {
            let answer = ask(client, person, &format!("/orders/{id}")).await;
            assert_eq!(answer.status.as_u16(), expected, "{name}");
            assert_eq!(answer.header("cache-control"), "no-store", "{name}");
            if expected == 404 {
                let mut problem = answer.json();
                problem["request_id"] = Value::Null;
                let same = json!({"type": "about:blank", "title": "There is nothing here.", "status": 404,
                    "detail": "", "code": "not_found", "request_id": null, "errors": []});
                assert_eq!(problem, same, "{name}");
                assert_eq!(answer.header("etag"), "", "{name}");
            }
        }
        for path in ["/api/v1/orders", "/api/v1/orders/order-20418", "/api/v1/orders/order-1"] {
            for cookie in ["", "svar_session=", "svar_session=abc", "svar_visitor=abc"] {
                let answer = client.get_with(path, &[("cookie", cookie)]).await;
                assert_eq!((answer.status.as_u16(), answer.code().as_str()), (401, "signed_out"), "{path} {cookie}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn an_order_is_sent_again_only_when_it_has_changed() {
    in_the_demo(async |client| {
        let mut tags = Vec::new();
        for person in ["anna", "chiara"] {
            let first = ask(client, person, "/orders/order-20418").await;
            let etag = first.header("etag").to_owned();
            assert!(etag.starts_with('"') && etag.len() > 10, "{person}: {etag}");
            let again = ask_with(client, person, "/orders/order-20418", &[("if-none-match", &etag)]).await;
            assert_eq!((again.status.as_u16(), again.body.len()), (304, 0), "{person}");
            assert_eq!(again.header("cache-control"), "no-store", "{person}");
            tags.push(etag);
        }
        assert_ne!(tags[0], tags[1]);
        sqlx::query("UPDATE purchase_order SET state = 'in_case' WHERE id = 'order-20418'")
            .execute(&client.database().await)
            .await
            .unwrap();
        let changed = ask_with(client, "anna", "/orders/order-20418", &[("if-none-match", &tags[0])]).await;
        let order = changed.json();
        assert_eq!((changed.status.as_u16(), &order["state"]), (200, &json!("in_case")));
        assert_eq!(order["money"], json!({"state": "held"}));
        assert_eq!(
            ask(client, "chiara", "/orders/order-20418").await.json()["payout"]["hold_reason"],
            json!("case_open")
        );
    })
    .await;
}

#[tokio::test]
async fn orders_are_added_all_or_none() {
    in_the_demo(async |client| {
        let store = &client.backend.store;
        let whole = store.order_of("person-anna", "order-20418").await.unwrap().unwrap();
        let mut good = whole.clone();
        (good.order.id, good.order.number) = ("order-1".to_owned(), "SV-1".to_owned());
        let mut bad = good.clone();
        (bad.order.id, bad.order.number) = ("order-2".to_owned(), "SV-2".to_owned());
        bad.order.buyer_id = "person-nobody".to_owned();
        assert!(store.add_orders(&[], &[good.clone(), bad]).await.is_err());
        assert_eq!(ask(client, "anna", "/orders/order-1").await.status.as_u16(), 404);
        store.add_orders(&[], &[good]).await.unwrap();
        assert_eq!(ask(client, "anna", "/orders/order-1").await.status.as_u16(), 200);
    })
    .await;
}
