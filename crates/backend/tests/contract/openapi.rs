//! The OpenAPI document: checked in, valid, and the whole contract.

use std::{fs, path::Path};

use contract::routes;
use serde_json::Value;

use super::{client::on_each_database, validation::document};

const HOW: &str = "run: cargo run -p backend -- openapi > docs/openapi.json";

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; {HOW}", path.display()))
}

#[tokio::test]
async fn the_document_that_is_served_is_the_one_checked_in() {
    let kept: Value = serde_json::from_str(&file("../../docs/openapi.json")).unwrap();
    assert_eq!(*document(), kept, "docs/openapi.json is of another time; {HOW}");
    on_each_database(async |client| {
        assert_eq!(client.get("/api/v1/openapi.json").await.json(), kept);
    })
    .await;
}

#[test]
fn the_document_is_openapi_3_1() {
    let schema: Value = serde_json::from_str(&file("tests/data/openapi-3.1.schema.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let faults: Vec<String> =
        validator.iter_errors(document()).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(document()["openapi"].as_str().unwrap().starts_with("3.1."));
}

#[test]
fn every_schema_of_the_document_is_a_json_schema() {
    for (name, schema) in document()["components"]["schemas"].as_object().unwrap() {
        assert!(jsonschema::meta::is_valid(schema), "{name}");
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let text = document().to_string();
    for (_, rest) in text.match_indices("\"$ref\":\"#").map(|(at, found)| (at, &text[at + found.len()..])) {
        let pointer = rest.split('"').next().unwrap();
        assert!(document().pointer(pointer).is_some(), "{pointer}");
    }
}

const OF_OBJECTS: [&str; 4] = [routes::OBJECT, routes::OBJECT_PICTURE, routes::RECENT_OBJECTS, routes::RECENT_OBJECT];

const OF_TALKS: [&str; 6] = [
    routes::CONVERSATIONS,
    routes::CONVERSATION,
    routes::READ_MARK,
    routes::ESCALATION,
    routes::MESSAGES,
    routes::MESSAGE,
];

#[test]
fn the_document_has_the_paths_of_the_contract_and_no_others() {
    let below = |path: &str| format!("{}{path}", routes::BASE);
    let mut expected = vec![
        below(routes::META),
        below(routes::CATEGORIES),
        below(routes::ARTICLES),
        below(routes::ARTICLE),
        below(routes::ARTICLE_FEEDBACK),
        below(routes::SEARCH),
        below(routes::ORDERS),
        below(routes::ORDER),
        below(routes::TOPICS),
        below(routes::SESSION),
        below(routes::SESSION_HELP),
        below(routes::SESSION_HELP_CONFIRMATION),
        below(routes::SESSION_REDIRECT),
        below(routes::SESSION_CALLBACK),
        below(routes::ME),
        below(routes::AVAILABILITY),
        below(routes::CALLBACK_SLOTS),
        below(routes::CALLBACK),
        below(routes::CASES),
        below(routes::CASE),
        below(routes::EVENTS),
        below(routes::ANSWER),
        below(routes::ANSWER_FEEDBACK),
        below(routes::OPENAPI),
        routes::HEALTHZ.to_owned(),
        routes::READYZ.to_owned(),
    ];
    expected.extend(OF_OBJECTS.map(below));
    expected.extend(OF_TALKS.map(below));
    expected.extend([routes::UPLOADS, routes::UPLOAD, routes::UPLOAD_CONTENT].map(below));
    expected.sort();
    let mut paths: Vec<String> = document()["paths"].as_object().unwrap().keys().cloned().collect();
    paths.sort();
    assert_eq!(paths, expected);
}
