//! What there is to expect of a contact method: whether it is open and why not, how long it takes, when it is back.

use contract::{ContactMethod, MethodAvailability, MethodStatus, UnavailableReason};
use leptos::prelude::*;
use rules::contact::ContactOption;
use time::OffsetDateTime;

use super::day_bar::DayBar;
use crate::{erase::view, i18n::format};

/// Seconds of an hour and of a minute.
const HOUR_S: u64 = 3_600;
const MINUTE_S: u64 = 60;
/// Said of a method whose language is not the one that was asked for.
const FALLBACK: &str = "fallback";

/// `zone` is the team's, an IANA name.
#[component]
pub fn ContactDetails(option: ContactOption, zone: String, now: OffsetDateTime) -> impl IntoView {
    let sentences = sentences(&option, &zone, now);
    let hours = option.availability.map(|it| it.hours).unwrap_or_default();
    let bar = (!hours.is_empty()).then(|| view! { <DayBar hours=hours now=now/> });
    view! {
        <p class="contact-details">{sentences.join(" ")}</p>
        {bar}
    }
}

/// All of it in sentences.
#[must_use]
pub fn sentences(option: &ContactOption, zone: &str, now: OffsetDateTime) -> Vec<String> {
    let Some(method) = &option.availability else { return vec![t!("contact-options-unknown")] };
    let mut sentences = match method.status {
        MethodStatus::Available => vec![open(method, now)],
        _ => vec![reason(method.reason.as_ref())],
    };
    if method.status == MethodStatus::Busy {
        sentences.extend(wait(method));
    }
    sentences.extend(method.opens_at.map(|at| opens(at, zone, now)));
    if !option.is_open && option.can_be_chosen {
        sentences.push(t!("contact-options-book"));
    }
    let is_other = method.language_match.as_deref() == Some(FALLBACK);
    let language = method.language.as_deref().filter(|_| is_other && option.can_be_chosen);
    sentences.extend(language.map(|tag| spoken(&method.method, tag)));
    sentences
}

/// Phones are for speaking, the rest for writing.
fn spoken(method: &ContactMethod, tag: &str) -> String {
    let language = format::language(tag);
    if *method == ContactMethod::Phone {
        t!("contact-options-spoken", language = language)
    } else {
        t!("contact-options-written", language = language)
    }
}

fn open(method: &MethodAvailability, now: OffsetDateTime) -> String {
    if let Some(seconds) = method.expected_reply_s {
        return t!("contact-options-reply", hours = hours(seconds));
    }
    if let Some(seconds) = method.usual_reply_s {
        return t!("contact-options-seller-reply", hours = hours(seconds));
    }
    match method.closes_at {
        Some(at) => t!("contact-options-open-until", time = format::near(at, now)),
        None => t!("contact-options-available"),
    }
}

/// Why it is not available; a word that is not known yet is shown plainly.
fn reason(reason: Option<&UnavailableReason>) -> String {
    let word = reason.map_or("unknown", |reason| reason.word());
    t!("contact-options-reason", reason = word.to_owned(), plain = format::plain(word))
}

fn wait(method: &MethodAvailability) -> Vec<String> {
    let range = method.wait_s.as_ref().map(|wait| {
        let (low, high) = (minutes(wait.low), minutes(wait.high));
        if low >= high {
            t!("contact-options-wait", minutes = high)
        } else {
            t!("contact-options-wait-range", low = low, high = high)
        }
    });
    let place = method.position.map(|place| t!("contact-options-position", position = place));
    [range, place].into_iter().flatten().collect()
}

/// In the visitor's time, and in the team's where that is another.
fn opens(at: OffsetDateTime, zone: &str, now: OffsetDateTime) -> String {
    let (own, team) = (format::near(at, now), format::near_in(at, now, zone));
    if team.is_empty() || team == own {
        return t!("contact-options-opens", time = own);
    }
    t!("contact-options-opens-there", time = own, there = team, place = place(zone))
}

/// "Europe/Amsterdam" is Amsterdam.
fn place(zone: &str) -> String {
    zone.rsplit('/').next().unwrap_or(zone).replace('_', " ")
}

/// Whole hours, never fewer than one.
#[must_use]
pub fn hours(seconds: u64) -> u64 {
    seconds.div_ceil(HOUR_S).max(1)
}

/// Whole minutes, never fewer than one.
fn minutes(seconds: u64) -> u64 {
    seconds.div_ceil(MINUTE_S).max(1)
}
