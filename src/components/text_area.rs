//! Many lines to type into. More than there may be can be typed: it is said, and nothing is cut off.

use contract::QUESTION_MAX_CHARS;
use leptos::prelude::*;
use rules::statement::{Room, StatementRefused, room};

use super::field::{Field, FieldWords, described_by};
use crate::{erase::view, i18n::format, live::Live};

/// Readers hear of the room that is left each time it is about this much less.
const SPOKEN_STEP: usize = 50;

/// `is_locked` while the text is on its way and may not change.
#[component]
pub fn TextArea(
    words: FieldWords,
    value: Live<String>,
    error: Live<Option<String>>,
    is_locked: Live<bool>,
    on_input: Callback<String>,
) -> impl IntoView {
    let (id, described) = (words.id, described_by(&words, error.clone()));
    let (is_wrong, typed) = (error.clone(), value.clone());
    view! {
        <Field words=words error=error>
            <textarea
                class="text-area"
                id=id
                name=id
                rows="6"
                dir="auto"
                prop:value=move || value()
                prop:readOnly=move || is_locked()
                aria-invalid=move || is_wrong().map(|_| "true")
                aria-describedby=move || described()
                on:input=move |event| on_input.run(event_target_value(&event))
            ></textarea>
            <Count typed=typed/>
        </Field>
    }
}

/// The room that is left, to the eye at every key and to the ear in steps.
#[component]
fn Count(typed: Live<String>) -> impl IntoView {
    let heard = typed.clone();
    view! {
        <p class="text-area__count" aria-hidden="true">{move || seen(room(&typed()))}</p>
        <p class="visually-hidden" role="status">{move || spoken(room(&heard()))}</p>
    }
}

fn seen(room: Room) -> Option<String> {
    let used = match room {
        Room::Plenty => return None,
        Room::Near { used } => used,
        Room::Over { by } => QUESTION_MAX_CHARS + by,
    };
    Some(t!("text-area-count", used = format::number(used), max = format::number(QUESTION_MAX_CHARS)))
}

/// Says the same thing for many keys, so that it is read out once.
fn spoken(room: Room) -> Option<String> {
    let step = |count: usize| count.div_ceil(SPOKEN_STEP) * SPOKEN_STEP;
    match room {
        Room::Plenty => None,
        Room::Near { used } => Some(t!("text-area-left", count = step(QUESTION_MAX_CHARS - used))),
        Room::Over { by } => Some(t!("text-area-over", count = step(by))),
    }
}

/// What is wrong with words that cannot be sent.
#[must_use]
pub fn fault(refused: StatementRefused) -> String {
    match refused {
        StatementRefused::Empty => t!("text-area-empty"),
        StatementRefused::TooLong { over } => t!("text-area-too-long", count = over),
    }
}
