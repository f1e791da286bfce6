//! Times as the demonstration tells them: `3d 4h` ago, `12b` working days ago, `+2d` ahead.

use time::{Duration, OffsetDateTime, Weekday};

use super::DemoError;

/// The moment that such words mean, in seconds since 1970.
pub fn moment(words: &str, now: OffsetDateTime) -> Result<i64, DemoError> {
    let wrong = || DemoError::Time(words.to_owned());
    let (sign, parts) = words.strip_prefix('+').map_or((-1, words), |ahead| (1, ahead));
    let mut at = now;
    for part in parts.split_whitespace() {
        let (number, unit) = part.split_at_checked(part.len() - 1).ok_or_else(wrong)?;
        let number = number.parse::<u16>().map_err(|_| wrong())?;
        at = match (unit, sign) {
            ("b", -1) => working_days_before(at, number),
            ("d", _) => at + Duration::days(i64::from(number) * sign),
            ("h", _) => at + Duration::hours(i64::from(number) * sign),
            _ => return Err(wrong()),
        };
    }
    if parts.trim().is_empty() { Err(wrong()) } else { Ok(at.unix_timestamp()) }
}

/// The moment from which that many working days have passed until `at`.
fn working_days_before(at: OffsetDateTime, days: u16) -> OffsetDateTime {
    let mut left = days;
    let mut reached = at;
    while left > 0 {
        reached -= Duration::DAY;
        if !matches!(reached.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use time::{OffsetDateTime, format_description::well_known::Rfc3339};

    use super::moment;

    #[test]
    fn times_are_told_from_now() {
        // A Sunday.
        let now = OffsetDateTime::parse("2026-11-22T12:00:00Z", &Rfc3339).unwrap();
        for (name, words, expected) in [
            ("hours", "20h", Some("2026-11-21T16:00:00Z")),
            ("days_and_hours", "3d 4h", Some("2026-11-19T08:00:00Z")),
            ("one_working_day", "1b", Some("2026-11-20T12:00:00Z")),
            ("working_days_over_weekends", "12b", Some("2026-11-05T12:00:00Z")),
            ("working_days_and_hours", "5b 2h", Some("2026-11-16T10:00:00Z")),
            ("ahead", "+2d 1h", Some("2026-11-24T13:00:00Z")),
            ("nothing", "", None),
            ("unknown_unit", "3w", None),
            ("no_number", "d", None),
            ("letter_of_two_bytes", "3å", None),
            ("working_days_ahead", "+3b", None),
        ] {
            let told = expected.map(|text| OffsetDateTime::parse(text, &Rfc3339).unwrap().unix_timestamp());
            assert_eq!(moment(words, now).ok(), told, "{name}");
        }
    }
}
