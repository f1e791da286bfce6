//! The desk's words for the contract's, and moments as people read them.

use contract::{CaseState, Money};
use maud::{Markup, html};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

const MINUTE_S: i64 = 60;
const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 24 * HOUR_S;

/// A state.
pub fn state(state: &CaseState) -> &str {
    match state {
        CaseState::Submitted => "New",
        CaseState::UnderReview => "In review",
        CaseState::AwaitingRequester => "Waiting for the person",
        CaseState::Closed => "Closed",
        CaseState::Withdrawn => "Withdrawn",
        other => other.word(),
    }
}

/// A word of the contract as it can be read: `not_arrived` is "not arrived".
pub fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// A contact method.
pub fn method(word: &str) -> String {
    if word == "email" { "e-mail".to_owned() } else { plain(word) }
}

/// A contact method, where it stands alone.
pub fn heading(word: &str) -> String {
    let said = method(word);
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// Languages that are kept with commas between them, by name.
pub fn languages(tags: &str) -> String {
    tags.split(',').map(language).collect::<Vec<_>>().join(", ")
}

/// A language's tag as a name, where the team speaks it.
pub fn language(tag: &str) -> &str {
    match tag {
        "en" => "English",
        "es" => "Spanish",
        "it" => "Italian",
        "fr" => "French",
        "nl" => "Dutch",
        "de" => "German",
        "zh" => "Chinese",
        "pt" => "Portuguese",
        "pl" => "Polish",
        "sv" => "Swedish",
        other => other,
    }
}

/// What a shared fact is called.
pub fn fact(name: &str) -> String {
    let known = match name {
        "order.number" => "Order",
        "order.state" => "Order's state",
        "order.placed_at" => "Placed",
        "order.total" => "Total",
        "object.title" => "Object",
        "shipping.carrier" => "Carrier",
        "shipping.tracking_code" => "Tracking code",
        "shipping.station" => "Last station",
        "shipping.station_at" => "There since",
        "shipping.eta" => "Expected",
        "money.state" => "Buyer's money",
        "money.refunded" => "Went back to the buyer",
        "money.release_at" => "Goes to the seller",
        "payout.state" => "Payout",
        "payout.planned_at" => "Payout planned",
        "payout.hold_reason" => "Payout held because",
        "timezone" => "Time zone",
        "seller_reason" => "Why support and not the seller",
        other => return plain(other),
    };
    known.to_owned()
}

/// What a shared fact says.
pub fn fact_value(name: &str, value: &str) -> Markup {
    if let Ok(at) = OffsetDateTime::parse(value, &Rfc3339) {
        return moment(at.unix_timestamp());
    }
    match name.rsplit('.').next() {
        Some("state" | "station" | "hold_reason" | "seller_reason") => html! { (plain(value)) },
        Some("total" | "refunded") => html! { (money(value)) },
        _ => html! { (value) },
    }
}

/// An amount in the smallest unit with its currency, as people write it.
fn money(value: &str) -> String {
    let Some((amount, currency)) = value.split_once(' ') else { return value.to_owned() };
    let money = Money { amount_minor: amount.parse().unwrap_or_default(), currency: currency.to_owned() };
    format!("{currency} {}", rules::money::amount(&money))
}

/// A moment, for people and for programs.
pub fn moment(seconds: i64) -> Markup {
    let at = OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let month: String = at.month().to_string().chars().take(3).collect();
    let shown = format!("{} {month} {}, {:02}:{:02} UTC", at.day(), at.year(), at.hour(), at.minute());
    html! { time datetime=(at.format(&Rfc3339).unwrap_or_default()) { (shown) } }
}

/// How long something lasts, in the largest unit that says enough.
pub fn duration(seconds: i64) -> String {
    let units = [(DAY_S, "day"), (HOUR_S, "hour"), (MINUTE_S, "minute")];
    let Some((length, unit)) = units.into_iter().find(|(length, _)| seconds >= *length) else {
        return "less than a minute".to_owned();
    };
    let count = seconds / length;
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::{duration, fact_value, moment, money};

    #[test]
    fn durations_are_read_at_a_glance() {
        for (name, seconds, expected) in [
            ("at_once", 0, "less than a minute"),
            ("ahead_of_us", -5, "less than a minute"),
            ("a_minute", 60, "1 minute"),
            ("just_under_an_hour", 3_599, "59 minutes"),
            ("an_hour", 3_600, "1 hour"),
            ("just_under_a_day", 86_399, "23 hours"),
            ("days", 200_000, "2 days"),
        ] {
            assert_eq!(duration(seconds), expected, "{name}");
        }
    }

    #[test]
    fn money_has_the_places_of_its_currency() {
        for (name, value, expected) in [
            ("cents", "12050 EUR", "EUR 120.50"),
            ("a_few_cents", "5 SEK", "SEK 0.05"),
            ("whole_yen", "12050 JPY", "JPY 12050"),
            ("unreadable", "12050", "12050"),
        ] {
            assert_eq!(money(value), expected, "{name}");
        }
    }

    #[test]
    fn moments_are_for_people_and_programs() {
        let expected = "<time datetime=\"2026-11-22T12:05:00Z\">22 Nov 2026, 12:05 UTC</time>";
        assert_eq!(moment(1_795_349_100).into_string(), expected);
        assert_eq!(fact_value("shipping.eta", "2026-11-22T12:05:00Z").into_string(), expected);
        assert_eq!(fact_value("order.state", "held_at_customs").into_string(), "held at customs");
        assert_eq!(fact_value("object.title", "A_<b>").into_string(), "A_&lt;b&gt;");
    }
}
