//! Whatever is asked, the answer is a sentence and never a failure of the backend.

use axum::http::Method;

use super::client::on_each_database;

#[tokio::test]
async fn questions_of_any_kind_are_answered() {
    let (most, over) = ("p".repeat(200), "p".repeat(201));
    let (most_letters, over_letters) = ("%C3%A5".repeat(200), "%C3%A5".repeat(201));
    on_each_database(async |client| {
        for (name, query, expected) in [
            ("absent", "locale=en", 422),
            ("empty", "q=", 422),
            ("only_space", "q=%20%09%0A%C2%A0", 422),
            ("one_character", "q=p", 200),
            ("two_hundred", &format!("q={most}"), 200),
            ("two_hundred_and_one", &format!("q={over}"), 422),
            ("two_hundred_letters_of_two_bytes", &format!("q={most_letters}"), 200),
            ("two_hundred_and_one_letters_of_two_bytes", &format!("q={over_letters}"), 422),
            ("emoji", "q=%F0%9F%93%A6%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9", 200),
            ("right_to_left", "q=%D7%97%D7%91%D7%99%D7%9C%D7%94%20%E2%80%AE", 200),
            ("quotes", "q=%22my%20parcel%22%20%27s%27%20%E2%80%9Cx", 200),
            ("an_open_quote", "q=%22parcel", 200),
            ("operators", "q=%2Bparcel%20-refund%20AND%20(OR%20NOT%20title:x%20~2%20*%20%5B1%20TO%202%5D%5E9", 200),
            ("markup", "q=%3Cscript%3Ealert(1)%3C/script%3E%26amp;", 200),
            ("sql", "q=%27%3B%20DROP%20TABLE%20article%3B--", 200),
            ("zero_byte", "q=parcel%00x", 200),
            ("not_text", "q=%ff%fe", 200),
            ("ideographs", "q=%E8%B4%A7%E7%89%A9", 200),
            ("twice", "q=a&q=b", 422),
        ] {
            let answer = client.get(&format!("/api/v1/help/search?{query}")).await;
            assert_eq!(answer.status.as_u16(), expected, "{name}: {}", answer.text());
            if expected == 422 && name != "twice" {
                assert_eq!(answer.code(), "query_invalid", "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn lists_refuse_what_they_cannot_use() {
    on_each_database(async |client| {
        for (name, query, status, code) in [
            ("limit_zero", "limit=0", 422, "parameter_invalid"),
            ("limit_over", "limit=101", 422, "parameter_invalid"),
            ("limit_negative", "limit=-1", 422, "parameter_invalid"),
            ("limit_word", "limit=abc", 422, "parameter_invalid"),
            ("limit_huge", "limit=99999999999999999999", 422, "parameter_invalid"),
            ("limit_empty", "limit=", 422, "parameter_invalid"),
            ("limit_twice", "limit=1&limit=2", 422, "parameter_invalid"),
            ("sort_unknown", "sort=newest", 422, "parameter_invalid"),
            ("cursor_empty", "cursor=", 400, "cursor_invalid"),
            ("cursor_word", "cursor=abc", 400, "cursor_invalid"),
            ("cursor_without_key", "cursor=nt", 400, "cursor_invalid"),
            ("cursor_cut", "cursor=nt616", 400, "cursor_invalid"),
            ("cursor_of_another_sort", "cursor=nm6161", 400, "cursor_invalid"),
            ("cursor_emoji", "cursor=%F0%9F%99%82", 400, "cursor_invalid"),
            ("cursor_sql", "cursor=nt%27--", 400, "cursor_invalid"),
            ("cursor_zero_byte", "cursor=nt%00", 400, "cursor_invalid"),
            ("category_unknown", "category=nothing", 404, "not_found"),
            ("category_empty", "category=", 404, "not_found"),
            ("category_zero_byte", "category=%00", 404, "not_found"),
            ("category_markup", "category=%3Cb%3E", 404, "not_found"),
        ] {
            let answer = client.get(&format!("/api/v1/help/articles?{query}")).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (status, code), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn both_ends_of_the_limit_are_taken() {
    on_each_database(async |client| {
        for (name, query, expected) in [("least", "limit=1", 1), ("most", "limit=100", 4)] {
            assert_eq!(
                client.get(&format!("/api/v1/help/articles?{query}")).await.each("/slug").len(),
                expected,
                "{name}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_not_there_is_not_found() {
    on_each_database(async |client| {
        for (name, path) in [
            ("article", "/api/v1/help/articles/nothing"),
            ("article_up", "/api/v1/help/articles/..%2F..%2Fetc"),
            ("article_zero_byte", "/api/v1/help/articles/%00"),
            ("article_not_text", "/api/v1/help/articles/%ff"),
            ("article_emoji", "/api/v1/help/articles/%F0%9F%99%82"),
            ("article_capital", "/api/v1/help/articles/Refunds"),
            ("call", "/api/v1/nothing"),
            ("base", "/api/v1"),
            ("other_version", "/api/v2/meta"),
            ("slash_at_the_end", "/api/v1/meta/"),
            ("outside", "/nothing"),
            ("root", "/"),
            ("health_below_the_base", "/api/v1/healthz"),
        ] {
            let answer = client.get(path).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (404, "not_found"), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn other_methods_are_named() {
    on_each_database(async |client| {
        for (name, method, path, allow) in [
            ("post_where_get", Method::POST, "/api/v1/meta", "GET,HEAD"),
            ("delete_an_article", Method::DELETE, "/api/v1/help/articles/refunds", "GET,HEAD"),
            ("get_feedback", Method::GET, "/api/v1/help/articles/refunds/feedback", "POST"),
            ("options", Method::OPTIONS, "/api/v1/meta", "GET,HEAD"),
            ("post_health", Method::POST, "/healthz", "GET,HEAD"),
        ] {
            let answer = client.send(method, path, &[], "").await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (405, "method_not_allowed"), "{name}");
            assert_eq!(answer.header("allow"), allow, "{name}");
        }
    })
    .await;
}
