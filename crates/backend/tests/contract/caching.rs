//! What may be kept and for how long, and the headers that protect every answer.

use axum::http::{Method, StatusCode};

use super::client::on_each_database;

const PUBLIC: [&str; 5] = [
    "/api/v1/meta",
    "/api/v1/help/categories?locale=sv",
    "/api/v1/help/articles?locale=sv",
    "/api/v1/help/articles/refunds?locale=sv",
    "/api/v1/openapi.json",
];

#[tokio::test]
async fn public_content_is_kept_and_asked_for_again() {
    on_each_database(async |client| {
        for path in PUBLIC {
            let first = client.get(path).await;
            assert_eq!(first.header("cache-control"), "public, max-age=60, stale-while-revalidate=600", "{path}");
            let etag = first.header("etag").to_owned();
            assert!(etag.starts_with('"') && etag.ends_with('"') && etag.len() > 10, "{path}: {etag}");
            for (name, sent, expected) in [
                ("same", etag.clone(), StatusCode::NOT_MODIFIED),
                ("weakened_on_the_way", format!("W/{etag}"), StatusCode::NOT_MODIFIED),
                ("one_of_several", format!("\"other\", {etag}"), StatusCode::NOT_MODIFIED),
                ("any", "*".to_owned(), StatusCode::NOT_MODIFIED),
                ("other", "\"other\"".to_owned(), StatusCode::OK),
                ("malformed", "other".to_owned(), StatusCode::OK),
            ] {
                let again = client.get_with(path, &[("if-none-match", &sent)]).await;
                assert_eq!(again.status, expected, "{path} {name}");
                assert_eq!(again.header("etag"), etag, "{path} {name}");
                assert_eq!(again.body.is_empty(), expected == StatusCode::NOT_MODIFIED, "{path} {name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_not_for_everybody_is_not_kept() {
    on_each_database(async |client| {
        for path in
            ["/api/v1/help/search?q=refund", "/api/v1/help/articles/nothing", "/api/v1/nothing", "/readyz", "/healthz"]
        {
            assert_eq!(client.get(path).await.header("cache-control"), "no-store", "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn every_answer_has_the_security_headers() {
    on_each_database(async |client| {
        for path in
            ["/api/v1/meta", "/api/v1/help/search?q=", "/api/v1/nothing", "/api/v2/meta", "/healthz", "/readyz", "/x"]
        {
            let answer = client.get(path).await;
            for (name, expected) in [
                (
                    "content-security-policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                ),
                ("x-content-type-options", "nosniff"),
                ("x-frame-options", "DENY"),
                ("referrer-policy", "no-referrer"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-resource-policy", "same-origin"),
                ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
            ] {
                assert_eq!(answer.header(name), expected, "{path} {name}");
            }
            assert_eq!(answer.header("x-request-id").len(), 36, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    on_each_database(async |client| {
        let got = client.get("/api/v1/meta").await;
        let head = client.send(Method::HEAD, "/api/v1/meta", &[], "").await;
        assert_eq!((head.status, head.header("etag")), (StatusCode::OK, got.header("etag")));
        assert!(head.body.is_empty());
    })
    .await;
}
