//! What is said of an order: every number and date of a sentence stands in the field that it rests on, in every
//! language, for every field and word; and a language without all of the words is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::BTreeSet, fs, path::Path};

use backend::{
    answers::{Answers, Question},
    content::{self, markdown::words_of, order_facts::OrderFacts},
};
use contract::{AnswerSentence, DeadlineKind, MoneyState, Order, OrderState, PayoutState, SourceKind, StationKind};
use serde_json::{Value, json};
use tempfile::TempDir;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

const ZONE: &str = "Europe/Stockholm";

fn content_folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

fn moment(text: &str) -> OffsetDateTime {
    OffsetDateTime::parse(text, &Rfc3339).unwrap()
}

/// An order that has everything an order can have; real ones have one side of it.
fn order(change: impl Fn(&mut Value)) -> Order {
    let deadline = |kind: &&str| json!({"kind": kind, "at": "2026-11-28T23:30:00Z", "then": "payment_released"});
    let money = |amount: i64| json!({"amount_minor": amount, "currency": "EUR"});
    let mut order = json!({
        "id": "a", "number": "SV-1", "role": "buyer", "state": "shipped", "placed_at": "2026-11-01T23:30:00Z",
        "objects": [], "total": money(419_950),
        "shipping": {"carrier": "DHL", "tracking_code": "JD0146", "eta": "2026-11-26T10:00:00Z",
            "stations": [{"state": "shipped", "at": "2026-11-17T10:00:00Z"}, {"state": "delivered"}]},
        "money": {"state": "held", "release_at": "2026-11-30T23:30:00Z"},
        "payout": {"gross": money(1000), "fees": money(100), "net": money(905), "state": "pending",
            "planned_at": "2026-12-01T10:00:00Z", "hold_reason": "case_open"},
        "counterparty": {"id": "b", "display_name": "B", "professional": true},
        "deadlines": DeadlineKind::KNOWN.iter().map(deadline).collect::<Vec<_>>(),
    });
    change(&mut order);
    serde_json::from_value(order).unwrap()
}

fn facts(answers: &Answers, locale: &str, words: &str, order: &Order, now: &str) -> Vec<AnswerSentence> {
    let now = moment(now);
    let question = Question { words, locale, topic: None, order: Some(order), timezone: ZONE, now };
    let all = answers.answer(&question).unwrap();
    all.into_iter().filter(|sentence| sentence.sources[0].kind == SourceKind::OrderField).collect()
}

/// Groups of digits as numbers, so that `04` is the 4 of a date.
fn numbers(text: &str) -> BTreeSet<u64> {
    let groups = text.split(|letter: char| !letter.is_ascii_digit());
    groups.filter_map(|group| group.parse().ok()).collect()
}

/// Every order that differs in one word.
fn orders() -> Vec<Order> {
    let mut all = vec![order(|_| {})];
    for (pointer, words) in [
        ("/state", OrderState::KNOWN),
        ("/money/state", MoneyState::KNOWN),
        ("/payout/state", PayoutState::KNOWN),
        ("/shipping/stations/0/state", StationKind::KNOWN),
    ] {
        all.extend(words.iter().map(|word| order(|order| *order.pointer_mut(pointer).unwrap() = json!(word))));
    }
    all.push(order(|order| order["shipping"]["delivered_at"] = json!("2026-11-20T23:30:00Z")));
    all.push(order(|order| order["counterparty"]["professional"] = json!(false)));
    all
}

#[test]
fn every_number_of_a_fact_stands_in_its_field() {
    let library = content::load(&content_folder()).unwrap();
    let answers = Answers::build(&library).unwrap();
    let mut fields = BTreeSet::new();
    for (locale, words) in &library.order_words {
        for (number, order) in orders().into_iter().enumerate() {
            // All the words of a field lead to the same sentence.
            let most = if number == 0 { usize::MAX } else { 1 };
            for now in ["2026-11-22T12:00:00Z", "2027-01-01T00:00:00Z"] {
                for phrase in words.field.values().flat_map(|field| field.ask.iter().take(most)) {
                    for AnswerSentence { nodes, sources } in facts(&answers, locale, phrase, &order, now) {
                        let said = words_of(&nodes);
                        fields.insert(sources[0].id.clone());
                        assert!(numbers(&said).is_subset(&numbers(&sources[0].quote)), "{said} {sources:?}");
                        assert!(!said.contains('{') && !sources[0].title.is_empty(), "{said}");
                    }
                }
            }
        }
    }
    let mut expected: BTreeSet<String> = library.order_words["en"].field.keys().cloned().collect();
    expected.remove("deadlines.then");
    assert_eq!(fields, expected, "every field was told");
}

/// A name, the language, the question, whether it was delivered, the moment, and what is said.
type Told = (&'static str, &'static str, &'static str, bool, &'static str, &'static str);

const TOLD: [Told; 5] = [
    ("eta", "en", "when will it arrive", false, "2026-11-22T12:00:00Z", "The parcel is expected on 26 November 2026."),
    (
        "late",
        "en",
        "when will it arrive",
        false,
        "2026-11-27T12:00:00Z",
        "The parcel was expected on 26 November 2026.",
    ),
    ("swedish", "sv", "när kommer paketet", false, "2026-11-22T12:00:00Z", "Paketet väntas den 26 november 2026."),
    (
        "zone",
        "en",
        "my parcel has not arrived",
        true,
        "2026-11-22T12:00:00Z",
        "According to the tracking, the parcel was delivered on 21 November 2026.",
    ),
    (
        "deadline_that_is_over",
        "en",
        "it is broken, is it too late to report it",
        true,
        "2026-12-24T12:00:00Z",
        "The time to report a problem with this order ended on 29 November 2026.",
    ),
];

#[test]
fn a_fact_is_told_in_the_askers_language_and_zone() {
    let answers = Answers::build(&content::load(&content_folder()).unwrap()).unwrap();
    let delivered = |order: &mut Value| order["shipping"]["delivered_at"] = json!("2026-11-20T23:30:00Z");
    for (name, locale, question, delivered_at, now, expected) in TOLD {
        let order = if delivered_at { order(delivered) } else { order(|_| {}) };
        let said: Vec<String> =
            facts(&answers, locale, question, &order, now).iter().map(|fact| words_of(&fact.nodes)).collect();
        assert!(said.iter().any(|said| said == expected), "{name}: {said:#?}");
    }
}

#[test]
fn each_station_is_told_in_words() {
    let library = content::load(&content_folder()).unwrap();
    let answers = Answers::build(&library).unwrap();
    for (locale, question) in [("en", "track my parcel"), ("sv", "spåra paketet")] {
        for word in StationKind::KNOWN {
            let order = order(|order| order["shipping"]["stations"][0]["state"] = json!(word));
            let told = facts(&answers, locale, question, &order, "2026-11-22T12:00:00Z");
            let told = told.iter().find(|fact| fact.sources[0].id == "shipping.stations").unwrap();
            let (said, quote) = (words_of(&told.nodes), &told.sources[0].quote);
            assert!(said.contains("17 november 2026") || said.contains("17 November 2026"), "{said}");
            assert!(!said.contains('_') && !said.contains(['”', '“', '"']), "the word itself is shown: {said}");
            assert_eq!(*quote, format!("{word} 2026-11-17T11:00:00+01:00"));
        }
    }
}

#[test]
fn what_the_order_does_not_hold_is_not_said() {
    let answers = Answers::build(&content::load(&content_folder()).unwrap()).unwrap();
    let bare = order(|order| {
        for key in ["shipping", "money", "payout"] {
            order.as_object_mut().unwrap().remove(key);
        }
        order["deadlines"] = json!([]);
        order["state"] = json!("a_state_of_tomorrow");
        order["counterparty"] = json!({"id": "b", "display_name": "B"});
    });
    let question = "where is my parcel, tracking number, carrier, money, payout, report, withdraw, status";
    let found = facts(&answers, "en", question, &bare, "2026-11-22T12:00:00Z");
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_language_without_all_of_the_words_is_refused() {
    let whole = fs::read_to_string(content_folder().join("order_facts/en.toml")).unwrap();
    assert!(toml::from_str::<OrderFacts>(&whole).is_ok());
    for (name, from, to, sentence) in [
        (
            "word",
            "partly_refunded = \"A part of this order",
            "x = \"A part",
            "`field.\"state\".words.partly_refunded` is",
        ),
        ("past", "past = \"The parcel was", "sentences = \"The parcel was", "This is not valid here: unknown field"),
        ("field", "[field.total]", "[field.sum]", "`field.\"total\".sentence` is missing; every language has the same"),
        ("unknown_field", "[field.total]", "[field.sum]", "There is no `sum` in an order."),
        ("month", "\"December\"", "", "This is not valid here: "),
        ("date", "date = ", "dates = ", "This is not valid here: "),
    ] {
        assert!(whole.contains(from), "{name}");
        let folder = TempDir::new().unwrap();
        copy(&content_folder(), folder.path());
        let file = folder.path().join("order_facts/en.toml");
        fs::write(&file, whole.replacen(from, to, 1)).unwrap();
        let faults = content::load(folder.path()).expect_err(name);
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        let begins = format!("{}:", file.display());
        assert!(told.iter().any(|it| it.starts_with(&begins) && it.contains(sentence)), "{name}: {told:?}");
    }
    let folder = TempDir::new().unwrap();
    copy(&content_folder(), folder.path());
    fs::remove_file(folder.path().join("order_facts/sv.toml")).unwrap();
    assert!(content::load(folder.path()).is_err(), "a language without the file");
}

#[test]
fn lines_that_lead_nowhere_are_refused() {
    for (name, line, sentence) in [
        ("article", "nothing-here: words", "There is no article `nothing-here`."),
        ("anchor", "ship-an-order#nowhere: words", "The article `ship-an-order` has no anchor `#nowhere`."),
        ("form", "ship-an-order words", "A line is `slug#anchor: words, words`, and `ship-an-order words` is not."),
        ("twice", "ship-an-order: words", "`ship-an-order` is written twice."),
    ] {
        let folder = TempDir::new().unwrap();
        copy(&content_folder(), folder.path());
        let file = folder.path().join("asked/en.txt");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("{text}{line}\n")).unwrap();
        let faults = content::load(folder.path()).expect_err(name);
        let expected = format!("{}:{}: {sentence}", file.display(), text.lines().count() + 1);
        assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), [expected], "{name}");
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
