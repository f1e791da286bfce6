//! What modules are called, that each introduces itself, and what no module holds.

use super::{
    tokens::{attribute, closing, is_at, outside_tests, places, tokens},
    tree::{Breach, RUST, Source, bite, hold, pick},
};

const SAYS_NOTHING: &[&str] = &["common", "helper", "helpers", "manager", "misc", "util", "utils"];
const INTRODUCTION_LINES: usize = 4;
const UNFINISHED: &[&str] = &["todo", "unimplemented", "dbg"];
const PANICS: &[&str] = &["unwrap", "expect", "unwrap_err", "expect_err", "unwrap_unchecked"];
const HIDES_A_TEST: &[&str] = &[".skip(", ".only(", ".fixme(", "test.fail("];

fn telling_name(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    if source.path.ends_with("/mod.rs") {
        breaches.push(source.breach(1, "is a mod.rs; write `foo.rs` beside the folder `foo/`"));
    }
    for part in source.path.split('/').map(|part| part.split('.').next().unwrap_or_default()) {
        if SAYS_NOTHING.contains(&part) {
            breaches.push(source.breach(1, format!("`{part}` says nothing; name the one thing the module knows")));
        }
    }
    if source.path.ends_with(".rs") {
        let tokens = tokens(&source.text);
        let named = |at: &usize| tokens.get(at + 1).is_some_and(|it| SAYS_NOTHING.contains(&it.text.as_str()));
        for at in places(&tokens, &["mod"]).into_iter().filter(named) {
            let advice = format!("`mod {}` says nothing; name the one thing the module knows", tokens[at + 1].text);
            breaches.push(source.breach(tokens[at].line, advice));
        }
    }
    breaches
}

fn introduction(source: &Source) -> Vec<Breach> {
    let lines = source.text.lines().take_while(|line| line.starts_with("//!")).count();
    match lines {
        0 => vec![source.breach(1, "does not introduce itself; begin it with `//!` and a sentence on what it is for")],
        lines if lines > INTRODUCTION_LINES => {
            let advice = format!("has an introduction of {lines} lines; say it in {INTRODUCTION_LINES} at most");
            vec![source.breach(1, advice)]
        }
        _ => Vec::new(),
    }
}

fn is_test_file(path: &str) -> bool {
    path.split('/').any(|part| part == "tests" || part == "tests.rs")
}

fn panics(source: &Source) -> Vec<Breach> {
    if is_test_file(&source.path) {
        return Vec::new();
    }
    let tokens = outside_tests(&tokens(&source.text));
    (1..tokens.len())
        .filter(|at| PANICS.contains(&tokens[*at].text.as_str()))
        .filter(|at| is_at(&tokens, at - 1, &["."]) || is_at(&tokens, at - 1, &["::"]))
        .map(|at| {
            let advice =
                format!("`{}` may panic; return the error, or say with `let … else` what goes", tokens[at].text);
            source.breach(tokens[at].line, advice)
        })
        .collect()
}

fn unfinished(source: &Source) -> Vec<Breach> {
    let tokens = tokens(&source.text);
    let mut breaches = Vec::new();
    for at in 0..tokens.len() {
        let Some(token) = tokens.get(at) else { continue };
        if UNFINISHED.contains(&token.text.as_str()) && is_at(&tokens, at + 1, &["!"]) {
            breaches.push(source.breach(token.line, format!("holds `{}!`; finish it or leave it out", token.text)));
        }
        let Some(open) = attribute(&tokens, at) else { continue };
        let inside = &tokens[open + 1..closing(&tokens, open)];
        let first = inside.first().map_or("", |token| token.text.as_str());
        let is_ignored = first == "ignore" || first == "cfg_attr" && inside.iter().any(|it| it.text == "ignore");
        if is_ignored {
            breaches.push(source.breach(token.line, "ignores a test; mend it or delete it"));
        }
    }
    breaches
}

fn hidden_tests(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (index, line) in source.text.lines().enumerate() {
        for hides in HIDES_A_TEST.iter().filter(|hides| line.contains(**hides)) {
            let advice = format!("`{hides}` hides a journey; mend it or delete it");
            breaches.push(source.breach(index + 1, advice));
        }
        let retries = line.split("retries:").nth(1).map(|rest| rest.trim_start().trim_end_matches([',', ' ']));
        if retries.is_some_and(|count| count != "0") {
            breaches.push(source.breach(index + 1, "retries a journey; find out why it fails"));
        }
    }
    breaches
}

#[test]
fn names_say_what_a_module_knows() {
    let mut sources = pick(RUST, &[".rs", ".ts", ".js", ".mjs"]);
    sources.extend(pick(&["public", "style"], &[".js", ".css"]));
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("good", "src/paths.rs", "mod encode {}", &[]),
        ("file", "src/utils.rs", "", &[1]),
        ("folder", "src/common/money.rs", "", &[1]),
        ("mod_rs", "src/pages/mod.rs", "", &[1]),
        ("inner_module", "src/paths.rs", "//! P.\nmod helpers {}", &[2]),
        ("script", "tests/e2e/helpers.ts", "", &[1]),
        ("style", "style/misc.css", "", &[1]),
    ];
    bite(telling_name, cases);
    hold(telling_name, &sources);
}

#[test]
fn each_module_introduces_itself() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("one_line", "src/a.rs", "//! What is on sale.\n\nfn a() {}", &[]),
        ("none", "src/a.rs", "/// A.\nfn a() {}", &[1]),
        ("five_lines", "src/a.rs", "//! 1\n//! 2\n//! 3\n//! 4\n//! 5\n", &[1]),
    ];
    bite(introduction, cases);
    hold(introduction, &pick(RUST, &[".rs"]));
}

#[test]
fn nothing_panics_outside_tests() {
    let mut sources = pick(&["src", "crates"], &[".rs"]);
    sources.retain(|source| source.is_in("src") || source.path.contains("/src/"));
    let in_view = "fn a() { view! { <p>{b.expect(\"x\")}</p> } }";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("handled", "src/a.rs", "fn a() { b.unwrap_or_default(); c.unwrap_or(1) }", &[]),
        ("in_tests", "src/a.rs", "#[cfg(test)]\nmod tests {\n#[test]\nfn a() { b.unwrap() } }", &[]),
        ("test_file", "crates/backend/src/store/tests.rs", "fn a() { b.unwrap() }", &[]),
        ("lint_expectation", "src/a.rs", "#[expect(unused)]\nfn a() {}", &[]),
        ("unwrap", "src/a.rs", "fn a() {\nb.unwrap() }", &[2]),
        ("in_a_macro", "src/a.rs", in_view, &[1]),
        ("as_a_path", "src/a.rs", "fn a() { b.map(Result::unwrap) }", &[1]),
        ("after_tests", "src/a.rs", "#[cfg(test)]\nmod tests {}\nfn a() { b.unwrap() }", &[3]),
    ];
    bite(panics, cases);
    hold(panics, &sources);
}

#[test]
fn nothing_is_left_unfinished() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("a_word", "src/a.rs", "// todo!() is refused\nfn todo() {}", &[]),
        ("todo", "src/a.rs", "fn a() { todo!() }", &[1]),
        ("dbg", "src/a.rs", "\nfn a() { b(dbg!(c)) }", &[2]),
        ("ignored", "tests/a.rs", "#[test]\n#[ignore]\nfn a() {}", &[2]),
        ("ignored_with_a_reason", "tests/a.rs", "#[ignore = \"slow\"]\nfn a() {}", &[1]),
        ("ignored_at_times", "tests/a.rs", "#[cfg_attr(windows, ignore)]\nfn a() {}", &[1]),
    ];
    bite(unfinished, cases);
    hold(unfinished, &pick(RUST, &[".rs"]));
}

#[test]
fn no_journey_is_hidden_or_retried() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("good", "tests/e2e/a.ts", "test('a', () => {});\nretries: 0,", &[]),
        ("skipped", "tests/e2e/a.ts", "test.skip('a', () => {});", &[1]),
        ("alone", "tests/e2e/a.ts", "test.describe.only('a', () => {});", &[1]),
        ("to_be_fixed", "tests/e2e/a.ts", "\ntest.fixme('a');", &[2]),
        ("retried", "tests/e2e/a.ts", "  retries: 2,", &[1]),
    ];
    bite(hidden_tests, cases);
    hold(hidden_tests, &pick(&["tests/e2e", "playwright.config.ts"], &[".ts", ".js", ".mjs"]));
}
