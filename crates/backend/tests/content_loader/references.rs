//! Links and facts: what an article names has to be there.

use backend::content;

use super::folder::{ARTICLE, faults, folder};

#[test]
fn links_that_lead_nowhere_are_refused() {
    let kinds = "A link leads to `article:slug`, `page:name` or `https://…`, and";
    let http = format!("{kinds} `http://example.org/` is none of these.");
    let script = format!("{kinds} `javascript:alert()` is none of these.");
    let relative = format!("{kinds} `/en/orders` is none of these.");
    let user = format!("{kinds} `https://a@example.org/` is none of these.");
    let address = "E-mail addresses are not shown; link to a page instead.";
    for (name, to, sentence) in [
        ("article", "[x](article:nothing)", "There is no article `nothing`."),
        ("no_slug", "[x](article:No)", "There is no article `No`."),
        ("anchor", "[x](article:other#nothing)", "The article `other` has no anchor `#nothing`."),
        ("page", "[x](page:nothing)", "There is no page `nothing` to link to."),
        ("http", "[x](http://example.org/)", &http),
        ("script", "[x](javascript:alert())", &script),
        ("relative", "[x](/en/orders)", &relative),
        ("user", "[x](https://a@example.org/)", &user),
        ("mailto", "[x](mailto:a@example.org)", address),
        ("address_in_brackets", "<a@example.org>", address),
        ("address_in_text", "Write to a@example.org.", address),
    ] {
        let found = faults(folder(&ARTICLE.replace("Words.", to)).path());
        assert_eq!(found.first(), Some(&format!("en/articles/one.md:15: {sentence}")), "{name}");
    }
}

#[test]
fn numbers_that_are_written_out_are_refused() {
    let written =
        |word: &str| format!("A number in the text comes from facts.toml, as {{{{key}}}}; `{word}` is written out.");
    for (name, from, to, line, sentence) in [
        ("in_text", "Words.", "Wait 3 days.", 15, written("3")),
        ("in_a_heading", "First {#", "First 24h {#", 13, written("24h")),
        ("in_code", "Words.", "`a1`", 15, written("a1")),
        ("in_a_list", "Words.", "1. One\n2. Two 2", 16, written("2")),
        ("in_a_table", "Words.", "| A |\n| --- |\n| 9 % |", 17, written("9")),
        ("in_a_title", "\"Title\"", "\"Title 2\"", 2, written("2")),
        ("in_a_summary", "\"Summary.\"", "\"Within 3 days.\"", 3, written("3")),
        ("half", "Words.", "½ of it", 15, written("½")),
        ("unknown_fact", "Words.", "{{nothing}}", 15, "There is no fact `nothing` in facts.toml.".to_owned()),
        ("open_fact", "Words.", "{{days", 15, "A fact is written {{key}}, and this one is not closed.".to_owned()),
        (
            "nameless_language",
            "Words.",
            "{{languages.phone}}",
            15,
            "languages.toml does not say how to write `xx` in this language.".to_owned(),
        ),
    ] {
        let found = faults(folder(&ARTICLE.replacen(from, to, 1)).path());
        assert_eq!(found, [format!("en/articles/one.md:{line}: {sentence}")], "{name}");
    }
}

#[test]
fn facts_are_filled_in() {
    let library = content::load(folder(&ARTICLE.replace("Words.", "{{days}} {{ fee }}")).path()).unwrap();
    let text = content::markdown::words_of(&library.articles["one"].texts["en"].body);
    assert_eq!(text, "Opening. First 3 EUR 3.50 What to do next Orders. ");
    assert_eq!(library.unused_facts.into_iter().collect::<Vec<_>>(), ["languages.phone"]);
}
