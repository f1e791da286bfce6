//! `boot.js` with the addresses of this build and the templates it lets through.

use std::path::Path;

use serde_json::{Value, json};

use super::strip;
use crate::failure::Failure;

/// What the script has to know.
pub struct Facts<'a> {
    pub module: &'a str,
    pub wasm: &'a str,
    /// Language to address.
    pub words: &'a Value,
    pub templates: &'a [String],
}

/// The script with its facts; `file` is named where one has no place.
pub fn script(source: &str, facts: &Facts<'_>, file: &Path) -> Result<String, Failure> {
    let mut text = strip::script(source);
    let filled = [
        ("__SVAR_MODULE__", json!(facts.module)),
        ("__SVAR_WASM__", json!(facts.wasm)),
        ("__SVAR_WORDS__", facts.words.clone()),
        ("__SVAR_TEMPLATES__", json!(facts.templates)),
    ];
    for (marker, value) in filled {
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
        let source =
            "// why\nconst a = [__SVAR_MODULE__, __SVAR_WASM__];\nconst b = __SVAR_WORDS__, c = __SVAR_TEMPLATES__;\n";
        let words = json!({"en": "/words-en-1.ftl"});
        let templates = ["<p title=\"a\">b</p>".to_owned()];
        let facts = Facts { module: "/svar-1.js", wasm: "/svar-2.wasm", words: &words, templates: &templates };
        let expected = "const a = [\"/svar-1.js\", \"/svar-2.wasm\"];\nconst b = {\"en\":\"/words-en-1.ftl\"}, c = [\"<p title=\\\"a\\\">b</p>\"];\n";
        assert_eq!(script(source, &facts, Path::new("boot.js")).expect("a script"), expected);
    }

    #[test]
    fn a_fact_without_a_place_is_named() {
        let facts = Facts { module: "", wasm: "", words: &Value::Null, templates: &[] };
        let failure = script("__SVAR_MODULE__ __SVAR_WASM__", &facts, Path::new("boot.js")).expect_err("a failure");
        assert_eq!(failure.to_string(), "boot.js lacks __SVAR_WORDS__");
    }
}
