//! Pages of other origins.

use axum::http::Method;

use super::client::{Client, content_folder};

const PAGE: &str = "https://help.example.org";

async fn client() -> Client {
    let client = Client::allowing(&[PAGE]).await;
    client.publish(&content_folder()).await;
    client
}

#[tokio::test]
async fn only_listed_origins_may_read() {
    let client = client().await;
    for (name, origin, expected) in [
        ("listed", PAGE, PAGE),
        ("other", "https://example.org", ""),
        ("other_scheme", "http://help.example.org", ""),
        ("longer", "https://help.example.org.evil.example", ""),
        ("null", "null", ""),
    ] {
        for path in ["/api/v1/meta", "/api/v1/nothing"] {
            let answer = client.get_with(path, &[("origin", origin)]).await;
            assert_eq!(answer.header("access-control-allow-origin"), expected, "{name} {path}");
            assert_eq!(answer.header("vary"), "Origin", "{name} {path}");
            let cookies = if expected.is_empty() { "" } else { "true" };
            assert_eq!(answer.header("access-control-allow-credentials"), cookies, "{name} {path}");
        }
    }
}

#[tokio::test]
async fn a_listed_origin_gets_permission_to_post() {
    let client = client().await;
    let path = "/api/v1/help/articles/refunds/feedback";
    for (name, origin, status, methods) in
        [("listed", PAGE, 204, "GET, HEAD, POST, PUT, PATCH, DELETE"), ("other", "https://example.org", 405, "")]
    {
        let headers = [("origin", origin), ("access-control-request-method", "POST")];
        let answer = client.send(Method::OPTIONS, path, &headers, "").await;
        assert_eq!(
            (answer.status.as_u16(), answer.header("access-control-allow-methods")),
            (status, methods),
            "{name}"
        );
    }
}

#[tokio::test]
async fn without_a_list_nobody_else_may_read() {
    let client = Client::on_sqlite().await;
    client.publish(&content_folder()).await;
    let answer = client.get_with("/api/v1/meta", &[("origin", PAGE)]).await;
    assert_eq!((answer.header("access-control-allow-origin"), answer.header("vary")), ("", ""));
}
