//! What is typed about contact, and what it means.

use serde::Deserialize;

use crate::{
    content::contact::{HoursEntry, is_zone, times},
    store::contact::MethodRow,
};

/// Most people in a queue that make sense.
const QUEUE_MAX: i64 = 10_000;
/// Longest topic and name, in characters.
const WORD_MAX: usize = 100;

/// From how many on a queue is long, and full.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct QueueForm {
    pub csrf: String,
    pub method: String,
    pub long_from: String,
    pub full_from: String,
}

/// Hours on a day of the week.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct HoursForm {
    pub csrf: String,
    pub method: String,
    pub language: String,
    pub topic: String,
    pub country: String,
    pub zone: String,
    pub weekday: String,
    pub opens: String,
    pub closes: String,
}

/// A holiday; without a method it is one for all.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct HolidayForm {
    pub csrf: String,
    pub day: String,
    pub method: String,
    pub name: String,
}

impl QueueForm {
    /// Both numbers, if they go together.
    pub fn limits(&self) -> Option<(i64, i64)> {
        let (long_from, full_from) = (self.long_from.trim().parse().ok()?, self.full_from.trim().parse().ok()?);
        (1 <= long_from && long_from <= full_from && full_from <= QUEUE_MAX).then_some((long_from, full_from))
    }
}

impl HolidayForm {
    /// The day, in the one way in which it is written.
    pub fn day(&self) -> Option<String> {
        let day: jiff::civil::Date = self.day.trim().parse().ok()?;
        Some(day.to_string()).filter(|written| written == self.day.trim())
    }
}

impl HolidayForm {
    /// The name, if it has letters and nothing that cannot be shown.
    pub fn name(&self) -> Option<String> {
        let name = self.name.trim();
        let is_name = !name.is_empty() && name.chars().count() <= WORD_MAX && !name.contains(char::is_control);
        is_name.then(|| name.to_owned())
    }
}

impl HoursForm {
    /// The hours, or what is wrong with them.
    pub fn hours(&self, method: &MethodRow) -> Result<HoursEntry, &'static str> {
        let (language, topic, country) = (self.language.trim(), self.topic.trim(), self.country.trim());
        if !language.is_empty() && !method.languages.split(',').any(|spoken| spoken == language) {
            return Err("Nobody speaks this language by this method.");
        }
        let is_part = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        if topic.len() > WORD_MAX || !topic.bytes().all(is_part) {
            return Err("A topic has small letters and underscores, such as not_arrived.");
        }
        if !matches!(country.len(), 0 | 2) || !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err("A country has two capital letters, such as NL.");
        }
        if !is_zone(self.zone.trim()) {
            return Err("A time zone is one of the IANA database, such as Europe/Amsterdam.");
        }
        let weekday = self.weekday.parse().ok().filter(|day| (1..=7).contains(day));
        let Some((opens, closes)) = times(self.opens.trim(), self.closes.trim()) else {
            return Err("Hours go from 09:00 to 18:00, by 24:00 at the latest; what passes midnight is two of them.");
        };
        Ok(HoursEntry {
            language: language.to_owned(),
            topic: topic.to_owned(),
            country: country.to_owned(),
            zone: self.zone.trim().to_owned(),
            weekday: weekday.ok_or("Choose a day of the week.")?,
            opens,
            closes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{HolidayForm, QueueForm};

    #[test]
    fn a_queue_is_long_before_it_is_full() {
        for (name, long_from, full_from, expected) in [
            ("usual", "3", " 12 ", Some((3, 12))),
            ("at_once", "1", "1", Some((1, 1))),
            ("never_long", "0", "5", None),
            ("full_first", "5", "4", None),
            ("negative", "-1", "4", None),
            ("huge", "1", "10001", None),
            ("words", "three", "12", None),
        ] {
            let (long_from, full_from) = (long_from.to_owned(), full_from.to_owned());
            assert_eq!(QueueForm { long_from, full_from, ..QueueForm::default() }.limits(), expected, "{name}");
        }
    }

    #[test]
    fn a_day_is_written_in_one_way() {
        for (name, day, expected) in [
            ("day", " 2026-12-25 ", Some("2026-12-25")),
            ("moment", "2026-12-25T09:00", None),
            ("without_hyphens", "20261225", None),
            ("no_day", "2026-02-30", None),
            ("empty", "", None),
        ] {
            let form = HolidayForm { day: day.to_owned(), ..HolidayForm::default() };
            assert_eq!(form.day().as_deref(), expected, "{name}");
        }
    }
}
