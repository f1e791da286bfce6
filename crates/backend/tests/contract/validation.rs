//! Holds answers against the document that the backend gives of itself.

use std::sync::LazyLock;

use axum::http::Method;
use jsonschema::Draft;
use serde_json::{Value, json};

use super::client::Answer;

static DOCUMENT: LazyLock<Value> =
    LazyLock::new(|| serde_json::to_value(backend::routes::openapi::document()).expect("a document"));

/// The document as JSON.
pub fn document() -> &'static Value {
    &DOCUMENT
}

/// Fails unless the document allows this answer to this request.
pub fn check(method: &Method, path: &str, answer: &Answer) {
    let said = format!("{method} {path} -> {} {}", answer.status, answer.text());
    let method = if method == Method::HEAD { &Method::GET } else { method };
    let path = path.split('?').next().unwrap();
    let Some(operation) = operation(method, path) else {
        // What is not in the document is refused.
        assert!(matches!(answer.status.as_u16(), 404 | 405), "{said}");
        conforms(&json!({"$ref": "#/components/schemas/Problem"}), &answer.json(), &said);
        return;
    };
    let response = operation.pointer(&format!("/responses/{}", answer.status.as_u16()));
    let response = response.unwrap_or_else(|| panic!("the document has no such answer: {said}"));
    let Some(content) = response.get("content").and_then(Value::as_object) else {
        assert!(answer.body.is_empty(), "{said}");
        return;
    };
    if !answer.body.is_empty() {
        let media = content.get(answer.header("content-type")).unwrap_or_else(|| panic!("another media type: {said}"));
        if answer.header("content-type") == "text/event-stream" {
            answer.events().iter().for_each(|event| conforms(&media["schema"], &event.data, &said));
            return;
        }
        let is_json = answer.header("content-type").ends_with("json");
        let value = if is_json { answer.json() } else { Value::String(answer.text()) };
        conforms(&media["schema"], &value, &said);
    }
}

fn operation(method: &Method, path: &str) -> Option<&'static Value> {
    let fits = |template: &str| {
        let (asked, known): (Vec<_>, Vec<_>) = (path.split('/').collect(), template.split('/').collect());
        asked.len() == known.len()
            && asked.iter().zip(known).all(|(one, other)| other.starts_with('{') || *one == other)
    };
    let paths = DOCUMENT["paths"].as_object().expect("paths");
    let (_, item) = paths.iter().find(|(template, _)| fits(template))?;
    item.get(method.as_str().to_lowercase())
}

/// Fails unless a value conforms to a schema of the document.
pub fn conforms(schema: &Value, value: &Value, said: &str) {
    let mut whole = schema.clone();
    whole["components"] = DOCUMENT["components"].clone();
    let validator = jsonschema::options().with_draft(Draft::Draft202012).build(&whole).expect("a schema");
    let faults: Vec<String> = validator.iter_errors(value).map(|error| error.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?} in {said}");
}
