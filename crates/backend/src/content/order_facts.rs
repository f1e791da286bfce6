//! What answers say of an order: a sentence for each field that may be asked for, from `order_facts/<lang>.toml`.
//! The folder is optional; if it is there, every language has every key.

use std::collections::BTreeMap;

use contract::{DeadlineKind, DeadlineThen, LocaleName, MoneyState, OrderState, PayoutState, StationKind};
use serde::Deserialize;

use super::{fault::Wrong, files::Reading};

/// The sentences of one language.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrderFacts {
    /// With `{day}`, `{month}` and `{year}`.
    pub date: String,
    pub months: [String; 12],
    /// With `{amount}` and `{currency}`.
    pub money: String,
    /// The sign before the parts of a unit.
    pub decimal: String,
    /// By the field's place in the order: `shipping.eta`.
    pub field: BTreeMap<String, Field>,
}

/// What is said of a field.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name, as it stands above a source.
    pub name: String,
    /// Words that ask for it; of a phrase all have to be there.
    #[serde(default)]
    pub ask: Vec<String>,
    /// With `{value}`.
    pub sentence: Option<String>,
    /// The same for a moment that is over.
    pub past: Option<String>,
    /// A sentence for each word that the field may hold.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
}

/// The folder of the files.
const FOLDER: &str = "order_facts";

/// The fields that hold a moment, and are told otherwise once it is over.
pub const MOMENTS: [&str; 3] = ["shipping.eta", "money.release_at", "payout.planned_at"];
/// The fields whose value is told as it is.
const VALUES: [&str; 6] =
    ["placed_at", "total", "shipping.carrier", "shipping.tracking_code", "shipping.delivered_at", "payout.net"];
/// Why a payout may be held; a backend may know more, of which nothing is said.
const HOLD_REASONS: &[&str] = &["case_open", "tracking_silent", "account_restricted"];

/// The fields that hold a word, with the words they may hold.
fn worded() -> [(&'static str, &'static [&'static str]); 7] {
    [
        ("state", OrderState::KNOWN),
        ("shipping.stations", StationKind::KNOWN),
        ("money.state", MoneyState::KNOWN),
        ("payout.state", PayoutState::KNOWN),
        ("payout.hold_reason", HOLD_REASONS),
        ("counterparty.professional", &["true", "false"]),
        ("deadlines.then", DeadlineThen::KNOWN),
    ]
}

/// Reads the file of each language.
pub fn read(reading: &mut Reading<'_>, locales: &[LocaleName]) -> BTreeMap<String, OrderFacts> {
    let mut all = BTreeMap::new();
    if !reading.path(FOLDER).exists() {
        return all;
    }
    for locale in locales {
        let name = format!("{FOLDER}/{}.toml", locale.tag);
        let Some(facts) = reading.toml::<OrderFacts>(&name) else { continue };
        for wrong in facts.faults() {
            reading.wrong(reading.path(&name), 1, wrong);
        }
        all.insert(locale.tag.clone(), facts);
    }
    all
}

impl OrderFacts {
    fn faults(&self) -> Vec<Wrong> {
        let deadlines = DeadlineKind::KNOWN.iter().map(|kind| format!("deadlines.{kind}"));
        let moments: Vec<String> = MOMENTS.iter().map(ToString::to_string).chain(deadlines).collect();
        let mut missing = Vec::new();
        let mut known: Vec<&str> = moments.iter().map(String::as_str).collect();
        known.extend(VALUES);
        for key in &known {
            let field = self.field.get(*key);
            if field.is_none_or(|field| field.sentence.is_none()) {
                missing.push(format!("field.\"{key}\".sentence"));
            }
        }
        for key in &moments {
            if self.field.get(key).is_some_and(|field| field.past.is_none()) {
                missing.push(format!("field.\"{key}\".past"));
            }
        }
        for (key, words) in worded() {
            known.push(key);
            let field = self.field.get(key);
            let absent = words.iter().filter(|word| field.is_none_or(|field| !field.words.contains_key(**word)));
            missing.extend(absent.map(|word| format!("field.\"{key}\".words.{word}")));
        }
        let unknown = self.field.keys().filter(|key| !known.contains(&key.as_str()));
        let unknown = unknown.map(|key| Wrong::UnknownField(key.clone()));
        missing.into_iter().map(Wrong::Missing).chain(unknown).collect()
    }
}
