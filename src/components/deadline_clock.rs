//! *The clock*: a ring that empties until a deadline, and a sentence that says how long that is, what for, and what
//! happens by itself then.

use contract::{Deadline, DeadlineKind, DeadlineThen};
use leptos::prelude::*;
use rules::{
    clock::{self, Left},
    order::Side,
};
use time::OffsetDateTime;

use super::icon::Icon;
use crate::{erase::view, i18n::format, live::Live};

/// `started` is when the time began to run; `side` is who reads.
#[component]
pub fn DeadlineClock(
    deadline: Deadline,
    started: OffsetDateTime,
    side: Side,
    now: Live<OffsetDateTime>,
) -> impl IntoView {
    let at = deadline.at;
    let (ring, words) = (now.clone(), now.clone());
    let class = move || {
        if now() >= at { "deadline-clock deadline-clock--over" } else { "deadline-clock" }
    };
    view! {
        <div class=class>
            <Ring share=move || clock::share(started, at, ring())/>
            <p class="deadline-clock__words">
                <time datetime=format::iso_moment(at)>{move || sentences(&deadline, side, words())}</time>
            </p>
        </div>
    }
}

/// The ring is a hundred long; what is drawn of it is the share that is left.
#[component]
fn Ring(share: impl Fn() -> u8 + Send + Sync + 'static) -> impl IntoView {
    view! {
        <span class="deadline-clock__face" aria-hidden="true">
            <svg class="deadline-clock__ring" viewBox="0 0 40 40">
                <circle class="deadline-clock__track" cx="20" cy="20" r="17"></circle>
                <circle
                    class="deadline-clock__left"
                    cx="20"
                    cy="20"
                    r="17"
                    pathLength="100"
                    stroke-dasharray=move || format!("{} 100", share())
                    transform="rotate(-90 20 20)"
                ></circle>
            </svg>
            <Icon name="clock"/>
        </span>
    }
}

/// What is left and what then; or that it is over, and what follows from that.
fn sentences(deadline: &Deadline, side: Side, now: OffsetDateTime) -> String {
    let then = deadline.then.word();
    let (word, plain) = (then.to_owned(), format::plain(then));
    let then = if now >= deadline.at {
        t!("deadline-clock-done", then = word, side = side.word(), plain = plain)
    } else {
        t!("deadline-clock-then", then = word, side = side.word(), plain = plain)
    };
    let mut words = left(deadline, side, now);
    words.push(' ');
    words.push_str(&then);
    words
}

/// The first of the two sentences alone: what is left, and until when.
#[must_use]
pub fn left(deadline: &Deadline, side: Side, now: OffsetDateTime) -> String {
    let (kind, at) = (kind(deadline), deadline.at);
    let plain = format::plain(&kind);
    let Some(span) = span(clock::left(at, now)) else {
        return t!("deadline-clock-over", kind = kind, until = format::day_and_time(at), plain = plain);
    };
    let until = format::near(at, now);
    t!("deadline-clock-left", kind = kind, side = side.word(), left = span, until = until, plain = plain)
}

/// An answer that the seller owes the buyer has words of its own.
fn kind(deadline: &Deadline) -> String {
    let is_sellers = deadline.kind == DeadlineKind::RespondBy && deadline.then == DeadlineThen::CaseAllowed;
    if is_sellers { "answer_message".to_owned() } else { deadline.kind.word().to_owned() }
}

/// "2 days 4 hours"; nothing once it is over.
fn span(left: Left) -> Option<String> {
    let (first, second) = match left {
        Left::Days { days, hours } => (t!("deadline-clock-days", days = days), hours_in_words(hours)),
        Left::Hours { hours, minutes } => (t!("deadline-clock-hours", hours = hours), minutes_in_words(minutes)),
        Left::Minutes { minutes } => (t!("deadline-clock-minutes", minutes = minutes), None),
        Left::Over => return None,
    };
    Some(match second {
        Some(second) => [first, second].join(" "),
        None => first,
    })
}

fn hours_in_words(hours: i64) -> Option<String> {
    (hours > 0).then(|| t!("deadline-clock-hours", hours = hours))
}

fn minutes_in_words(minutes: i64) -> Option<String> {
    (minutes > 0).then(|| t!("deadline-clock-minutes", minutes = minutes))
}
