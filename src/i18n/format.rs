//! Dates, moments, money and countries in the reader's words. Two bodies: `Intl` in the browser, ICU4X where pages are
//! prerendered; a journey compares both for every date that a public page shows. Moments and money are on no public
//! page, so their second body is plain.

use contract::Money;
use time::{Date, OffsetDateTime, format_description::well_known::Rfc3339};

/// A day as a reader writes it, in UTC: "12 October 2026", "12 oktober 2026".
#[must_use]
pub fn day(date: Date) -> String {
    long_day(&formatting_locale(), date)
}

/// `YYYY-MM-DD`, for the `datetime` attribute.
#[must_use]
pub fn iso_day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// RFC 3339, for the `datetime` attribute of a moment.
#[must_use]
pub fn iso_moment(at: OffsetDateTime) -> String {
    at.format(&Rfc3339).unwrap_or_default()
}

/// The day of a moment in the visitor's time zone: "12 October 2026".
#[must_use]
pub fn day_of(at: OffsetDateTime) -> String {
    moment(at, &[("dateStyle", "long")])
}

/// A moment in the visitor's time zone: "12 October 2026 at 14:00".
#[must_use]
pub fn day_and_time(at: OffsetDateTime) -> String {
    moment(at, &[("dateStyle", "long"), ("timeStyle", "short")])
}

/// A moment of the next or the last six days, in the visitor's time zone: "Fri 14:00".
#[must_use]
pub fn weekday_and_time(at: OffsetDateTime) -> String {
    moment(at, &[("weekday", "short"), ("hour", "2-digit"), ("minute", "2-digit")])
}

/// A moment of this year, short, in the visitor's time zone: "12 Oct, 14:00".
#[must_use]
pub fn short_day_and_time(at: OffsetDateTime) -> String {
    moment(at, &[("day", "numeric"), ("month", "short"), ("hour", "2-digit"), ("minute", "2-digit")])
}

/// The time of day in the visitor's time zone: "14:00".
#[must_use]
pub fn clock_time(at: OffsetDateTime) -> String {
    moment(at, &[("hour", "2-digit"), ("minute", "2-digit")])
}

/// A day of the next weeks, in the visitor's time zone: "Friday 12 October".
#[must_use]
pub fn weekday_and_day(at: OffsetDateTime) -> String {
    moment(at, &[("weekday", "long"), ("day", "numeric"), ("month", "long")])
}

/// A moment of the next weeks, in the visitor's time zone: "Friday 12 October at 14:00".
#[must_use]
pub fn weekday_day_and_time(at: OffsetDateTime) -> String {
    let (hour, minute) = (("hour", "2-digit"), ("minute", "2-digit"));
    moment(at, &[("weekday", "long"), ("day", "numeric"), ("month", "long"), hour, minute])
}

/// A moment that was kept in RFC 3339.
#[must_use]
pub fn moment_of(text: &str) -> Option<OffsetDateTime> {
    OffsetDateTime::parse(text, &Rfc3339).ok()
}

/// As [`near`], in another time zone (an IANA name); empty where the browser does not know that zone.
#[must_use]
pub fn near_in(at: OffsetDateTime, now: OffsetDateTime, zone: &str) -> String {
    let options: &[(&str, &str)] = if (at - now).abs() < time::Duration::days(6) {
        &[("weekday", "short"), ("hour", "2-digit"), ("minute", "2-digit"), ("timeZone", zone)]
    } else {
        &[("dateStyle", "long"), ("timeStyle", "short"), ("timeZone", zone)]
    };
    if zone.is_empty() { String::new() } else { moment(at, options) }
}

/// When the visitor's day began in which a moment is, and when the next one begins.
#[cfg(not(feature = "ssr"))]
#[must_use]
pub fn day_around(at: OffsetDateTime) -> (OffsetDateTime, OffsetDateTime) {
    crate::browser::intl::day_around(at)
}

/// When the day began in which a moment is, and when the next one begins; no public page shows either.
#[cfg(feature = "ssr")]
#[must_use]
pub fn day_around(at: OffsetDateTime) -> (OffsetDateTime, OffsetDateTime) {
    let begin = at.replace_time(time::Time::MIDNIGHT);
    (begin, begin + time::Duration::DAY)
}

/// The shorter of the two that cannot be mistaken for another week's.
#[must_use]
pub fn near(at: OffsetDateTime, now: OffsetDateTime) -> String {
    if (at - now).abs() < time::Duration::days(6) { weekday_and_time(at) } else { day_and_time(at) }
}

/// An amount with its currency, in that currency's own decimals: "€12.50", "12,50 €", "JP¥1,200".
#[must_use]
pub fn money(money: &Money) -> String {
    // Where `Intl` refuses the currency, or is not there: "12.50 EUR".
    amount(money).unwrap_or_else(|| [&rules::money::amount(money), " ", &money.currency].concat())
}

/// A word of the contract that there are no words for yet, as plain as it can be: `at_the_depot` is "at the depot".
#[must_use]
pub fn plain(word: &str) -> String {
    word.replace('_', " ")
}

/// A country by its ISO 3166-1 code: "Sweden". The code itself where nobody has a name for it.
#[must_use]
pub fn country(code: &str) -> String {
    country_name(code).unwrap_or_else(|| code.to_owned())
}

/// A whole number with the reader's separators: "1,920", "1 920".
#[must_use]
pub fn number(number: usize) -> String {
    grouped(number).unwrap_or_else(|| number.to_string())
}

/// A language in the words of the page: "Swedish". Its tag where nobody has a name for it.
#[must_use]
pub fn language(tag: &str) -> String {
    language_name(tag).unwrap_or_else(|| tag.to_owned())
}

#[cfg(not(feature = "ssr"))]
fn moment(at: OffsetDateTime, options: &[(&str, &str)]) -> String {
    crate::browser::intl::moment(&formatting_locale(), at, options)
}

#[cfg(feature = "ssr")]
fn moment(at: OffsetDateTime, _options: &[(&str, &str)]) -> String {
    iso_moment(at.to_offset(time::UtcOffset::UTC))
}

#[cfg(not(feature = "ssr"))]
fn amount(money: &Money) -> Option<String> {
    crate::browser::intl::money(&formatting_locale(), money.amount_minor, &money.currency)
}

#[cfg(feature = "ssr")]
fn amount(_money: &Money) -> Option<String> {
    None
}

#[cfg(not(feature = "ssr"))]
fn country_name(code: &str) -> Option<String> {
    crate::browser::intl::country(&formatting_locale(), code)
}

#[cfg(feature = "ssr")]
fn country_name(_code: &str) -> Option<String> {
    None
}

#[cfg(not(feature = "ssr"))]
fn grouped(number: usize) -> Option<String> {
    crate::browser::intl::number(&formatting_locale(), number)
}

#[cfg(feature = "ssr")]
fn grouped(_number: usize) -> Option<String> {
    None
}

#[cfg(not(feature = "ssr"))]
fn language_name(tag: &str) -> Option<String> {
    crate::browser::intl::language(&formatting_locale(), tag)
}

#[cfg(feature = "ssr")]
fn language_name(_tag: &str) -> Option<String> {
    None
}

/// The marketplace is European: English without a region writes dates as Britain does.
fn formatting_locale() -> String {
    let locale = super::locale();
    if locale == "en" { "en-GB".to_owned() } else { locale }
}

#[cfg(not(feature = "ssr"))]
fn long_day(locale: &str, date: Date) -> String {
    crate::browser::intl::long_day(locale, date)
}

#[cfg(feature = "ssr")]
fn long_day(locale: &str, date: Date) -> String {
    use icu::{
        calendar::Gregorian,
        datetime::{DateTimeFormatter, fieldsets::YMD},
        locale::Locale,
    };
    let written = || {
        let locale: Locale = locale.parse().ok()?;
        let formatter = DateTimeFormatter::try_new(locale.into(), YMD::long()).ok()?;
        let day = icu::calendar::Date::try_new_gregorian(date.year(), u8::from(date.month()), date.day()).ok()?;
        Some(formatter.format(&day.to_calendar(Gregorian)).to_string())
    };
    // ICU4X holds every locale that has words here; should one be missing, a plain date still says the day.
    written().unwrap_or_else(|| iso_day(date))
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use time::Month;

    #[test]
    fn days_are_written_as_readers_write_them() {
        for (name, locale, month, day, expected) in [
            ("british", "en-GB", Month::October, 5, "5 October 2026"),
            ("swedish", "sv", Month::October, 5, "5 oktober 2026"),
            ("german", "de", Month::March, 1, "1. März 2026"),
            ("unknown_locale_is_plain", "no tag", Month::March, 1, "2026-03-01"),
        ] {
            let date = Date::from_calendar_date(2026, month, day).unwrap();
            assert_eq!(long_day(locale, date), expected, "{name}");
        }
    }
}
