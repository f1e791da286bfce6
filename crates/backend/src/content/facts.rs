//! The marketplace's numbers (`facts.toml`) and how each language writes them (`languages.toml`).

use std::collections::BTreeMap;

use rules::order;
use serde::Deserialize;

use super::fault::Wrong;

/// The facts that articles name as `{{key}}`.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Facts {
    #[serde(default)]
    languages: BTreeMap<String, Vec<String>>,
    #[serde(flatten)]
    values: BTreeMap<String, Fact>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
enum Fact {
    Number(i64),
    Money(Money),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Money {
    amount_minor: i64,
    currency: String,
}

/// How one language names itself, other languages and money in running text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its name in itself, as it stands in a list of languages to choose from.
    pub name: String,
    /// The word before the last of a list.
    and: String,
    /// With `{amount}` and `{currency}`.
    money: String,
    #[serde(default)]
    currencies: BTreeMap<String, String>,
    languages: BTreeMap<String, String>,
}

/// The part of a placeholder that stands before the name of a list of languages.
const LANGUAGES: &str = "languages.";
/// Minor units in a major one: the facts know no currency without two decimals.
const MINOR: i64 = 100;

impl Facts {
    /// Every key that an article can name.
    pub fn keys(&self) -> impl Iterator<Item = String> {
        let lists = self.languages.keys().map(|key| format!("{LANGUAGES}{key}"));
        self.values.keys().cloned().chain(lists)
    }

    /// The numbers that decide what an order allows, and when.
    #[must_use]
    pub fn of_orders(&self) -> order::Facts {
        let days = |key: &str| match self.values.get(key) {
            Some(Fact::Number(number)) => u16::try_from(*number).ok(),
            _ => None,
        };
        order::Facts {
            report_problem_days: days("report_problem_days"),
            ship_working_days: days("ship_working_days"),
            cancel_business_days: days("cancel_business_days"),
            payout_delivered_day: days("payout_delivered_day"),
            payout_picked_up_days: days("payout_picked_up_days"),
            payout_shipped_days: days("payout_shipped_days"),
            withdrawal_days: days("withdrawal_days"),
        }
    }

    /// The languages that any list names, each once.
    pub fn named_languages(&self) -> Vec<String> {
        let all: std::collections::BTreeSet<&String> = self.languages.values().flatten().collect();
        all.into_iter().cloned().collect()
    }

    /// A fact as it is written in running text of a language.
    ///
    /// # Errors
    /// [`Wrong::UnknownFact`], or [`Wrong::UnknownName`] if the language has no word for it.
    pub fn written(&self, key: &str, language: &Language) -> Result<String, Wrong> {
        if let Some(list) = key.strip_prefix(LANGUAGES).and_then(|name| self.languages.get(name)) {
            return language.list(list);
        }
        match self.values.get(key) {
            Some(Fact::Number(number)) => Ok(number.to_string()),
            Some(Fact::Money(money)) => Ok(language.money(money)),
            None => Err(Wrong::UnknownFact(key.to_owned())),
        }
    }
}

impl Language {
    fn list(&self, tags: &[String]) -> Result<String, Wrong> {
        let name = |tag: &String| self.languages.get(tag).cloned().ok_or_else(|| Wrong::UnknownName(tag.clone()));
        let names = tags.iter().map(name).collect::<Result<Vec<_>, _>>()?;
        Ok(match names.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} {} {last}", others.join(", "), self.and),
            None => String::new(),
        })
    }

    fn money(&self, money: &Money) -> String {
        let (whole, rest) = (money.amount_minor / MINOR, money.amount_minor % MINOR);
        let amount = if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:02}") };
        let currency = self.currencies.get(&money.currency).unwrap_or(&money.currency);
        self.money.replace("{amount}", &amount).replace("{currency}", currency)
    }
}
