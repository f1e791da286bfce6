//! Dates in the reader's words. Two bodies: `Intl` in the browser, ICU4X where pages are prerendered;
//! a journey compares both for every date that a public page shows.

use time::Date;

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
