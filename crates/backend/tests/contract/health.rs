//! Living and being ready.

use super::client::{Client, content_folder, on_each_database};

#[tokio::test]
async fn nothing_is_answered_before_the_content_is_there() {
    let client = Client::on_sqlite().await;
    for (name, path, status) in [
        ("lives", "/healthz", 204),
        ("not_ready", "/readyz", 503),
        ("meta", "/api/v1/meta", 503),
        ("categories", "/api/v1/help/categories", 503),
        ("articles", "/api/v1/help/articles", 503),
        ("article", "/api/v1/help/articles/refunds", 503),
        ("search", "/api/v1/help/search?q=refund", 503),
    ] {
        let answer = client.get(path).await;
        assert_eq!(answer.status.as_u16(), status, "{name}");
        if status == 503 {
            assert_eq!((answer.code().as_str(), answer.header("retry-after")), ("not_ready", "1"), "{name}");
        }
    }
    client.publish(&content_folder()).await;
    assert_eq!(client.get("/readyz").await.status.as_u16(), 204);
}

#[tokio::test]
async fn without_its_database_it_is_not_ready() {
    on_each_database(async |client| {
        assert_eq!(client.get("/readyz").await.status.as_u16(), 204);
        client.backend.store.close().await;
        assert_eq!(client.get("/readyz").await.status.as_u16(), 503);
        assert_eq!(client.get("/healthz").await.status.as_u16(), 204);
    })
    .await;
}

#[tokio::test]
async fn each_answer_tells_the_time_that_deadlines_are_counted_by() {
    let mut client = Client::on_sqlite().await;
    client.publish(&content_folder()).await;
    client.when("2026-10-25T00:59:59Z");
    for path in ["/api/v1/meta", "/api/v1/orders/nowhere", "/healthz"] {
        assert_eq!(client.get(path).await.header("date"), "Sun, 25 Oct 2026 00:59:59 GMT", "{path}");
    }
}
