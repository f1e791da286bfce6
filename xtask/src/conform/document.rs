//! `docs/openapi.json`: which answers a call may have, and what is in them.

use jsonschema::Draft;
use serde_json::Value;
use ureq::http::Method;

use super::client::{Answer, Ask};
use contract::routes;

/// More of a fault than this nobody reads.
const TOLD_CHARS: usize = 240;

/// The document.
pub struct Document(Value);

impl Document {
    /// The document as it stands in the project.
    pub fn new(document: Value) -> Self {
        Self(document)
    }

    /// The calls of it: method and path below the contract's base.
    pub fn operations(&self) -> Vec<(Method, String)> {
        let mut found = Vec::new();
        for (path, item) in self.paths() {
            for name in item.as_object().into_iter().flat_map(serde_json::Map::keys) {
                if let Ok(method) = name.to_uppercase().parse() {
                    found.push((method, path.trim_start_matches(routes::BASE).to_owned()));
                }
            }
        }
        found
    }

    /// The call that an address belongs to, as `GET /orders/{id}`; `None` for what is no call of the contract.
    pub fn name(&self, ask: &Ask) -> Option<String> {
        let (template, _) = self.operation(ask)?;
        Some(format!("{} {}", ask.method, template.trim_start_matches(routes::BASE)))
    }

    /// What of an answer is not as the document has it.
    pub fn fault(&self, ask: &Ask, answer: &Answer) -> Option<String> {
        if answer.status == 0 {
            return Some(answer.told());
        }
        let (_, operation) = self.operation(ask)?;
        let Some(response) = operation.pointer(&format!("/responses/{}", answer.status)) else {
            return Some(format!("{}, which the document does not have for this call", answer.told()));
        };
        let Some(content) = response.get("content").and_then(Value::as_object) else {
            return (!answer.body.is_empty())
                .then(|| format!("{} comes with a body, and the document has none", answer.status));
        };
        let kind = answer.header("content-type").split(';').next().unwrap_or_default().trim();
        let Some(media) = content.get(kind) else {
            let known = content.keys().cloned().collect::<Vec<_>>().join(" or ");
            return Some(format!("{} comes as `{kind}`, and the document says {known}", answer.status));
        };
        match kind {
            "text/event-stream" => answer.events().iter().find_map(|event| self.misfit(&media["schema"], event)),
            kind if kind.ends_with("json") => match serde_json::from_str(&answer.body) {
                Ok(value) => self.misfit(&media["schema"], &value),
                Err(error) => Some(format!("{} is no JSON: {error}", answer.status)),
            },
            _ => None,
        }
    }

    /// What of a value does not fit a schema.
    fn misfit(&self, schema: &Value, value: &Value) -> Option<String> {
        let mut whole = schema.clone();
        whole["components"] = self.0["components"].clone();
        let validator = match jsonschema::options().with_draft(Draft::Draft202012).build(&whole) {
            Ok(validator) => validator,
            Err(error) => return Some(format!("the document itself is wrong: {error}")),
        };
        let found = validator.iter_errors(value).next()?;
        let told: String = format!("`{}`: {found}", found.instance_path()).chars().take(TOLD_CHARS).collect();
        Some(told)
    }

    fn operation(&self, ask: &Ask) -> Option<(&str, &Value)> {
        let path = ask.path.split('?').next().unwrap_or_default();
        let fits = |template: &str| {
            let template = template.strip_prefix(routes::BASE).unwrap_or(template);
            let (asked, known): (Vec<_>, Vec<_>) = (path.split('/').collect(), template.split('/').collect());
            asked.len() == known.len()
                && asked.iter().zip(known).all(|(one, other)| other.starts_with('{') || *one == other)
        };
        let (template, item) = self.paths().find(|(template, _)| fits(template))?;
        Some((template, item.get(ask.method.as_str().to_lowercase())?))
    }

    fn paths(&self) -> impl Iterator<Item = (&str, &Value)> {
        let paths = self.0.get("paths").and_then(Value::as_object);
        paths.into_iter().flatten().map(|(path, item)| (path.as_str(), item))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// A document with these calls and no schemas, for tests.
    fn with_paths(paths: &[&str]) -> Document {
        let items = paths.iter().map(|path| ((*path).to_owned(), json!({"get": {"responses": {"200": {}}}})));
        Document::new(json!({"paths": items.collect::<serde_json::Map<_, _>>()}))
    }

    #[test]
    fn addresses_belong_to_the_call_that_says_most_about_them() {
        let document = with_paths(&["/api/v1/callbacks/slots", "/api/v1/callbacks/{id}", "/healthz"]);
        for (row, path, expected) in [
            ("word", "/callbacks/slots?language=en", Some("GET /callbacks/slots")),
            ("parameter", "/callbacks/1", Some("GET /callbacks/{id}")),
            ("longer", "/callbacks/1/2", None),
            ("of the process", "/healthz", Some("GET /healthz")),
        ] {
            assert_eq!(document.name(&Ask::get(path)).as_deref(), expected, "{row}");
        }
    }
}
