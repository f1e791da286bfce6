//! *The clock*: what is left until a deadline, how full its ring is, and which deadline comes first.
//! Moments are UTC, so a day here is always 24 hours, also where a reader's clocks change.

use contract::{Deadline, DeadlineKind, Order, StationKind};
use time::OffsetDateTime;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// What is left, in the two units that say it best. Begun units are left out: nobody is promised more than there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    Days {
        days: i64,
        hours: i64,
    },
    Hours {
        hours: i64,
        minutes: i64,
    },
    /// The last minute counts as one.
    Minutes {
        minutes: i64,
    },
    /// The deadline has come.
    Over,
}

/// What is left of a deadline at `now`; at its very second it is over.
#[must_use]
pub fn left(deadline_at: OffsetDateTime, now: OffsetDateTime) -> Left {
    if now >= deadline_at {
        return Left::Over;
    }
    let seconds = (deadline_at - now).whole_seconds();
    match seconds {
        DAY.. => Left::Days { days: seconds / DAY, hours: seconds % DAY / HOUR },
        HOUR.. => Left::Hours { hours: seconds / HOUR, minutes: seconds % HOUR / MINUTE },
        _ => Left::Minutes { minutes: (seconds / MINUTE).max(1) },
    }
}

/// How full the ring is, in percent: 100 until the time starts to run, never 0 before it is over.
#[must_use]
pub fn share(start: OffsetDateTime, deadline_at: OffsetDateTime, now: OffsetDateTime) -> u8 {
    if now >= deadline_at {
        return 0;
    }
    let (whole, rest) = ((deadline_at - start).whole_seconds(), (deadline_at - now).whole_seconds());
    if rest >= whole {
        return 100;
    }
    u8::try_from(rest * 100 / whole).map_or(100, |percent| percent.clamp(1, 100))
}

/// When the time of a deadline started to run, as far as the order tells.
#[must_use]
pub fn started(order: &Order, kind: &DeadlineKind) -> OffsetDateTime {
    let shipping = order.shipping.as_ref();
    let at = |kind: &StationKind| {
        let mut stations = shipping?.stations.iter();
        stations.find(|station| station.state == *kind).and_then(|station| station.at)
    };
    let known = match kind {
        DeadlineKind::ReportProblem | DeadlineKind::Withdraw | DeadlineKind::Payout => shipping
            .and_then(|shipping| shipping.delivered_at)
            .or_else(|| at(&StationKind::Delivered))
            .or_else(|| at(&StationKind::PickedUp))
            .or_else(|| at(&StationKind::Shipped)),
        DeadlineKind::ShipBy => at(&StationKind::Paid),
        DeadlineKind::PayBy | DeadlineKind::RespondBy | DeadlineKind::Other(_) => None,
    };
    known.unwrap_or(order.placed_at)
}

/// The deadline that comes first of those that are not over.
#[must_use]
pub fn next(deadlines: &[Deadline], now: OffsetDateTime) -> Option<&Deadline> {
    deadlines.iter().filter(|deadline| deadline.at > now).min_by_key(|deadline| deadline.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::DeadlineThen;
    use time::{Duration, format_description::well_known::Rfc3339};

    fn at(second: i64) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + Duration::seconds(second)
    }

    fn utc(text: &str) -> OffsetDateTime {
        OffsetDateTime::parse(text, &Rfc3339).unwrap()
    }

    #[test]
    fn what_is_left_is_said_in_two_units() {
        for (name, seconds, expected) in [
            ("days_and_hours", 2 * DAY + 4 * HOUR, Left::Days { days: 2, hours: 4 }),
            ("a_begun_hour_is_left_out", 2 * DAY + 4 * HOUR - 1, Left::Days { days: 2, hours: 3 }),
            ("exactly_a_day", DAY, Left::Days { days: 1, hours: 0 }),
            ("a_second_less_than_a_day", DAY - 1, Left::Hours { hours: 23, minutes: 59 }),
            ("exactly_an_hour", HOUR, Left::Hours { hours: 1, minutes: 0 }),
            ("a_second_less_than_an_hour", HOUR - 1, Left::Minutes { minutes: 59 }),
            ("two_minutes", 2 * MINUTE, Left::Minutes { minutes: 2 }),
            ("the_last_minute", 59, Left::Minutes { minutes: 1 }),
            ("the_last_second", 1, Left::Minutes { minutes: 1 }),
            ("the_second_it_ends", 0, Left::Over),
            ("a_second_later", -1, Left::Over),
            ("a_year_later", -365 * DAY, Left::Over),
        ] {
            assert_eq!(left(at(1_000_000 + seconds), at(1_000_000)), expected, "{name}");
        }
        let half_a_second_before = at(10) - Duration::milliseconds(500);
        assert_eq!(left(at(10), half_a_second_before), Left::Minutes { minutes: 1 }, "half a second before");
    }

    #[test]
    fn clocks_that_change_change_nothing() {
        for (name, deadline, now, expected) in [
            // In Amsterdam 29 March 2026 has 23 hours, 25 October 2026 has 25.
            ("spring", "2026-03-29T12:00:00Z", "2026-03-28T12:00:00Z", Left::Days { days: 1, hours: 0 }),
            ("autumn", "2026-10-25T12:00:00Z", "2026-10-24T12:00:00Z", Left::Days { days: 1, hours: 0 }),
            (
                "over_the_hour_itself",
                "2026-10-25T02:00:00+01:00",
                "2026-10-25T02:00:00+02:00",
                Left::Hours { hours: 1, minutes: 0 },
            ),
        ] {
            assert_eq!(left(utc(deadline), utc(now)), expected, "{name}");
        }
    }

    #[test]
    fn the_ring_empties() {
        for (name, start, end, now, expected) in [
            ("at_the_start", 0, 1_000, 0, 100),
            ("before_the_start", 500, 1_000, 0, 100),
            ("halfway", 0, 1_000, 500, 50),
            ("nearly_over_is_not_empty", 0, 1_000, 999, 1),
            ("over", 0, 1_000, 1_000, 0),
            ("long_over", 0, 1_000, 5_000, 0),
            ("starts_when_it_ends", 1_000, 1_000, 0, 100),
            ("starts_after_it_ends", 2_000, 1_000, 0, 100),
        ] {
            assert_eq!(share(at(start), at(end), at(now)), expected, "{name}");
        }
    }

    #[test]
    fn the_next_deadline_is_the_first_that_is_not_over() {
        let deadline = |second| Deadline {
            kind: DeadlineKind::PayBy,
            since: None,
            at: at(second),
            then: DeadlineThen::OrderCancelled,
        };
        for (name, seconds, now, expected) in [
            ("none", &[][..], 0, None),
            ("the_earlier", &[30, 20][..], 10, Some(20)),
            ("one_is_over", &[30, 20][..], 20, Some(30)),
            ("all_are_over", &[30, 20][..], 30, None),
        ] {
            let deadlines: Vec<Deadline> = seconds.iter().copied().map(deadline).collect();
            assert_eq!(next(&deadlines, at(now)).map(|deadline| deadline.at), expected.map(at), "{name}");
        }
    }
}
