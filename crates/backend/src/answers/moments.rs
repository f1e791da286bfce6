//! Moments and money as sentences say them, and as the order holds them.

use contract::Money;
use jiff::{Timestamp, tz::TimeZone};
use time::{OffsetDateTime, UtcOffset, format_description::well_known::Rfc3339};

use crate::content::order_facts::OrderFacts;

/// A value in words, and as it stands in the order.
pub struct Told {
    pub words: String,
    pub quote: String,
}

/// A moment's day where the asker is. The quote is the same moment with the offset that holds there.
pub fn day(at: OffsetDateTime, timezone: &str, facts: &OrderFacts) -> Told {
    let at = at.to_offset(offset(at, timezone));
    let month = facts.months.get(usize::from(u8::from(at.month())).saturating_sub(1)).cloned().unwrap_or_default();
    let words = facts.date.replace("{day}", &at.day().to_string()).replace("{month}", &month);
    let words = words.replace("{year}", &at.year().to_string());
    Told { words, quote: at.format(&Rfc3339).unwrap_or_default() }
}

fn offset(at: OffsetDateTime, timezone: &str) -> UtcOffset {
    let zone = TimeZone::get(timezone).ok();
    let seconds = zone.zip(Timestamp::from_second(at.unix_timestamp()).ok()).map(|(zone, at)| zone.to_offset(at));
    let seconds = seconds.map_or(0, jiff::tz::Offset::seconds);
    UtcOffset::from_whole_seconds(seconds).unwrap_or(UtcOffset::UTC)
}

/// Currencies of ISO 4217 without parts of a unit.
const WHOLE: [&str; 5] = ["CLP", "ISK", "JPY", "KRW", "VND"];

/// An amount with all its digits.
pub fn money(money: &Money, facts: &OrderFacts) -> Told {
    let sign = if money.amount_minor < 0 { "-" } else { "" };
    let minor = money.amount_minor.unsigned_abs();
    let amount = |decimal: &str| match WHOLE.contains(&money.currency.as_str()) {
        true => format!("{sign}{minor}"),
        false => format!("{sign}{}{decimal}{:02}", minor / 100, minor % 100),
    };
    let words = facts.money.replace("{amount}", &amount(&facts.decimal)).replace("{currency}", &money.currency);
    Told { words, quote: format!("{} {}", amount("."), money.currency) }
}
