//! Categories and articles.

use serde_json::{Value, json};

use super::client::{Client, on_each_database};

#[tokio::test]
async fn categories_are_a_tree_in_the_readers_language() {
    on_each_database(async |client| {
        let tree = client.get("/api/v1/help/categories?locale=sv-FI").await.json();
        let expected = json!([
            {"id": "orders", "slug": "orders", "title": "Beställningar", "summary": "Allt om beställningar.",
             "article_count": 3, "children": [
                {"id": "problems", "slug": "problems", "title": "Problem", "summary": "", "article_count": 2,
                 "children": []}]},
            {"id": "account", "slug": "account", "title": "Your account", "summary": "", "article_count": 1,
             "children": []},
        ]);
        assert_eq!(tree, expected);
    })
    .await;
}

#[tokio::test]
async fn articles_are_listed_in_order() {
    on_each_database(async |client| {
        for (name, query, expected) in [
            ("by_title", "locale=en", vec!["late-parcel", "only-english", "only-swedish", "refunds"]),
            ("by_swedish_title", "locale=sv", vec!["only-english", "only-swedish", "late-parcel", "refunds"]),
            (
                "most_asked_first",
                "locale=en&sort=most_asked",
                vec!["refunds", "late-parcel", "only-english", "only-swedish"],
            ),
            ("of_a_category", "locale=en&category=problems", vec!["late-parcel", "refunds"]),
            (
                "of_a_category_and_those_inside",
                "locale=en&category=orders",
                vec!["late-parcel", "only-swedish", "refunds"],
            ),
            ("no_language_is_the_usual_one", "limit=1", vec!["late-parcel"]),
            ("unknown_language_is_the_usual_one", "locale=xx&limit=1", vec!["late-parcel"]),
        ] {
            let answer = client.get(&format!("/api/v1/help/articles?{query}")).await;
            assert_eq!(answer.each("/slug"), expected, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_list_has_what_names_an_article() {
    on_each_database(async |client| {
        let list = client.get("/api/v1/help/articles?locale=sv&category=problems").await.json();
        let expected = json!({
            "id": "late-parcel", "slug": "late-parcel", "title": "Ett försenat paket",
            "summary": "Vad du gör inom 3 dagar.", "updated_on": "2026-03-02", "locale": "sv",
            "locales": ["en", "sv"], "category_id": "problems",
        });
        assert_eq!(list["items"][0], expected);
    })
    .await;
}

#[tokio::test]
async fn pages_lead_on_and_back() {
    on_each_database(async |client| {
        for sort in ["title", "most_asked"] {
            let whole = client.get(&format!("/api/v1/help/articles?sort={sort}")).await.each("/slug");
            let (forth, back) = walk(&client, sort).await;
            assert_eq!(forth, whole, "{sort}");
            assert_eq!(back, [&whole[1..3], &whole[0..1]].concat(), "{sort}");
        }
    })
    .await;
}

/// All slugs going on with two to a page, then those going back from the last one.
async fn walk(client: &Client, sort: &str) -> (Vec<String>, Vec<String>) {
    let page = async |cursor: &Value, limit: u8| {
        let cursor = cursor.as_str().map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        client.get(&format!("/api/v1/help/articles?sort={sort}&limit={limit}{cursor}")).await
    };
    let first = page(&Value::Null, 3).await;
    assert_eq!(first.json()["prev_cursor"], Value::Null);
    let second = page(&first.json()["next_cursor"], 3).await;
    assert_eq!(second.json()["next_cursor"], Value::Null);
    let forth = [first.each("/slug"), second.each("/slug")].concat();
    let before = page(&second.json()["prev_cursor"], 2).await;
    let start = page(&before.json()["prev_cursor"], 2).await;
    assert_eq!(start.json()["prev_cursor"], Value::Null);
    assert!(start.json()["next_cursor"].is_string());
    (forth, [before.each("/slug"), start.each("/slug")].concat())
}

#[tokio::test]
async fn an_article_is_a_tree_of_nodes() {
    on_each_database(async |client| {
        let article = client.get("/api/v1/help/articles/late-parcel?locale=en").await.json();
        let text = |text: &str| json!({"kind": "text", "text": text});
        let expected = [
            ("/locale_used", json!("en")),
            ("/category", json!({"slug": "problems", "title": "Problems"})),
            ("/topics", json!(["not_arrived"])),
            ("/headings/0", json!({"level": 2, "anchor": "where", "text": "See where it is"})),
            ("/body/0/children/0", text("Your parcel has not come. Wait 3 days, then ")),
            (
                "/body/0/children/1",
                json!({"kind": "link", "href": "/en/articles/refunds#how", "children": [text("ask for a refund")]}),
            ),
            ("/body/0/children/2", text(". A refund costs EUR 3.50.")),
            ("/body/1/kind", json!("heading")),
            ("/body/2/head/0", json!([text("Station")])),
            ("/body/2/rows/0/1", json!([text("It is "), {"kind": "strong", "children": [text("on its way")]}])),
            ("/body/3/tone", json!("tip")),
            ("/body/3/children/0/children", json!([text("We speak English and Swedish.")])),
            ("/related/0/slug", json!("refunds")),
            ("/related/1/slug", json!("only-swedish")),
            ("/related/1/locale", json!("sv")),
        ];
        for (pointer, expected) in expected {
            assert_eq!(article.pointer(pointer), Some(&expected), "{pointer}");
        }
        assert!(article.get("moved_to").is_none());
    })
    .await;
}

#[tokio::test]
async fn a_missing_language_is_the_nearest_one() {
    on_each_database(async |client| {
        for (name, path, used, title) in [
            ("asked", "late-parcel?locale=sv", "sv", "Ett försenat paket"),
            ("region", "late-parcel?locale=sv-FI", "sv", "Ett försenat paket"),
            ("not_translated", "only-english?locale=sv", "en", "Account closing"),
            ("not_in_the_usual_language", "only-swedish?locale=en", "sv", "Betala med faktura"),
            ("unknown", "late-parcel?locale=zz", "en", "A late parcel"),
            ("no_language", "late-parcel?locale=%F0%9F%99%82", "en", "A late parcel"),
            ("absent", "late-parcel", "en", "A late parcel"),
        ] {
            let answer = client.get(&format!("/api/v1/help/articles/{path}")).await;
            let article = answer.json();
            assert_eq!(
                (article["locale_used"].as_str(), article["title"].as_str()),
                (Some(used), Some(title)),
                "{name}"
            );
            assert_eq!(answer.header("content-language"), used, "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn links_of_another_language_stay_on_the_readers() {
    on_each_database(async |client| {
        let article = client.get("/api/v1/help/articles/only-swedish?locale=en").await.json();
        assert_eq!(article["body"][0]["children"][1]["href"], "/en/articles/refunds");
    })
    .await;
}

#[tokio::test]
async fn an_old_slug_leads_to_the_new_one() {
    on_each_database(async |client| {
        let article = client.get("/api/v1/help/articles/old-refunds").await.json();
        assert_eq!((article["moved_to"].as_str(), article["slug"].as_str()), (Some("refunds"), Some("refunds")));
    })
    .await;
}
