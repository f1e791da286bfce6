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

/// An amount with all its digits.
pub fn money(money: &Money, facts: &OrderFacts) -> Told {
    let amount = rules::money::amount(money);
    let words = facts.money.replace("{amount}", &amount.replace('.', &facts.decimal));
    Told { words: words.replace("{currency}", &money.currency), quote: format!("{amount} {}", money.currency) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn facts() -> OrderFacts {
        let months: [String; 12] = std::array::from_fn(|at| format!("month{}", at + 1));
        OrderFacts {
            date: "{day} {month} {year}".to_owned(),
            months,
            money: "{amount} {currency}".to_owned(),
            decimal: ",".to_owned(),
            field: std::collections::BTreeMap::new(),
        }
    }

    #[test]
    fn a_moment_is_told_as_the_day_it_is_where_the_asker_is() {
        for (name, moment, timezone, words, quote) in [
            ("utc", "2026-11-24T23:30:00Z", "UTC", "24 month11 2026", "2026-11-24T23:30:00Z"),
            ("east", "2026-11-24T23:30:00Z", "Europe/Stockholm", "25 month11 2026", "2026-11-25T00:30:00+01:00"),
            ("west", "2026-11-24T02:00:00Z", "America/New_York", "23 month11 2026", "2026-11-23T21:00:00-05:00"),
            ("summer", "2026-07-01T22:30:00Z", "Europe/Stockholm", "2 month7 2026", "2026-07-02T00:30:00+02:00"),
            (
                "a_year_further",
                "2026-12-31T23:00:00Z",
                "Europe/Stockholm",
                "1 month1 2027",
                "2027-01-01T00:00:00+01:00",
            ),
            ("unknown_zone", "2026-11-24T23:30:00Z", "Nowhere/Here", "24 month11 2026", "2026-11-24T23:30:00Z"),
            ("no_zone", "2026-11-24T23:30:00Z", "", "24 month11 2026", "2026-11-24T23:30:00Z"),
        ] {
            let told = day(OffsetDateTime::parse(moment, &Rfc3339).unwrap(), timezone, &facts());
            assert_eq!((told.words.as_str(), told.quote.as_str()), (words, quote), "{name}");
        }
    }

    #[test]
    fn money_is_told_with_all_its_digits() {
        for (name, amount_minor, currency, words, quote) in [
            ("euros", 419_950, "EUR", "4199,50 EUR", "4199.50 EUR"),
            ("cents", 5, "EUR", "0,05 EUR", "0.05 EUR"),
            ("yen", 1_200, "JPY", "1200 JPY", "1200 JPY"),
            ("below_nothing", -150, "SEK", "-1,50 SEK", "-1.50 SEK"),
        ] {
            let told = money(&Money { amount_minor, currency: currency.to_owned() }, &facts());
            assert_eq!((told.words.as_str(), told.quote.as_str()), (words, quote), "{name}");
        }
    }
}
