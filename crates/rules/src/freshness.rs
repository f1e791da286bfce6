//! When embedded data is asked for again.

use time::{Duration, OffsetDateTime};

/// A page older than this asks again once the browser is idle.
pub const REVALIDATE_AFTER: Duration = Duration::minutes(5);

/// Whether data made at `made_at` should be asked for again at `now`; a device whose clock is behind asks too.
#[must_use]
pub fn should_revalidate(made_at: OffsetDateTime, now: OffsetDateTime) -> bool {
    (now - made_at).abs() > REVALIDATE_AFTER
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::OffsetDateTime;

    fn at(second: i64) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + Duration::seconds(second)
    }

    #[test]
    fn age_decides() {
        for (name, made, now, expected) in [
            ("just_made", 1_000, 1_000, false),
            ("four_minutes_old", 1_000, 1_240, false),
            ("exactly_five_minutes_old", 1_000, 1_300, false),
            ("five_minutes_and_a_second_old", 1_000, 1_301, true),
            ("a_day_old", 1_000, 87_400, true),
            ("device_clock_a_little_behind", 1_000, 940, false),
            ("device_clock_far_behind", 10_000, 1_000, true),
        ] {
            assert_eq!(should_revalidate(at(made), at(now)), expected, "{name}");
        }
    }
}
