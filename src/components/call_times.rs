//! When support calls: as soon as somebody is free, or at one of the times of the coming days.

use contract::Interval;
use leptos::prelude::*;

use super::field::{Field, FieldWords};
use crate::{erase::view, i18n::format, live::Live};

/// The id of the list, to lead to it.
pub const CALL_TIMES_ID: &str = "call-time";

/// What can be chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// Somebody can call as soon as they are free.
    pub is_open: bool,
    pub slots: Vec<Interval>,
}

/// `chosen` and `on_choose` have the moment a slot begins in RFC 3339, or nothing for "as soon as somebody is free".
#[component]
pub fn CallTimes(
    times: Live<Times>,
    chosen: Live<String>,
    error: Live<Option<String>>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let is_wrong = error.clone();
    let described = move || is_wrong().map(|_| format!("{CALL_TIMES_ID}-error"));
    let entries = move || entries(&times(), &chosen);
    view! {
        <Field words=FieldWords::plain(CALL_TIMES_ID, t!("call-times-label")) error=error>
            <select
                class="call-times"
                id=CALL_TIMES_ID
                aria-describedby=described
                on:change=move |event| on_choose.run(event_target_value(&event))
            >
                {entries}
            </select>
        </Field>
    }
}

fn entries(times: &Times, chosen: &Live<String>) -> Vec<AnyView> {
    let first = if times.is_open { t!("call-times-now") } else { t!("call-times-choose") };
    let mut entries = vec![entry(String::new(), first, chosen)];
    let days = times.slots.chunk_by(|one, other| format::day_of(one.from) == format::day_of(other.from));
    entries.extend(days.map(|slots| {
        let label = format::weekday_and_day(slots[0].from);
        let slots =
            slots.iter().map(|slot| entry(format::iso_moment(slot.from), span(slot), chosen)).collect::<Vec<_>>();
        view! { <optgroup label=label>{slots}</optgroup> }
    }));
    entries
}

fn entry(value: String, words: String, chosen: &Live<String>) -> AnyView {
    let (chosen, own) = (chosen.clone(), value.clone());
    view! { <option value=value selected=move || chosen() == own>{words}</option> }
}

fn span(slot: &Interval) -> String {
    t!("day-bar-span", from = format::clock_time(slot.from), to = format::clock_time(slot.to))
}

/// A chosen time in words: "Mon 10:15", or as soon as somebody is free.
#[must_use]
pub fn in_words(chosen: &str) -> String {
    match format::moment_of(chosen) {
        Some(at) => format::weekday_day_and_time(at),
        None => t!("call-times-now"),
    }
}
