//! The rules as the contract's text says them, followed minute by minute on the clocks on the wall. Nothing here
//! calls the code under test.

mod seller;

pub use self::seller::{ANSWER_S, Seller};

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// Days of the week (1 is Monday), times of the day in minutes, and for whom; an empty word is everybody.
pub struct Row {
    pub days: &'static [i8],
    pub from: i64,
    pub to: i64,
    pub language: &'static str,
    pub topic: &'static str,
    pub country: &'static str,
}

/// Everything that decides.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub now: i64,
    pub zone: &'a TimeZone,
    pub rows: &'a [Row],
    pub holiday: Date,
    pub email: &'a [&'a str],
    pub phone: &'a [&'a str],
    pub no_topics: &'a [&'a str],
    pub written_topics: &'a [&'a str],
    pub no_countries: &'a [&'a str],
    /// Who is there: languages, and until when.
    pub present: &'a [(&'a [&'a str], i64)],
    pub is_on: bool,
    pub waiting: u32,
    pub topic: &'a str,
    pub wanted: &'a str,
    pub country: &'a str,
    pub is_restricted: bool,
    /// Seconds at which a slot begins whose places are all taken.
    pub taken: &'a [i64],
    /// The seller of the order, where its buyer asks: how they stand.
    pub seller: Option<Seller>,
}

/// From how many on the queue is long, and full.
pub const LONG: u32 = 2;
pub const FULL: u32 = 5;

/// What the telephone is.
#[derive(Debug, PartialEq, Eq)]
pub struct Phone {
    pub status: &'static str,
    pub reason: &'static str,
    pub language: Option<String>,
    pub language_match: &'static str,
    pub opens_at: Option<i64>,
    pub closes_at: Option<i64>,
    pub position: Option<u32>,
    pub hours: Vec<(i64, i64)>,
    pub callback: bool,
}

const MINUTE: i64 = 60;
const DAY: i64 = 86_400;

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap()
}

fn speaks(languages: &[&str], wanted: &str) -> bool {
    languages.iter().any(|tag| primary(tag) == primary(wanted))
}

impl Scene<'_> {
    /// The language one would be answered in on the telephone.
    fn language(&self) -> &str {
        let kin = self.phone.iter().find(|tag| primary(tag) == primary(self.wanted));
        kin.unwrap_or(&self.phone[0])
    }

    fn wall(&self, at: i64) -> DateTime {
        self.zone.to_datetime(Timestamp::from_second(at).unwrap())
    }

    fn is_for_me(&self, row: &Row) -> bool {
        (row.language.is_empty() || row.language == self.language())
            && (row.topic.is_empty() || row.topic == self.topic)
            && (row.country.is_empty() || row.country == self.country)
    }

    /// Whether the clock on the wall shows a time of some row.
    pub fn is_staffed(&self, at: i64) -> bool {
        let wall = self.wall(at);
        if wall.date() == self.holiday {
            return false;
        }
        let minute = i64::from(wall.hour()) * 60 + i64::from(wall.minute());
        let day = wall.weekday().to_monday_one_offset();
        self.rows
            .iter()
            .any(|row| self.is_for_me(row) && row.days.contains(&day) && row.from <= minute && minute < row.to)
    }

    fn is_holiday(&self, at: i64) -> bool {
        let wall = self.wall(at);
        let day = wall.weekday().to_monday_one_offset();
        let has_hours = self.rows.iter().any(|row| self.is_for_me(row) && row.days.contains(&day));
        wall.date() == self.holiday && has_hours
    }

    /// The first moment after `at` that is (not) staffed, minute by minute, before `end`.
    fn first(&self, at: i64, is_staffed: bool, end: i64) -> Option<i64> {
        let mut minute = at - at.rem_euclid(MINUTE) + MINUTE;
        while minute < end {
            if self.is_staffed(minute) == is_staffed {
                return Some(minute);
            }
            minute += MINUTE;
        }
        None
    }

    fn hours(&self) -> Vec<(i64, i64)> {
        let (mut at, end) = (self.now - DAY, self.now + 7 * DAY);
        let mut all = Vec::new();
        while at < end {
            let until = self.first(at, !self.is_staffed(at), end).unwrap_or(end);
            if self.is_staffed(at) && until > self.now {
                all.push((at, until));
            }
            at = until;
        }
        all
    }

    fn unsupported(&self) -> Option<&'static str> {
        if self.no_topics.contains(&self.topic) {
            return Some("topic_unsupported");
        }
        if self.no_countries.contains(&self.country) {
            return Some("country_unsupported");
        }
        let is_elsewhere = !speaks(self.phone, self.wanted) && speaks(self.email, self.wanted);
        (!self.wanted.is_empty() && is_elsewhere).then_some("language_unsupported")
    }

    /// Status and reason at a moment.
    fn status(&self, at: i64) -> (&'static str, &'static str) {
        if let Some(reason) = self.unsupported() {
            return ("unsupported", reason);
        }
        if self.is_restricted {
            return ("closed", "account_restricted");
        }
        if !self.is_on {
            return ("closed", "maintenance");
        }
        if !self.is_staffed(at) {
            return ("closed", if self.is_holiday(at) { "holiday" } else { "outside_hours" });
        }
        if !self.present.iter().any(|(languages, until)| languages.contains(&self.language()) && *until > at) {
            return ("closed", "no_agents_online");
        }
        match self.waiting {
            FULL.. => ("closed", "queue_full"),
            LONG.. => ("busy", "queue_long"),
            _ => ("available", ""),
        }
    }

    /// Whether a quarter of an hour can be booked at a moment: from half an hour ahead, within five days.
    fn can_book(&self, at: i64) -> bool {
        if self.unsupported().is_some() || self.is_restricted || !self.is_on {
            return false;
        }
        let first = at + 30 * MINUTE;
        let mut slot = first + (-first).rem_euclid(15 * MINUTE);
        while slot + 15 * MINUTE <= at + 5 * DAY {
            if !self.taken.contains(&slot) && (0..15).all(|minute| self.is_staffed(slot + minute * MINUTE)) {
                return true;
            }
            slot += 15 * MINUTE;
        }
        false
    }

    /// What the telephone is now.
    pub fn phone(&self) -> Phone {
        let (status, reason) = self.status(self.now);
        let is_open = matches!(status, "available" | "busy");
        let is_shut = matches!(reason, "outside_hours" | "holiday");
        let language_match = if self.wanted.is_empty() {
            ""
        } else if speaks(self.phone, self.wanted) {
            "exact"
        } else {
            "fallback"
        };
        Phone {
            status,
            reason,
            language: Some(self.language().to_owned()),
            language_match,
            opens_at: if is_shut { self.first(self.now, true, self.now + 30 * DAY) } else { None },
            closes_at: if is_open { self.first(self.now, false, self.now + 7 * DAY) } else { None },
            position: (reason == "queue_long").then_some(self.waiting + 1),
            callback: self.can_book(self.now),
            hours: if status == "unsupported" { Vec::new() } else { self.hours() },
        }
    }

    /// What comes before e-mail and what not.
    pub fn recommended(&self) -> Vec<&'static str> {
        let (status, _) = self.status(self.now);
        let is_first = matches!(status, "available" | "busy") && !self.written_topics.contains(&self.topic);
        let mut all = Vec::new();
        if self.asks_seller_first(self.now) {
            all.push("seller_message");
        }
        if is_first {
            all.push("phone");
        }
        all.push("email");
        all
    }

    /// The first second of the coming minute in which something is different, else its end.
    pub fn valid_until(&self) -> i64 {
        let all = |at: i64| (self.status(at), self.can_book(at), self.is_due(at));
        let before = all(self.now);
        let is_other = |at: &i64| all(*at) != before;
        (self.now..self.now + MINUTE).find(is_other).unwrap_or(self.now + MINUTE)
    }
}
