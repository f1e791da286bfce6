//! The HTML that Leptos may hand to `template.innerHTML`: found as literals in the WebAssembly's data.
//! The Trusted Types policy of the page lets these strings through and no others.

mod element;

use std::collections::BTreeSet;

use wasmparser::{Parser, Payload};

/// Every whole element in the data of a module, sorted, each once; `None` when it is no WebAssembly.
pub fn of_wasm(wasm: &[u8]) -> Option<Vec<String>> {
    let mut found = BTreeSet::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::DataSection(section) = payload.ok()? {
            for data in section {
                collect(data.ok()?.data, &mut found);
            }
        }
    }
    Some(found.into_iter().collect())
}

fn collect(data: &[u8], found: &mut BTreeSet<String>) {
    for (at, _) in data.iter().enumerate().filter(|(_, byte)| **byte == b'<') {
        let Some(length) = element::length(&data[at..]) else { continue };
        if let Ok(text) = std::str::from_utf8(&data[at..at + length])
            && !runs_something(text)
        {
            found.insert(text.to_owned());
        }
    }
}

/// Inert markup never holds these; a policy that let them through would be worth little.
fn runs_something(text: &str) -> bool {
    ["<script", "<iframe", "<object", "<embed", "<style", "<base"].iter().any(|tag| text.contains(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module whose only section is one active segment with these bytes (fewer than 100).
    fn module(data: &[u8]) -> Vec<u8> {
        let size = u8::try_from(data.len()).expect("a short text");
        let mut wasm = vec![0, b'a', b's', b'm', 1, 0, 0, 0];
        wasm.extend([5, 3, 1, 0, 1]);
        wasm.extend([11, size + 6, 1, 0, 0x41, 0, 0x0b, size]);
        wasm.extend(data);
        wasm
    }

    #[test]
    fn elements_are_found_between_other_literals() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("one element", "abc<hr>def", &["<hr>"]),
            ("two in a row", "<p>a</p><p>b</p>", &["<p>a</p>", "<p>b</p>"]),
            ("one in another", "<p><b>a</b></p>", &["<b>a</b>", "<p><b>a</b></p>"]),
            ("the same twice", "<p>a</p>x<p>a</p>", &["<p>a</p>"]),
            ("a type's name", "Option<alloc::string::String>", &[]),
            ("text that looks like a tag", "if a <b and c> d", &[]),
            ("a script", "<div><script>a()</script></div>", &[]),
            ("letters beyond ASCII", "<p>å</p>", &["<p>å</p>"]),
        ];
        for (row, data, expected) in cases {
            let found = of_wasm(&module(data.as_bytes())).expect("a module");
            assert_eq!(found, *expected, "{row}");
        }
    }

    #[test]
    fn what_is_no_module_gives_no_list() {
        assert_eq!(of_wasm(b"<p>a</p>"), None);
    }
}
