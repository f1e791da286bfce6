//! When support can be reached besides by e-mail: `contact.toml` fills an empty database, after that the desk says.

mod seller;

use std::{collections::BTreeSet, ops::Range};

use jiff::tz::TimeZone;
use serde::Deserialize;
use toml::Spanned;

pub use self::seller::SellerEntry;
use super::{
    facts::Facts,
    fault::{Wrong, line_of},
    files::Reading,
    front_matter::read_toml,
};

/// The file.
pub const FILE: &str = "contact.toml";
/// The support team's zone, unless the file says otherwise.
const USUAL_TIMEZONE: &str = "Europe/Amsterdam";
const MINUTES_OF_HOUR: i64 = 60;
const MINUTES_OF_DAY: i64 = 24 * MINUTES_OF_HOUR;

/// How support can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The team's, IANA name.
    pub timezone: String,
    /// The telephone, if there is one.
    pub phone: Option<StaffedEntry>,
    pub holidays: Vec<HolidayEntry>,
    pub seller: SellerEntry,
}

impl Default for Contact {
    fn default() -> Self {
        Self { timezone: USUAL_TIMEZONE.to_owned(), phone: None, holidays: Vec::new(), seller: SellerEntry::default() }
    }
}

/// A method that people of the team have to be there for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffedEntry {
    /// The first is for people whose own is not spoken.
    pub languages: Vec<String>,
    pub unsupported_topics: Vec<String>,
    /// Topics that are better put in writing.
    pub written_topics: Vec<String>,
    pub unsupported_countries: Vec<String>,
    pub queue_long_from: i64,
    pub queue_full_from: i64,
    /// Call backs for the same quarter of an hour.
    pub places: i64,
    pub hours: Vec<HoursEntry>,
}

/// When it is staffed on one day of the week. An empty word is every language, topic or country.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HoursEntry {
    pub language: String,
    pub topic: String,
    pub country: String,
    pub zone: String,
    /// 1 is Monday.
    pub weekday: i64,
    /// Minutes of the day.
    pub opens: i64,
    pub closes: i64,
}

/// A day on which nobody is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayEntry {
    /// As 2026-12-25.
    pub day: String,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    timezone: Spanned<String>,
    phone: Option<Staffed>,
    #[serde(default)]
    holiday: Vec<Holiday>,
    #[serde(default)]
    seller: SellerEntry,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Staffed {
    languages: Spanned<String>,
    #[serde(default)]
    unsupported_topics: Vec<String>,
    #[serde(default)]
    written_topics: Vec<String>,
    #[serde(default)]
    unsupported_countries: Vec<String>,
    queue_long_from: Spanned<i64>,
    queue_full_from: i64,
    places: i64,
    #[serde(default)]
    hours: Vec<Hours>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hours {
    #[serde(default)]
    languages: Vec<Spanned<String>>,
    #[serde(default)]
    topic: String,
    #[serde(default)]
    country: String,
    zone: Option<Spanned<String>>,
    weekdays: Vec<Spanned<i64>>,
    from: Spanned<String>,
    to: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Holiday {
    day: Spanned<toml::value::Datetime>,
    name: String,
}

type Faults = Vec<(Range<usize>, Wrong)>;

/// What the file says; without one there is e-mail alone.
pub fn read(reading: &mut Reading<'_>, facts: &Facts) -> Contact {
    if !reading.path(FILE).exists() {
        return Contact::default();
    }
    let Some(text) = reading.text(FILE) else { return Contact::default() };
    let file: File = match read_toml(&text, 1) {
        Ok(file) => file,
        Err((line, wrong)) => {
            reading.wrong(reading.path(FILE), line, wrong);
            return Contact::default();
        }
    };
    let mut faults = Vec::new();
    zone(&file.timezone, &mut faults);
    let timezone = file.timezone.into_inner();
    let phone = file.phone.map(|phone| staffed(phone, &timezone, facts, &mut faults));
    let holidays = holidays(file.holiday, &mut faults);
    for (span, wrong) in faults {
        reading.wrong(reading.path(FILE), line_of(&text, span.start), wrong);
    }
    Contact { timezone, phone, holidays, seller: file.seller }
}

fn zone(name: &Spanned<String>, faults: &mut Faults) {
    if !is_zone(name.get_ref()) {
        faults.push((name.span(), Wrong::UnknownZone(name.get_ref().clone())));
    }
}

fn staffed(from: Staffed, timezone: &str, facts: &Facts, faults: &mut Faults) -> StaffedEntry {
    let languages = facts.language_list(from.languages.get_ref());
    if languages.is_empty() {
        faults.push((from.languages.span(), Wrong::UnknownLanguages(from.languages.get_ref().clone())));
    }
    let long_from = *from.queue_long_from.get_ref();
    if long_from < 1 || from.queue_full_from < long_from || from.places < 1 {
        faults.push((from.queue_long_from.span(), Wrong::QueueLimits));
    }
    StaffedEntry {
        unsupported_topics: from.unsupported_topics,
        written_topics: from.written_topics,
        unsupported_countries: from.unsupported_countries,
        queue_long_from: long_from,
        queue_full_from: from.queue_full_from,
        places: from.places,
        hours: from.hours.into_iter().flat_map(|rows| hours(rows, timezone, &languages, faults)).collect(),
        languages,
    }
}

/// A row for each language and each day.
fn hours(from: Hours, timezone: &str, spoken: &[String], faults: &mut Faults) -> Vec<HoursEntry> {
    if let Some(name) = &from.zone {
        zone(name, faults);
    }
    for language in from.languages.iter().filter(|language| !spoken.contains(language.get_ref())) {
        faults.push((language.span(), Wrong::NotSpoken(language.get_ref().clone())));
    }
    for day in from.weekdays.iter().filter(|day| !(1..=7).contains(day.get_ref())) {
        faults.push((day.span(), Wrong::Weekday(*day.get_ref())));
    }
    let Some((opens, closes)) = times(from.from.get_ref(), &from.to) else {
        faults.push((from.from.span(), Wrong::Hours(from.from.into_inner(), from.to)));
        return Vec::new();
    };
    let zone = from.zone.map_or(timezone.to_owned(), Spanned::into_inner);
    let languages: Vec<String> = from.languages.into_iter().map(Spanned::into_inner).collect();
    let languages = if languages.is_empty() { vec![String::new()] } else { languages };
    let row = |language: &String, weekday: i64| HoursEntry {
        language: language.clone(),
        topic: from.topic.clone(),
        country: from.country.clone(),
        zone: zone.clone(),
        weekday,
        opens,
        closes,
    };
    let days: Vec<i64> = from.weekdays.into_iter().map(Spanned::into_inner).collect();
    languages.iter().flat_map(|language| days.iter().map(|day| row(language, *day)).collect::<Vec<_>>()).collect()
}

fn holidays(from: Vec<Holiday>, faults: &mut Faults) -> Vec<HolidayEntry> {
    let (mut known, mut all) = (BTreeSet::new(), Vec::new());
    for Holiday { day, name } in from {
        let (span, at) = (day.span(), day.into_inner());
        let written = at.to_string();
        if at.date.is_none() || at.time.is_some() {
            faults.push((span, Wrong::Date));
        } else if !known.insert(written.clone()) {
            faults.push((span, Wrong::Twice(written)));
        } else {
            all.push(HolidayEntry { day: written, name });
        }
    }
    all
}

/// Whether the database of time zones has it, written like this.
#[must_use]
pub fn is_zone(name: &str) -> bool {
    TimeZone::get(name).is_ok_and(|zone| zone.iana_name() == Some(name))
}

/// Two times of a day as minutes of it, if the second is later.
#[must_use]
pub fn times(from: &str, to: &str) -> Option<(i64, i64)> {
    let (opens, closes) = (minutes(from)?, minutes(to)?);
    (opens < closes).then_some((opens, closes))
}

fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':').filter(|(hours, minutes)| hours.len() == 2 && minutes.len() == 2)?;
    let is_plain = hours.bytes().chain(minutes.bytes()).all(|byte| byte.is_ascii_digit());
    let minutes: i64 = minutes.parse().ok().filter(|minutes| is_plain && *minutes < MINUTES_OF_HOUR)?;
    let hours: i64 = hours.parse().ok()?;
    Some(hours * MINUTES_OF_HOUR + minutes).filter(|all| *all <= MINUTES_OF_DAY)
}
