//! An answer about an order says together where things stand, until when something can be done, and what the rules are.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use backend::{
    answers::{Answers, Question},
    content::{self, markdown::words_of},
};
use contract::{AnswerSentence, Order, SourceKind};
use serde_json::{Value, json};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

fn order(state: &str, more: &Value) -> Order {
    let money = |amount: i64| json!({"amount_minor": amount, "currency": "EUR"});
    let mut order = json!({
        "id": "a", "number": "SV-1", "role": "buyer", "state": state, "placed_at": "2026-11-10T12:00:00Z",
        "objects": [], "total": money(41_950), "counterparty": {"id": "b", "display_name": "B", "professional": true},
    });
    order.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    serde_json::from_value(order).unwrap()
}

fn on_its_way() -> Order {
    order(
        "shipped",
        &json!({
            "shipping": {"carrier": "DHL", "tracking_code": "JD0146", "eta": "2026-11-26T10:00:00Z",
                "stations": [{"state": "in_transit", "at": "2026-11-21T10:00:00Z"}]},
            "money": {"state": "held"},
            "deadlines": [{"kind": "withdraw", "at": "2026-12-10T12:00:00Z", "then": "right_ends"}],
        }),
    )
}

fn delivered() -> Order {
    order(
        "delivered",
        &json!({
            "shipping": {"carrier": "DHL", "tracking_code": "JD0146", "delivered_at": "2026-11-21T10:00:00Z",
                "stations": [{"state": "delivered", "at": "2026-11-21T10:00:00Z"}]},
            "money": {"state": "held", "release_at": "2026-11-24T10:00:00Z"},
            "deadlines": [
                {"kind": "withdraw", "at": "2026-12-05T10:00:00Z", "then": "right_ends"},
                {"kind": "report_problem", "at": "2026-11-24T10:00:00Z", "then": "payment_released"},
            ],
        }),
    )
}

fn paid() -> Order {
    order(
        "paid",
        &json!({
            "money": {"state": "held"},
            "deadlines": [{"kind": "ship_by", "at": "2026-11-25T10:00:00Z", "then": "order_late"}],
        }),
    )
}

/// A name, the order, the language, the question, a field of where it stands, and the deadline.
type Row = (&'static str, fn() -> Order, &'static str, &'static str, &'static str, &'static str);

const TOGETHER: [Row; 9] = [
    ("late", on_its_way, "en", "Where is my parcel? It is late.", "shipping.stations", "deadlines.withdraw"),
    (
        "late_in_swedish",
        on_its_way,
        "sv",
        "Var är mitt paket? Det är försenat.",
        "shipping.stations",
        "deadlines.withdraw",
    ),
    (
        "not_here",
        delivered,
        "en",
        "It says delivered but my parcel has not arrived",
        "shipping.delivered_at",
        "deadlines.report_problem",
    ),
    (
        "not_here_in_swedish",
        delivered,
        "sv",
        "Det står levererat men mitt paket har inte kommit fram",
        "shipping.delivered_at",
        "deadlines.report_problem",
    ),
    (
        "money",
        delivered,
        "en",
        "When does the seller get my money, is the payment held?",
        "money.state",
        "deadlines.report_problem",
    ),
    (
        "money_in_swedish",
        delivered,
        "sv",
        "När får säljaren mina pengar, hålls betalningen?",
        "money.state",
        "deadlines.report_problem",
    ),
    ("unshipped", paid, "en", "The seller has not shipped my order yet", "state", "deadlines.ship_by"),
    ("unshipped_in_swedish", paid, "sv", "Säljaren har inte skickat min beställning än", "state", "deadlines.ship_by"),
    ("cancel", paid, "en", "Can I cancel this order?", "state", "deadlines.ship_by"),
];

fn answered(answers: &Answers, order: &Order, locale: &str, words: &str) -> Vec<AnswerSentence> {
    let now = OffsetDateTime::parse("2026-11-22T12:00:00Z", &Rfc3339).unwrap();
    let question = Question { words, locale, topic: None, order: Some(order), timezone: "Europe/Stockholm", now };
    answers.answer(&question).unwrap()
}

fn ids(sentences: &[AnswerSentence], kind: &SourceKind) -> Vec<String> {
    let sources = sentences.iter().flat_map(|sentence| &sentence.sources);
    sources.filter(|source| source.kind == *kind).map(|source| source.id.clone()).collect()
}

#[test]
fn where_it_stands_the_deadline_and_the_rules_stand_together() {
    let library = content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap();
    let answers = Answers::build(&library).unwrap();
    let mut missing = Vec::new();
    for (name, order, locale, words, standing, deadline) in TOGETHER {
        let sentences = answered(&answers, &order(), locale, words);
        let (facts, articles) = (ids(&sentences, &SourceKind::OrderField), ids(&sentences, &SourceKind::Article));
        println!("{name}: {facts:?} {articles:?}");
        sentences.iter().for_each(|sentence| println!("    {}", words_of(&sentence.nodes)));
        assert!(sentences.len() <= 6, "{name}");
        let first = sentences.first().map(|sentence| sentence.sources[0].kind.clone());
        let has = |id: &str| facts.iter().any(|fact| fact == id);
        if !has(standing) || !has(deadline) || articles.is_empty() || first != Some(SourceKind::OrderField) {
            missing.push(name);
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn a_deadline_that_nobody_asked_for_goes_with_where_it_stands_alone() {
    let library = content::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).unwrap();
    let answers = Answers::build(&library).unwrap();
    for (name, order, words, expected) in [
        ("standing", delivered(), "where is my parcel", vec!["deadlines.report_problem"]),
        ("the_next_one", paid(), "status", vec!["deadlines.ship_by"]),
        ("total", delivered(), "what is the total", vec![]),
        ("none_ahead", order("cancelled", &json!({})), "status", vec![]),
        (
            "over",
            order(
                "paid",
                &json!({"deadlines": [{"kind": "ship_by", "at": "2026-11-21T10:00:00Z", "then": "order_late"}]}),
            ),
            "status",
            vec![],
        ),
    ] {
        let facts = ids(&answered(&answers, &order, "en", words), &SourceKind::OrderField);
        let deadlines: Vec<&String> = facts.iter().filter(|fact| fact.starts_with("deadlines.")).collect();
        assert_eq!(deadlines, expected, "{name}");
    }
}
