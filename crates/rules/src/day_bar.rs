//! *The day bar*: the hours of one day in which a contact method is staffed, and where in that day now is. Whoever asks
//! says when their day begins and ends: no time zone is known here.

use contract::Interval;
use time::OffsetDateTime;

/// The length of a bar: positions are thousandths of the day.
pub const LENGTH: u16 = 1_000;

/// A stretch of staffed time inside the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub from: OffsetDateTime,
    pub to: OffsetDateTime,
    /// Where it begins and ends on the bar.
    pub start: u16,
    pub end: u16,
}

/// The stretches of a day from `begin` until just before `end`, the earliest first; what touches is one.
#[must_use]
pub fn stretches(hours: &[Interval], begin: OffsetDateTime, end: OffsetDateTime) -> Vec<Stretch> {
    let mut inside: Vec<(OffsetDateTime, OffsetDateTime)> = hours
        .iter()
        .map(|interval| (interval.from.max(begin), interval.to.min(end)))
        .filter(|(from, to)| from < to)
        .collect();
    inside.sort_unstable();
    let mut merged: Vec<(OffsetDateTime, OffsetDateTime)> = Vec::new();
    for (from, to) in inside {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    let at = |moment| position(moment, begin, end);
    merged.into_iter().map(|(from, to)| Stretch { from, to, start: at(from), end: at(to) }).collect()
}

/// Where a moment is on the bar of a day: its beginning is 0. A day is not always 24 hours long.
#[must_use]
pub fn position(moment: OffsetDateTime, begin: OffsetDateTime, end: OffsetDateTime) -> u16 {
    let (gone, whole) = ((moment - begin).whole_seconds(), (end - begin).whole_seconds().max(1));
    let share = (gone * i64::from(LENGTH) + whole / 2) / whole;
    u16::try_from(share.clamp(0, i64::from(LENGTH))).unwrap_or(LENGTH)
}

#[cfg(test)]
mod tests {
    use contract::Interval;
    use time::{Duration, OffsetDateTime};

    use super::{position, stretches};

    fn at(hours: i64) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + Duration::hours(hours)
    }

    #[test]
    fn hours_lie_where_they_are_in_the_day() {
        for (name, hours, day, expected) in [
            ("none", vec![], (0, 24), vec![]),
            ("working_day", vec![(6, 18)], (0, 24), vec![(250, 750)]),
            ("over_midnight_on_both_sides", vec![(-3, 6), (18, 30)], (0, 24), vec![(0, 250), (750, 1_000)]),
            ("another_day", vec![(30, 40)], (0, 24), vec![]),
            ("until_midnight_is_not_the_next_day", vec![(-6, 0)], (0, 24), vec![]),
            ("what_touches_is_one", vec![(12, 18), (6, 12)], (0, 24), vec![(250, 750)]),
            ("what_overlaps_is_one", vec![(6, 14), (8, 12), (13, 18)], (0, 24), vec![(250, 750)]),
            ("clocks_go_forward", vec![(0, 23)], (0, 23), vec![(0, 1_000)]),
            ("clocks_go_back", vec![(5, 15)], (0, 25), vec![(200, 600)]),
        ] {
            let hours: Vec<Interval> =
                hours.into_iter().map(|(from, to)| Interval { from: at(from), to: at(to) }).collect();
            let found = stretches(&hours, at(day.0), at(day.1));
            let found: Vec<_> = found.iter().map(|stretch| (stretch.start, stretch.end)).collect();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn a_stretch_keeps_its_moments() {
        let found = stretches(&[Interval { from: at(-1), to: at(3) }], at(0), at(24));
        assert_eq!((found[0].from, found[0].to), (at(0), at(3)));
    }

    #[test]
    fn now_has_its_place() {
        for (name, moment, expected) in [
            ("midnight", 0, 0),
            ("noon", 12, 500),
            ("next_midnight", 24, 1_000),
            ("before", -1, 0),
            ("after", 30, 1_000),
        ] {
            assert_eq!(position(at(moment), at(0), at(24)), expected, "{name}");
        }
    }
}
