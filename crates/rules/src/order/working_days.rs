//! Days on which parcels are posted: Monday to Friday. Public holidays differ by country and are not known here.

use time::{Duration, OffsetDateTime, Weekday};

/// The same time of day, `days` working days later (UTC). From a weekend, Monday is the first.
#[must_use]
pub fn working_days_after(at: OffsetDateTime, days: u16) -> OffsetDateTime {
    let mut left = days;
    let mut reached = at;
    while left > 0 {
        let Some(next) = reached.checked_add(Duration::DAY) else { return reached };
        reached = next;
        if !matches!(reached.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    reached
}
