//! Search as a reader meets it; how well it finds is measured elsewhere.

use serde_json::Value;

use super::client::{Answer, on_each_database};

#[tokio::test]
async fn articles_are_found_however_they_are_asked_for() {
    on_each_database(async |client| {
        for (name, query, expected) in [
            ("word", "q=parcel&locale=en", "late-parcel"),
            ("inflected", "q=parcels&locale=en", "late-parcel"),
            ("synonym", "q=package&locale=en", "late-parcel"),
            ("typo", "q=pracel&locale=en", "late-parcel"),
            ("half_typed", "q=refu&locale=en", "refunds"),
            ("several_words_for_one", "q=money+back&locale=en", "refunds"),
            ("keyword", "q=missing&locale=en", "late-parcel"),
            ("swedish", "q=paketet&locale=sv", "late-parcel"),
            ("swedish_without_accents", "q=aterbetalning&locale=sv", "refunds"),
            ("swedish_decomposed", "q=a%CC%8Aterbetalning&locale=sv", "refunds"),
            ("swedish_synonym", "q=f%C3%B6rs%C3%A4ndelse&locale=sv", "late-parcel"),
            ("swedish_compound", "q=paketsp%C3%A5rning&locale=sv", "late-parcel"),
            ("not_translated", "q=closing&locale=sv", "only-english"),
            ("unknown_language_is_the_usual_one", "q=parcel&locale=xx", "late-parcel"),
        ] {
            let answer = client.get(&format!("/api/v1/help/search?{query}")).await;
            assert_eq!(answer.each("/article/slug").first().map(String::as_str), Some(expected), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_hit_shows_the_words_around_it_and_their_heading() {
    on_each_database(async |client| {
        let answer = client.get("/api/v1/help/search?q=meaning+shipped&locale=en").await;
        let hit = &answer.json()["items"][0];
        assert_eq!(hit["article"]["slug"], "late-parcel");
        assert_eq!(hit["heading"]["anchor"], "where");
        assert_eq!(marked(&answer), ["Meaning", "Shipped"]);
        let shown: String =
            hit["snippet"].as_array().unwrap().iter().map(|part| part["text"].as_str().unwrap()).collect();
        assert_eq!(shown, "Station: Meaning. Shipped: It is on its way. We speak English and Swedish.");
    })
    .await;
}

fn marked(answer: &Answer) -> Vec<String> {
    let json = answer.json();
    let parts = json["items"][0]["snippet"].as_array().unwrap();
    let marked = parts.iter().filter(|part| part["mark"] == Value::Bool(true));
    marked.map(|part| part["text"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn each_search_has_a_name_of_its_own() {
    on_each_database(async |client| {
        let name = async || client.get("/api/v1/help/search?q=refund").await.json()["query_id"].clone();
        assert_ne!(name().await, name().await);
    })
    .await;
}

#[tokio::test]
async fn nothing_found_is_an_empty_list() {
    on_each_database(async |client| {
        for (name, query) in [
            ("emoji", "%F0%9F%93%A6"),
            ("right_to_left", "%D7%A9%D7%9C%D7%95%D7%9D"),
            ("only_signs", "%22%28%29%2A%3A~%5E%5C"),
            ("gibberish", "qqqqqqqq"),
        ] {
            let answer = client.get(&format!("/api/v1/help/search?q={query}")).await;
            assert_eq!(answer.each("/article/slug"), Vec::<String>::new(), "{name}");
        }
    })
    .await;
}
