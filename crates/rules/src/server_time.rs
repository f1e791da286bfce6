//! By how much the server's clock is ahead of the device's: whoever's clock is wrong still reads true deadlines.
//! A `Date` header tells whole seconds, and an answer takes time to arrive, so each gives a span, not a number.

/// When a question was put and answered by the device's clock, and what the server's clock said in between.
/// Milliseconds since 1970; `date` has only whole seconds.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    pub asked_at: i64,
    pub answered_at: i64,
    pub date: i64,
}

/// Milliseconds to add to the device's clock. What was believed before stays where the new answer leaves room for it,
/// so that a clock that is right, or was set right, does not jitter; else the middle of what is possible is taken.
#[must_use]
pub fn ahead(believed: i64, told: Told) -> i64 {
    let (low, high) = (told.date - told.answered_at, told.date + 999 - told.asked_at);
    // A device's clock that was set back in between leaves no span at all.
    if low > high || (low..=high).contains(&believed) {
        return believed;
    }
    i64::midpoint(low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    #[test]
    fn the_servers_clock_leads() {
        for (name, believed, asked_at, answered_at, date, expected) in [
            ("a_right_clock_is_left_alone", 0, 10_200, 10_300, 10_000, 0),
            ("also_where_the_second_turned_meanwhile", 0, 10_950, 11_050, 11_000, 0),
            ("also_after_a_slow_answer", 0, 10_000, 22_000, 15_000, 0),
            ("a_clock_an_hour_behind", 0, 10_200, 10_300, 10_000 + HOUR, HOUR + 249),
            ("a_clock_an_hour_fast", 0, HOUR + 10_200, HOUR + 10_300, 10_000, 250 - HOUR),
            ("what_is_known_is_kept", HOUR, 10_200, 10_300, 10_000 + HOUR, HOUR),
            ("a_clock_that_was_set_right", HOUR, 10_200, 10_300, 10_000, 249),
            ("two_seconds_are_noticed", 0, 10_000, 10_100, 13_000, 3_449),
            ("a_clock_set_back_in_between_says_nothing", 7, 50_000, 10_000, 30_000, 7),
        ] {
            assert_eq!(ahead(believed, Told { asked_at, answered_at, date }), expected, "{name}");
        }
    }
}
