//! Topics: what `topics.toml` says, and the words of each in every language.

use backend::content;
use contract::{Node, OrderState};
use rules::order::Side;

use super::folder::{ARTICLE, faults, folder, write};

const TOPICS: &str = r#"[[topic]]
id = "late"
buyer = ["paid", "shipped"]
seller = ["any"]
actions = ["track"]

[[topic]]
id = "account"
general = true
"#;
const LATE: &str = r#"+++
title = "It is late"
+++

Wait {{days}} days.

## For the buyer {#buyer}

[Read on](article:other#first).

### These count {#counts}

- One

## For the seller {#seller}

Ship.
"#;
const ACCOUNT: &str = "+++\ntitle = \"Account\"\n+++\n\nWords.\n";

fn with(topics: &str, late: &str) -> tempfile::TempDir {
    let folder = folder(ARTICLE);
    for (name, text) in [("topics.toml", topics), ("en/topics/late.md", late), ("en/topics/account.md", ACCOUNT)] {
        write(folder.path(), name, text);
    }
    folder
}

#[test]
fn topics_are_read_with_advice_for_either_side() {
    let library = content::load(with(TOPICS, LATE).path()).unwrap();
    let ids: Vec<&str> = library.topics.iter().map(|topic| topic.id.as_str()).collect();
    assert_eq!(ids, ["late", "account"]);
    let late = &library.topics[0];
    assert_eq!(late.fits.buyer, [OrderState::Paid, OrderState::Shipped]);
    assert_eq!(late.fits.seller.len(), OrderState::KNOWN.len());
    let words = |side| {
        let advice: Vec<Node> = late.texts["en"].advice(side);
        content::markdown::words_of(&advice).trim().to_owned()
    };
    for (name, side, expected) in [
        ("everyone", None, "Wait 3 days."),
        ("buyer", Some(Side::Buyer), "Wait 3 days. Read on. These count One"),
        ("seller", Some(Side::Seller), "Wait 3 days. Ship."),
    ] {
        assert_eq!(words(side), expected, "{name}");
    }
}

#[test]
fn topics_with_faults_are_refused() {
    for (name, from, to, line, sentence) in [
        ("unknown_key", "general = true", "generally = true", 9, "This is not valid here: unknown field `generally`"),
        ("capital", "\"late\"", "\"Late\"", 2, "A topic has small letters and underscores only, and `Late` has more."),
        ("hyphen", "\"late\"", "\"too-late\"", 2, "A topic has small letters and underscores only"),
        ("state", "\"paid\"", "\"payed\"", 3, "There is no state `payed` of an order; `any` is all of them."),
        ("action", "\"track\"", "\"find\"", 5, "There is no action `find` of an order."),
        ("never_open", "general = true", "", 8, "The topic `account` is neither general nor open in any state"),
        ("twice", "\"account\"", "\"late\"", 8, "`late` is written twice."),
    ] {
        assert!(TOPICS.contains(from), "{name}");
        let found = faults(with(&TOPICS.replacen(from, to, 1), LATE).path());
        let expected = format!("topics.toml:{line}: {sentence}");
        assert!(found.first().is_some_and(|fault| fault.starts_with(&expected)), "{name}: {found:?}");
    }
}

#[test]
fn words_with_faults_are_refused() {
    for (name, from, to, line, sentence) in [
        ("no_head", "+++\ntitle", "title", 1, "The front matter has to stand between two lines of +++ at the top."),
        ("empty_title", "\"It is late\"", "\" \"", 2, "`title` may not be empty."),
        ("number_in_the_title", "It is late", "It is 3 days late", 2, "A number in the text comes from facts.toml"),
        ("number", "{{days}}", "3", 5, "A number in the text comes from facts.toml, as {{key}}; `3` is written out."),
        ("fact", "{{days}}", "{{hours}}", 5, "There is no fact `hours` in facts.toml."),
        ("html", "Wait", "<b>Wait</b>", 5, "Raw HTML is not allowed; Markdown is enough."),
        ("article", "article:other#first", "article:nothing", 9, "There is no article `nothing`."),
        ("anchor", "#first", "#last", 9, "The article `other` has no anchor `#last`."),
        (
            "section",
            "{#seller}",
            "{#courier}",
            15,
            "A topic has the sections {#buyer} and {#seller}, and `#courier` is neither.",
        ),
    ] {
        assert!(LATE.contains(from), "{name}");
        let found = faults(with(TOPICS, &LATE.replacen(from, to, 1)).path());
        let expected = format!("en/topics/late.md:{line}: {sentence}");
        assert!(found.first().is_some_and(|fault| fault.starts_with(&expected)), "{name}: {found:?}");
    }
}

#[test]
fn every_topic_has_words_and_all_words_have_a_topic() {
    let folder = with(TOPICS, LATE);
    std::fs::remove_file(folder.path().join("en/topics/account.md")).unwrap();
    write(folder.path(), "en/topics/early.md", ACCOUNT);
    let found = faults(folder.path());
    assert_eq!(found[0], "en/topics/early.md:1: There is no topic `early` in topics.toml.");
    assert!(found[1].starts_with("en/topics/account.md:1: The file cannot be read: "), "{found:?}");
}
