//! What a person has begun to write: how long it is kept.

/// Seconds that a draft is kept after it was last touched: 30 days.
pub const KEPT_S: i64 = 30 * 24 * 3_600;

/// Whether a draft that was last touched at `touched` (seconds since 1970) is dropped. A device's clock that was put
/// back drops nothing.
#[must_use]
pub fn is_over(touched: i64, now: i64) -> bool {
    now.saturating_sub(touched) > KEPT_S
}

#[cfg(test)]
mod tests {
    use super::is_over;

    #[test]
    fn drafts_are_kept_for_thirty_days() {
        const DAY: i64 = 86_400;
        for (name, touched, now, expected) in [
            ("just_now", 1_000, 1_000, false),
            ("thirty_days", 0, 30 * DAY, false),
            ("a_second_more", 0, 30 * DAY + 1, true),
            ("clock_put_back", 100 * DAY, 0, false),
            ("a_broken_number", i64::MIN, i64::MAX, true),
        ] {
            assert_eq!(is_over(touched, now), expected, "{name}");
        }
    }
}
