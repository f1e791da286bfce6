//! The paths that a file names, from the root of its crate: `use` trees, expressions and macros alike.

use super::tokens::{Token, closing, is_at, tokens};

/// A path from the root of `svar`, and the line it stands on.
#[derive(Debug, PartialEq, Eq)]
pub struct Use {
    pub line: usize,
    pub path: Vec<String>,
}

/// The module that a file below `src/` is: `src/pages/home.rs` is `pages`, `home`; `src/lib.rs` is the root.
pub fn module(path: &str) -> Vec<String> {
    let inner = path.trim_start_matches("src/").trim_end_matches(".rs");
    if inner == "lib" { Vec::new() } else { inner.split('/').map(str::to_owned).collect() }
}

/// Every path in `text` that starts at `crate`, `svar`, `self` or `super`.
pub fn uses(path: &str, text: &str) -> Vec<Use> {
    let tokens = tokens(text);
    let mut place = module(path);
    let mut ends = Vec::new();
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if ends.last() == Some(&at) {
            ends.pop();
            place.pop();
        }
        if is_at(&tokens, at, &["mod"]) && is_at(&tokens, at + 2, &["{"]) {
            place.push(tokens[at + 1].text.clone());
            ends.push(closing(&tokens, at + 2));
        }
        if !is_at(&tokens, at + 1, &["::"]) || at > 0 && is_at(&tokens, at - 1, &["::"]) {
            continue;
        }
        let mut base = place.clone();
        match tokens[at].text.as_str() {
            "crate" | "svar" => base.clear(),
            "self" => {}
            "super" => drop(base.pop()),
            _ => continue,
        }
        follow(&tokens, at + 2, base, &mut found);
    }
    found
}

/// Adds the path that goes on at `at`, or each of them where it branches; gives the index after it.
fn follow(tokens: &[Token], mut at: usize, mut base: Vec<String>, found: &mut Vec<Use>) -> usize {
    let line = tokens.get(at).map_or(0, |token| token.line);
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "{" => return branch(tokens, at, &base, found),
            "super" => drop(base.pop()),
            "self" => {}
            "<" => break,
            name => base.push(name.to_owned()),
        }
        at += 1;
        if !is_at(tokens, at, &["::"]) {
            break;
        }
        at += 1;
    }
    found.push(Use { line, path: base });
    at
}

fn branch(tokens: &[Token], open: usize, base: &[String], found: &mut Vec<Use>) -> usize {
    let end = closing(tokens, open);
    let mut at = open + 1;
    while at < end {
        at = follow(tokens, at, base.to_vec(), found);
        while at < end && !is_at(tokens, at, &[","]) {
            at += 1;
        }
        at += 1;
    }
    end + 1
}

#[test]
fn a_path_is_found_however_it_is_written() {
    let file = "src/pages/home.rs";
    for (name, text, expected) in [
        ("use", "use crate::api::Api;", "api.Api"),
        ("tree", "use crate::{api::{self, Api}, paths};", "api api.Api paths"),
        ("expression", "fn a() { crate::api::call::<u8>() }", "api.call"),
        ("macro", "fn a() { view! { <p>{crate::api::x()}</p> } }", "api.x"),
        ("super", "use super::article::Article;", "pages.article.Article"),
        ("super_twice", "use super::super::api;", "api"),
        ("inner_module", "mod tests { use super::*; }\nuse super::x;", "pages.home.* pages.x"),
        ("binary", "fn main() { svar::app::start() }", "app.start"),
        ("other_crate", "use rules::locale;", ""),
        ("restricted_visibility", "pub(crate) fn a() {}", ""),
    ] {
        let paths: Vec<String> = uses(file, text).iter().map(|found| found.path.join(".")).collect();
        assert_eq!(paths.join(" "), expected, "{name}");
    }
}
