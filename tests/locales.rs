//! Every language says the same things, in the same files, and says nothing that the app never shows.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "locales/calls.rs"]
mod calls;
#[path = "locales/catalogue.rs"]
mod catalogue;
#[allow(dead_code, reason = "the house rules use more of it")]
#[path = "tidy/tokens.rs"]
mod tokens;
#[allow(dead_code, reason = "the house rules use more of it")]
#[path = "tidy/tree.rs"]
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use calls::Asked;
use catalogue::Catalogue;
use tree::{Source, pick};

/// The language that the others are compared with.
const FIRST: &str = "en";

/// Names, the same in every language.
const NAMES: &[&str] = &["Svar"];

/// The files of each language, by its tag.
fn languages() -> BTreeMap<String, Vec<Source>> {
    let mut languages: BTreeMap<String, Vec<Source>> = BTreeMap::new();
    for file in pick(&["locales"], &[".ftl"]) {
        let tag = file.path.split('/').nth(1).unwrap_or_default().to_owned();
        languages.entry(tag).or_default().push(file);
    }
    languages
}

/// Each language but the first, beside the first.
fn pairs() -> Vec<(Catalogue, Catalogue)> {
    let languages = languages();
    let Some(first) = languages.get(FIRST) else { return Vec::new() };
    let others = languages.iter().filter(|(tag, _)| *tag != FIRST);
    others.map(|(_, files)| (Catalogue::read(first), Catalogue::read(files))).collect()
}

fn assert_kept(breaches: &[String]) {
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

fn files(languages: &BTreeMap<String, Vec<Source>>) -> Vec<String> {
    let all: BTreeSet<&str> = languages.values().flatten().map(Source::stem).collect();
    let has = |files: &[Source], stem: &str| files.iter().any(|file| file.stem() == stem);
    let missing = |(tag, files): (&String, &Vec<Source>)| -> Vec<String> {
        let stems = all.iter().filter(|stem| !has(files, stem));
        stems.map(|stem| format!("locales/{tag}/{stem}.ftl is missing; every language has the same files")).collect()
    };
    languages.iter().flat_map(missing).collect()
}

fn keys(first: &Catalogue, other: &Catalogue) -> Vec<String> {
    let mut breaches = Vec::new();
    for (has, lacks) in [(first, other), (other, first)] {
        for (key, message) in has.messages.iter().filter(|(key, _)| !lacks.messages.contains_key(*key)) {
            breaches.push(format!("{}: `{key}` is missing in the other language; write it there too", message.place));
        }
    }
    breaches
}

fn values(first: &Catalogue, other: &Catalogue) -> Vec<String> {
    let mut breaches = Vec::new();
    for (key, message) in &other.messages {
        let Some(original) = first.messages.get(key) else { continue };
        let place = &message.place;
        if message.variables != original.variables {
            let names = original.variables.iter().map(|name| format!("${name}")).collect::<Vec<_>>().join(", ");
            breaches.push(format!("{place}: `{key}` has other variables; use exactly these: {names}"));
        }
        if message.numbers() != original.numbers() {
            breaches.push(format!("{place}: `{key}` has other numbers than {}; say the same", original.place));
        }
        let text = message.text.trim();
        let is_same = text == original.text.trim() && text.chars().any(char::is_alphabetic) && !NAMES.contains(&text);
        if is_same {
            breaches.push(format!("{place}: `{key}` is not translated; translate it, or add the name to NAMES"));
        }
    }
    breaches
}

fn tone(catalogue: &Catalogue) -> Vec<String> {
    let mut breaches = Vec::new();
    for (key, message) in &catalogue.messages {
        if message.text.contains('!') {
            breaches.push(format!("{}: `{key}` shouts; end it with a full stop", message.place));
        }
        let words: Vec<String> = message.text.split(|it: char| !it.is_alphabetic()).map(str::to_lowercase).collect();
        if words.iter().any(|word| word == "oops" || word == "hoppsan") {
            breaches.push(format!("{}: `{key}` makes light of it; say what happened and what to do", message.place));
        }
    }
    breaches
}

fn unused(catalogue: &Catalogue, asked: &Asked) -> Vec<String> {
    let mentioned: BTreeSet<&String> = catalogue.messages.values().flat_map(|message| &message.mentions).collect();
    let unused =
        catalogue.messages.iter().filter(|(key, _)| !asked.literals.contains(*key) && !mentioned.contains(key));
    unused.map(|(key, it)| format!("{}: `{key}` is shown nowhere; show it or delete it", it.place)).collect()
}

fn unanswered(catalogue: &Catalogue, asked: &Asked) -> Vec<String> {
    let mut breaches = Vec::new();
    for call in &asked.calls {
        let (key, place) = (&call.key, &call.place);
        match catalogue.messages.get(key) {
            None => breaches.push(format!("{place}: `{key}` is no message; write it in every language")),
            Some(message) if message.variables != call.names => {
                let names = message.variables.iter().cloned().collect::<Vec<_>>().join(", ");
                breaches.push(format!("{place}: `{key}` takes other values; give exactly these: {names}"));
            }
            Some(_) => {}
        }
    }
    breaches
}

fn catalogue(ftl: &str) -> Catalogue {
    Catalogue::read(&[Source::new("locales/en/a.ftl", ftl)])
}

#[test]
fn every_language_has_the_same_files() {
    let both = BTreeMap::from([
        ("en".to_owned(), vec![Source::new("locales/en/a.ftl", ""), Source::new("locales/en/b.ftl", "")]),
        ("sv".to_owned(), vec![Source::new("locales/sv/a.ftl", "")]),
    ]);
    assert_eq!(files(&both), ["locales/sv/b.ftl is missing; every language has the same files"]);
    let languages = languages();
    assert!(languages.contains_key(FIRST) && languages.len() > 1, "locales/ needs {FIRST} and one more language");
    assert_kept(&files(&languages));
}

#[test]
fn every_file_is_fluent_and_says_nothing_twice() {
    for (name, ftl, expected) in [
        ("good", "a = b\n    .c = d\n-e = f\n", 0),
        ("no_fluent", "a = b\nc = { $d\n", 1),
        ("twice", "a = b\na = c\n", 1),
        ("attribute_twice", "a =\n    .b = c\n    .b = d\n", 1),
    ] {
        assert_eq!(catalogue(ftl).breaches.len(), expected, "{name}");
    }
    for files in languages().values() {
        assert_kept(&Catalogue::read(files).breaches);
    }
}

#[test]
fn every_language_has_the_same_messages() {
    for (name, en, sv, expected) in [
        ("translated", "a = { $n } orders\n", "a = { $n } beställningar\n", 0),
        ("a_name", "a = Svar\n", "a = Svar\n", 0),
        ("only_a_value", "a = { $n }\n", "a = { $n }\n", 0),
        ("plural_variable", "a = { $n ->\n   *[other] { $n } x\n }\n", "a = { NUMBER($n) } y\n", 0),
        ("missing", "a = b\nc = d\n", "a = e\n", 1),
        ("too_many", "a = b\n", "a = c\nd = e\n", 1),
        ("attribute_missing", "a = b\n    .c = d\n", "a = e\n", 1),
        ("other_variable", "a = b { $n }\n", "a = c { $m }\n", 1),
        ("other_number", "a = up to 200 characters\n", "a = högst 20 tecken\n", 1),
        ("untranslated", "a = Orders\n", "a = Orders\n", 1),
    ] {
        let (first, other) = (catalogue(en), catalogue(sv));
        assert_eq!(keys(&first, &other).len() + values(&first, &other).len(), expected, "{name}");
    }
    for (first, other) in pairs() {
        assert_kept(&keys(&first, &other));
        assert_kept(&values(&first, &other));
    }
}

#[test]
fn messages_are_calm() {
    for (name, ftl, expected) in [
        ("calm", "# Hurrah!\na = Sent.\n", 0),
        ("loud", "a = Sent!\n", 1),
        ("loud_attribute", "a = b\n    .c = Sent!\n", 1),
        ("silly", "a = Oops, that went wrong.\n", 1),
    ] {
        assert_eq!(tone(&catalogue(ftl)).len(), expected, "{name}");
    }
    for files in languages().values() {
        assert_kept(&tone(&Catalogue::read(files)));
    }
}

#[test]
fn every_message_is_shown_and_every_shown_message_exists() {
    for (name, ftl, source, expected) in [
        ("shown", "a-b = c\n", "fn a() { view! { <p>{t!(\"a-b\")}</p> } }", 0),
        ("chosen_first", "a-b = c\n", "fn key() -> &'static str { \"a-b\" }", 0),
        ("part_of_another", "-a = b\nc-d = { -a }\n", "fn a() { t!(\"c-d\") }", 0),
        ("attribute", "a-b =\n    .c = d\n", "fn a() { t!(\"a-b.c\") }", 0),
        ("values", "a-b = { $n } of { $m }\n", "fn a() { t!(\"a-b\", n = f(1, 2), m = 3) }", 0),
        ("only_in_tests", "", "#[test]\nfn a() { t!(\"a-b\") }", 0),
        ("shown_nowhere", "a-b = c\n", "fn a() {}", 1),
        ("shown_in_a_comment", "a-b = c\n", "/// Shows `t!(\"a-b\")`.\nfn a() {}", 1),
        ("no_message", "", "fn a() { t!(\"a-b\") }", 1),
        ("no_value", "a-b = { $n }\n", "fn a() { t!(\"a-b\") }", 1),
        ("too_many_values", "a-b = c\n", "fn a() { t!(\"a-b\", n = 1) }", 1),
    ] {
        let (catalogue, asked) = (catalogue(ftl), Asked::read(&[Source::new("src/a.rs", source)]));
        assert_eq!(unused(&catalogue, &asked).len() + unanswered(&catalogue, &asked).len(), expected, "{name}");
    }
    let asked = Asked::read(&pick(&["src"], &[".rs"]));
    for files in languages().values() {
        let catalogue = Catalogue::read(files);
        assert_kept(&unused(&catalogue, &asked));
        assert_kept(&unanswered(&catalogue, &asked));
    }
}
