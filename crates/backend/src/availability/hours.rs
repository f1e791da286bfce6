//! When somebody is there: weekly hours as a clock on the wall shows them, in a zone, without holidays, as stretches
//! of UTC. Where clocks are changed, a time that is shown twice counts twice, and one that is skipped not at all.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

const MINUTE_S: i64 = 60;
pub(super) const DAY_S: i64 = 24 * 3_600;
/// Days that are looked at first, from the day before today: those of the next seven days in every zone.
const NEAR: std::ops::RangeInclusive<i64> = -2..=8;

/// From a second until just before another, since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub from: i64,
    pub to: i64,
}

impl Span {
    /// Whether it is within.
    #[must_use]
    pub fn holds(&self, at: i64) -> bool {
        self.from <= at && at < self.to
    }
}

/// Hours on one day of the week. An empty word is every language, topic or country.
#[derive(Clone, Debug)]
pub struct Hours {
    pub language: String,
    pub topic: String,
    pub country: String,
    pub zone: TimeZone,
    /// 1 is Monday.
    pub weekday: i64,
    /// Minutes of the day.
    pub opens: i64,
    pub closes: i64,
}

/// For whom hours are wanted.
#[derive(Clone, Copy, Debug)]
pub struct For<'a> {
    pub language: &'a str,
    pub topic: &'a str,
    pub country: &'a str,
}

/// The hours that are for somebody, and the days on which they fall away.
#[derive(Clone, Debug)]
pub struct Week<'a> {
    hours: Vec<&'a Hours>,
    holidays: &'a BTreeSet<Date>,
}

impl<'a> Week<'a> {
    /// Those of `hours` that are for somebody.
    #[must_use]
    pub fn new(hours: &'a [Hours], holidays: &'a BTreeSet<Date>, wanted: For<'_>) -> Self {
        let is = |word: &str, wanted: &str| word.is_empty() || word == wanted;
        let fits = |row: &&Hours| {
            is(&row.language, wanted.language) && is(&row.topic, wanted.topic) && is(&row.country, wanted.country)
        };
        Self { hours: hours.iter().filter(fits).collect(), holidays }
    }

    /// All of it from a day ago until `until`, joined where it touches, in order.
    #[must_use]
    pub fn around(&self, now: i64, until: i64) -> Vec<Span> {
        let cut = |span: Span| Span { from: span.from.max(now - DAY_S), to: span.to.min(until) };
        let last = (until - now) / DAY_S + 2;
        joined(self.days(now, *NEAR.start()..=last)).into_iter().map(cut).filter(|span| span.from < span.to).collect()
    }

    /// When it opens next, however far away that is; `None` where it never does.
    #[must_use]
    pub fn opens_after(&self, now: i64) -> Option<i64> {
        let first = |days| joined(self.days(now, days)).into_iter().map(|span| span.from).find(|from| *from > now);
        // Each holiday can take away one week's hours, and a change of clocks another's.
        let weeks = i64::try_from(self.holidays.len()).unwrap_or_default() + 3;
        first(NEAR).or_else(|| first(*NEAR.start()..=*NEAR.end() + 7 * weeks))
    }

    /// Whether there would be hours today, were it no holiday.
    #[must_use]
    pub fn is_holiday(&self, now: i64) -> bool {
        self.hours.iter().any(|row| {
            let today = row.today(now);
            self.holidays.contains(&today) && row.is_on(today)
        })
    }

    /// When the next day begins in one of its zones.
    #[must_use]
    pub fn next_day(&self, now: i64) -> Option<i64> {
        let begins = |row: &&Hours| {
            let tomorrow = row.today(now).tomorrow().ok()?;
            Some(tomorrow.to_zoned(row.zone.clone()).ok()?.timestamp().as_second())
        };
        self.hours.iter().filter_map(begins).min()
    }

    fn days(&self, now: i64, days: std::ops::RangeInclusive<i64>) -> Vec<Span> {
        let today = day_of(&TimeZone::UTC, now);
        let mut spans = Vec::new();
        for date in days.filter_map(|days| today.checked_add(jiff::Span::new().days(days)).ok()) {
            if !self.holidays.contains(&date) {
                spans.extend(self.hours.iter().filter(|row| row.is_on(date)).flat_map(|row| row.on(date)));
            }
        }
        spans
    }
}

impl Hours {
    fn today(&self, now: i64) -> Date {
        day_of(&self.zone, now)
    }

    fn is_on(&self, date: Date) -> bool {
        i64::from(date.weekday().to_monday_one_offset()) == self.weekday
    }

    /// The stretches of a day: one between each two changes of the clocks.
    fn on(&self, date: Date) -> Vec<Span> {
        let midnight = date.to_zoned(TimeZone::UTC).map_or(0, |zoned| zoned.timestamp().as_second());
        let (opens, closes) = (midnight + self.opens * MINUTE_S, midnight + self.closes * MINUTE_S);
        // No zone is a day away from UTC.
        let (mut since, end) = (opens - DAY_S, closes + DAY_S);
        let mut offset = i64::from(self.zone.to_offset(instant(since)).seconds());
        let mut spans = Vec::new();
        for change in self.zone.following(instant(since)) {
            let until = change.timestamp().as_second().min(end);
            spans.push(Span { from: (opens - offset).max(since), to: (closes - offset).min(until) });
            (since, offset) = (until, i64::from(change.offset().seconds()));
            if until == end {
                break;
            }
        }
        spans.push(Span { from: (opens - offset).max(since), to: (closes - offset).min(end) });
        spans.retain(|span| span.from < span.to);
        spans
    }
}

fn day_of(zone: &TimeZone, at: i64) -> Date {
    zone.to_datetime(instant(at)).date()
}

fn instant(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort();
    let mut all: Vec<Span> = Vec::new();
    for span in spans {
        match all.last_mut().filter(|last| span.from <= last.to) {
            Some(last) => last.to = last.to.max(span.to),
            None => all.push(span),
        }
    }
    all
}

#[cfg(test)]
mod tests;
