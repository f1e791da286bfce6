//! What can be used at a moment, out of everything that decides it: no database, no clock.

use std::collections::BTreeSet;

use contract::{Availability, ContactMethod, Interval, MethodAvailability, MethodStatus, UnavailableReason};
use jiff::civil::Date;
use time::OffsetDateTime;

use super::{
    hours::{DAY_S, For, Hours, Span, Week},
    seller::Seller,
    slots::{self, Taken},
    spoken::{FALLBACK, email, is_spoken, spoken},
    waits,
};

/// Seconds until it has to be asked again at the latest.
const VALID_S: i64 = 60;
/// Seconds ahead for which hours are told.
const AHEAD_S: i64 = 7 * DAY_S;

/// Who asks about what. Absent words are empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    pub topic: &'a str,
    /// BCP 47.
    pub language: &'a str,
    /// ISO 3166-1 alpha-2.
    pub country: &'a str,
    /// Whether something is not allowed to the account.
    pub is_restricted: bool,
    /// The seller of the order that a buyer asks about.
    pub seller: Option<Seller>,
}

/// The team and its methods.
#[derive(Clone, Debug)]
pub struct Team {
    /// IANA name.
    pub timezone: String,
    /// The first is for people whose own is not spoken.
    pub email_languages: Vec<String>,
    /// Seconds.
    pub email_reply_s: u64,
    /// The most suitable first.
    pub staffed: Vec<Staffed>,
    /// Topics with which nobody is sent to the seller.
    pub safety_topics: Vec<String>,
}

/// A method that people of the team have to be there for.
#[derive(Clone, Debug)]
pub struct Staffed {
    pub method: ContactMethod,
    /// Not closed for maintenance.
    pub is_on: bool,
    pub languages: Vec<String>,
    pub unsupported_topics: Vec<String>,
    pub written_topics: Vec<String>,
    pub unsupported_countries: Vec<String>,
    pub hours: Vec<Hours>,
    pub holidays: BTreeSet<Date>,
    pub presence: Vec<Presence>,
    /// How many wait.
    pub queue: u32,
    pub long_from: u32,
    pub full_from: u32,
    /// Seconds that the last ones waited.
    pub waits: Vec<u64>,
    /// Call backs for the same slot.
    pub places: i64,
    pub taken: Taken,
}

/// Somebody who is there.
#[derive(Clone, Debug)]
pub struct Presence {
    pub languages: Vec<String>,
    /// Seconds since 1970.
    pub until: i64,
}

/// What can be used, and when that may change by itself.
#[derive(Clone, Debug)]
struct Decided {
    status: MethodStatus,
    reason: Option<UnavailableReason>,
    opens_at: Option<i64>,
    closes_at: Option<i64>,
    changes_at: Option<i64>,
}

/// What can be used at `now`, in seconds since 1970.
#[must_use]
pub fn decide(team: &Team, asked: Asked<'_>, now: i64) -> Availability {
    let mut changes_at = now + VALID_S;
    let (mut recommended, mut methods) = (Vec::new(), Vec::new());
    // It needs an order and no team, and solves most things soonest.
    if let Some(seller) = asked.seller {
        let is_safety = team.safety_topics.iter().any(|topic| topic == asked.topic);
        changes_at = seller.changes_at(now).map_or(changes_at, |change| changes_at.min(change));
        recommended.extend(seller.is_recommended(is_safety, now).then_some(ContactMethod::SellerMessage));
        methods.push(seller.method(is_safety, now));
    }
    for staffed in &team.staffed {
        let (method, change) = staffed.at(team, asked, now);
        changes_at = change.map_or(changes_at, |change| changes_at.min(change));
        let is_better_written = staffed.written_topics.iter().any(|topic| topic == asked.topic);
        if can_be_chosen(&method.status) && !is_better_written {
            recommended.push(method.method.clone());
        }
        methods.push(method);
    }
    recommended.push(ContactMethod::Email);
    methods.push(email(team, asked.language));
    Availability {
        as_of: moment(now),
        valid_until: moment(changes_at),
        timezone: team.timezone.clone(),
        degraded: false,
        recommended,
        methods,
    }
}

/// Whether a status lets a method be chosen.
#[must_use]
pub fn can_be_chosen(status: &MethodStatus) -> bool {
    matches!(status, MethodStatus::Available | MethodStatus::Busy)
}

impl Staffed {
    fn at(&self, team: &Team, asked: Asked<'_>, now: i64) -> (MethodAvailability, Option<i64>) {
        let mut method = spoken(self.method.clone(), &self.languages, asked.language);
        if let Some(reason) = self.unsupported(team, asked, &method) {
            method.status = MethodStatus::Unsupported;
            method.reason = Some(reason);
            method.callback = Some(false);
            return (method, None);
        }
        let week = self.week(asked, method.language.as_deref().unwrap_or_default());
        let spans: Vec<Span> = week.around(now, now + AHEAD_S).into_iter().filter(|span| span.to > now).collect();
        let decided = self.decided(asked, &week, &spans, method.language.as_deref().unwrap_or_default(), now);
        if decided.reason == Some(UnavailableReason::QueueLong) {
            method.wait_s = waits::range(&self.waits);
            method.position = Some(self.queue + 1);
        }
        method.hours = spans.iter().map(interval).collect();
        method.status = decided.status;
        method.reason = decided.reason;
        method.opens_at = decided.opens_at.map(moment);
        method.closes_at = decided.closes_at.map(moment);
        let (can_book, turns_at) = match self.calls(asked) {
            true => slots::any(&week, &self.taken, self.places, now),
            false => (false, None),
        };
        method.callback = Some(can_book);
        (method, decided.changes_at.into_iter().chain(turns_at).min())
    }

    /// The slots in which a call back can be booked; `None` where whoever asks is not called at all.
    #[must_use]
    pub fn bookable(&self, team: &Team, asked: Asked<'_>, now: i64) -> Option<Vec<Span>> {
        let method = spoken(self.method.clone(), &self.languages, asked.language);
        let is_called = self.unsupported(team, asked, &method).is_none() && self.calls(asked);
        let week = self.week(asked, method.language.as_deref().unwrap_or_default());
        is_called.then(|| slots::free(&week, &self.taken, self.places, now))
    }

    fn calls(&self, asked: Asked<'_>) -> bool {
        self.is_on && !asked.is_restricted
    }

    /// What no time changes.
    fn unsupported(&self, team: &Team, asked: Asked<'_>, spoken: &MethodAvailability) -> Option<UnavailableReason> {
        let lists = |words: &[String], word: &str| words.iter().any(|known| known == word);
        // Whose language the team speaks by another method is not offered this one in another language unasked.
        let by_others = || {
            let others = team.staffed.iter().filter(|other| other.method != self.method).map(|other| &other.languages);
            others.chain([&team.email_languages]).any(|languages| is_spoken(languages, asked.language))
        };
        let is_foreign = spoken.language_match.as_deref() == Some(FALLBACK) && by_others();
        if lists(&self.unsupported_topics, asked.topic) {
            Some(UnavailableReason::TopicUnsupported)
        } else if lists(&self.unsupported_countries, asked.country) {
            Some(UnavailableReason::CountryUnsupported)
        } else if spoken.language.is_none() || is_foreign {
            Some(UnavailableReason::LanguageUnsupported)
        } else {
            None
        }
    }

    /// The hours that are for whoever asks, in the language that they are answered in.
    fn week(&self, asked: Asked<'_>, language: &str) -> Week<'_> {
        Week::new(&self.hours, &self.holidays, For { language, topic: asked.topic, country: asked.country })
    }

    fn decided(&self, asked: Asked<'_>, week: &Week<'_>, spans: &[Span], language: &str, now: i64) -> Decided {
        use UnavailableReason::{
            AccountRestricted, Holiday, Maintenance, NoAgentsOnline, OutsideHours, QueueFull, QueueLong,
        };
        if asked.is_restricted {
            return closed(AccountRestricted);
        }
        if !self.is_on {
            return closed(Maintenance);
        }
        let Some(running) = spans.iter().find(|span| span.holds(now)) else {
            let opens_at = week.opens_after(now);
            let is_holiday = week.is_holiday(now);
            let turns = week.next_day(now).filter(|day| week.is_holiday(*day) != is_holiday);
            let changes_at = opens_at.into_iter().chain(turns).min();
            let reason = if is_holiday { Holiday } else { OutsideHours };
            return Decided { opens_at, changes_at, ..closed(reason) };
        };
        let mine = self.presence.iter().filter(|one| one.languages.iter().any(|tag| tag == language));
        let Some(until) = mine.map(|one| one.until).filter(|until| *until > now).max() else {
            return Decided { changes_at: Some(running.to), ..closed(NoAgentsOnline) };
        };
        let changes_at = Some(running.to.min(until));
        if self.queue >= self.full_from {
            return Decided { changes_at, ..closed(QueueFull) };
        }
        let (status, reason) = if self.queue >= self.long_from {
            (MethodStatus::Busy, Some(QueueLong))
        } else {
            (MethodStatus::Available, None)
        };
        // What does not end within the days that are told has no end worth telling.
        let closes_at = Some(running.to).filter(|to| *to < now + AHEAD_S);
        Decided { status, reason, opens_at: None, closes_at, changes_at }
    }
}

fn closed(reason: UnavailableReason) -> Decided {
    let status = MethodStatus::Closed;
    Decided { status, reason: Some(reason), opens_at: None, closes_at: None, changes_at: None }
}

fn interval(span: &Span) -> Interval {
    Interval { from: moment(span.from), to: moment(span.to) }
}

/// A moment of the contract; seconds that are none are the first one.
#[must_use]
pub fn moment(seconds: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}
