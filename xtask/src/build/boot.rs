//! `boot.js` with the addresses of this build and the templates it lets through.

use std::path::Path;

use serde_json::{Value, json};

use super::strip;
use crate::failure::Failure;

/// The script with the addresses of each part and the templates; `file` is named where one has no place.
pub fn script(source: &str, parts: &Value, templates: &[String], file: &Path) -> Result<String, Failure> {
    let mut text = strip::script(source);
    for (marker, value) in [("__SVAR_PARTS__", parts.clone()), ("__SVAR_TEMPLATES__", json!(templates))] {
        if !text.contains(marker) {
            return Err(Failure::Marker { file: file.into(), marker });
        }
        text = text.replacen(marker, &value.to_string(), 1);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_written_as_json() {
        let source = "// why\nconst a = __SVAR_PARTS__;\nconst c = __SVAR_TEMPLATES__;\n";
        let parts = json!({"reading": {"words": {"en": "/words-en-1.ftl"}}});
        let templates = ["<p title=\"a\">b</p>".to_owned()];
        let expected = "const a = {\"reading\":{\"words\":{\"en\":\"/words-en-1.ftl\"}}};\nconst c = [\"<p title=\\\"a\\\">b</p>\"];\n";
        assert_eq!(script(source, &parts, &templates, Path::new("boot.js")).expect("a script"), expected);
    }

    #[test]
    fn a_fact_without_a_place_is_named() {
        let failure = script("__SVAR_PARTS__", &Value::Null, &[], Path::new("boot.js")).expect_err("a failure");
        assert_eq!(failure.to_string(), "boot.js lacks __SVAR_TEMPLATES__");
    }
}
