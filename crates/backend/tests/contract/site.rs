//! The built site beside the API.

use std::{fs, path::Path};

use axum::http::Method;
use backend::web::Site;
use tempfile::TempDir;

use super::client::{Client, content_folder};

const HASHED: &str = "svar-0123456789abcdef";

async fn built() -> (Client, TempDir) {
    let dist = TempDir::new().unwrap();
    let file = |name: &str, text: &str| {
        let path = dist.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    file(
        "headers.json",
        r#"{"pages":{"Content-Security-Policy":"default-src 'none'; script-src 'self'","X-Frame-Options":"DENY"},
            "hashed_cache":"public, max-age=31536000, immutable","page_cache":"public, max-age=60"}"#,
    );
    file("secret.txt", "secret");
    for (name, text) in [
        ("en.html", "home"),
        ("en/articles/refunds.html", "article"),
        ("app.html", "shell"),
        ("sv/app.html", "skal"),
        ("index.html", "languages"),
        ("icons.svg", "<svg/>"),
        ("robots.txt", "robots"),
        ("backend.json", "{}"),
        ("words-en-0123456789abcdef.ftl", "words"),
    ] {
        file(&format!("www/{name}"), text);
    }
    for (ending, text) in [("js", "module"), ("js.br", "br"), ("js.gz", "gz"), ("css", "style"), ("wasm", "wasm")] {
        file(&format!("www/{HASHED}.{ending}"), text);
    }
    let client = Client::with_site(Some(Site::open(dist.path()).unwrap())).await;
    client.publish(&content_folder()).await;
    (client, dist)
}

#[tokio::test]
async fn addresses_lead_to_pages_and_files() {
    let (client, _dist) = built().await;
    let (page, hour, ever) = ("public, max-age=60", "public, max-age=3600", "public, max-age=31536000, immutable");
    let html = "text/html; charset=utf-8";
    for (path, status, body, kind, cache) in [
        ("/backend.json", 200, "{}", "application/json", "no-cache"),
        ("/en", 200, "home", html, page),
        ("/en/articles/refunds", 200, "article", html, page),
        ("/en/articles/new-one", 200, "shell", html, page),
        ("/en/search?q=x", 200, "shell", html, page),
        ("/sv/orders", 200, "skal", html, page),
        ("/sv/nothing", 404, "skal", html, page),
        ("/xx", 404, "shell", html, page),
        ("/en/nothing", 404, "shell", html, page),
        ("/xx/yy/zz", 404, "shell", html, page),
        ("/icons.svg", 200, "<svg/>", "image/svg+xml", hour),
        ("/robots.txt", 200, "robots", "text/plain; charset=utf-8", hour),
        ("/svar-0123456789abcdef.js", 200, "module", "text/javascript; charset=utf-8", ever),
        ("/svar-0123456789abcdef.css", 200, "style", "text/css; charset=utf-8", ever),
        ("/svar-0123456789abcdef.wasm", 200, "wasm", "application/wasm", ever),
        ("/words-en-0123456789abcdef.ftl", 200, "words", "text/plain; charset=utf-8", ever),
        ("/svar-fedcba9876543210.js", 404, "", "", "no-cache"),
        ("/wp-admin.php", 404, "", "", "no-cache"),
        ("/svar-0123456789abcdef.js.br", 404, "", "", "no-cache"),
        ("/../secret.txt", 404, "", "", "no-cache"),
        ("/..%2fsecret.txt", 404, "", "", "no-cache"),
        ("/%2e%2e/secret.txt", 404, "", "", "no-cache"),
    ] {
        let answer = client.get(path).await;
        let got =
            (answer.status.as_u16(), answer.text(), answer.header("content-type"), answer.header("cache-control"));
        assert_eq!(got, (status, body.to_owned(), kind, cache), "{path}");
    }
}

#[tokio::test]
async fn every_page_and_file_has_the_headers_of_the_build() {
    let (client, _dist) = built().await;
    for path in ["/", "/en", "/en/", "/en/articles/new-one", "/xx/yy", "/icons.svg", "/wp-admin.php", "/%ff"] {
        let answer = client.get(path).await;
        assert_eq!(answer.header("content-security-policy"), "default-src 'none'; script-src 'self'", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
    }
}

#[tokio::test]
async fn the_api_keeps_its_own_headers_beside_a_site() {
    let (client, _dist) = built().await;
    for (path, status) in [("/api/v1/meta", 200), ("/api/v1/nothing", 404), ("/api/v2/meta", 404), ("/readyz", 204)] {
        let answer = client.get(path).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert!(answer.header("content-security-policy").ends_with("frame-ancestors 'none'"), "{path}");
    }
}

#[tokio::test]
async fn the_front_door_leads_to_the_readers_language() {
    let (client, _dist) = built().await;
    for (name, wishes, expected) in [
        ("none", "", "/en"),
        ("swedish", "sv-SE,sv;q=0.9,en;q=0.8", "/sv"),
        ("unknown", "nl", "/en"),
        ("weights", "en;q=0.1, sv;q=0.2", "/sv"),
        ("malformed", ";;;q=,", "/en"),
    ] {
        let answer = client.get_with("/", &[("accept-language", wishes)]).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (302, expected), "{name}");
        assert_eq!(answer.header("vary"), "Accept-Language", "{name}");
    }
}

#[tokio::test]
async fn a_slash_too_many_leads_to_the_page() {
    let (client, _dist) = built().await;
    for (path, expected) in [("/en/", "/en"), ("/en/articles/refunds/?a=b", "/en/articles/refunds?a=b")] {
        let answer = client.get(path).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (308, expected), "{path}");
    }
    assert_eq!(client.get("//example.org/").await.status.as_u16(), 404);
}

#[tokio::test]
async fn the_smallest_encoding_that_is_taken_is_sent() {
    let (client, _dist) = built().await;
    for (name, accept, body, encoding) in [
        ("none", "", "module", ""),
        ("brotli", "gzip, deflate, br, zstd", "br", "br"),
        ("gzip", "gzip", "gz", "gzip"),
        ("brotli_refused", "br;q=0, gzip;q=0.5", "gz", "gzip"),
        ("unknown", "zstd", "module", ""),
    ] {
        let answer = client.get_with(&format!("/{HASHED}.js"), &[("accept-encoding", accept)]).await;
        assert_eq!((answer.text().as_str(), answer.header("content-encoding")), (body, encoding), "{name}");
        assert_eq!(answer.header("content-type"), "text/javascript; charset=utf-8", "{name}");
        assert_eq!(answer.header("vary"), "Accept-Encoding", "{name}");
    }
}

#[tokio::test]
async fn a_page_that_has_not_changed_is_not_sent_again() {
    let (client, dist) = built().await;
    let first = client.get("/en").await;
    let (etag, modified) = (first.header("etag").to_owned(), first.header("last-modified").to_owned());
    for (name, header, value, status) in [
        ("etag", "if-none-match", etag.as_str(), 304),
        ("other_etag", "if-none-match", "\"other\"", 200),
        ("moment", "if-modified-since", modified.as_str(), 304),
        ("earlier_moment", "if-modified-since", "Thu, 01 Jan 2015 00:00:00 GMT", 200),
        ("malformed_moment", "if-modified-since", "yesterday", 200),
    ] {
        let answer = client.get_with("/en", &[(header, value)]).await;
        assert_eq!(answer.status.as_u16(), status, "{name}");
        assert_eq!(answer.header("etag"), etag, "{name}");
    }
    fs::write(dist.path().join("www/en.html"), "new home").unwrap();
    assert_eq!(client.get_with("/en", &[("if-none-match", &etag)]).await.text(), "new home");
}

#[tokio::test]
async fn head_works_and_other_methods_do_not() {
    let (client, _dist) = built().await;
    for (method, status, allow) in
        [(Method::HEAD, 200, ""), (Method::POST, 405, "GET, HEAD"), (Method::PUT, 405, "GET, HEAD")]
    {
        let answer = client.send(method.clone(), "/en", &[], "").await;
        assert_eq!((answer.status.as_u16(), answer.header("allow")), (status, allow), "{method}");
        assert!(answer.body.is_empty(), "{method}");
    }
}

#[test]
fn a_site_that_was_not_built_is_said() {
    let error = Site::open(Path::new("nowhere")).unwrap_err().to_string();
    assert!(
        error.starts_with("nowhere/headers.json cannot be read") && error.ends_with("build the site first"),
        "{error}"
    );
}
