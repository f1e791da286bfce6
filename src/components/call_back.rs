//! The call that support is going to make: when, to which number, and the ways to change that.

use contract::{Callback, CallbackState};
use leptos::prelude::*;
use time::OffsetDateTime;

use super::icon::Icon;
use crate::{erase::view, i18n::format};

/// Seconds of a minute.
const MINUTE_S: u64 = 60;

/// `change` are the ways to move and to cancel it, where it still can be.
#[component]
pub fn CallBack(callback: Callback, now: OffsetDateTime, change: Option<AnyView>) -> impl IntoView {
    let when = when(&callback, now);
    let number = (!callback.phone_masked.is_empty()).then(|| {
        view! { <p class="call-back__number">{t!("call-back-number", number = callback.phone_masked.clone())}</p> }
    });
    view! {
        <section class="call-back" aria-labelledby="call-back">
            <h2 class="call-back__title" id="call-back"><Icon name="phone"/>{t!("call-back-title")}</h2>
            <p class="call-back__when">{when}</p>
            {number}
            {change}
        </section>
    }
}

/// Where it stands, in a sentence or two.
#[must_use]
pub fn when(callback: &Callback, now: OffsetDateTime) -> String {
    let word = callback.state.word();
    let state = match (&callback.state, &callback.slot) {
        (CallbackState::Booked, Some(slot)) => {
            let to = format::clock_time(slot.to);
            return t!("call-back-booked", from = format::near(slot.from, now), to = to);
        }
        _ => t!("call-back-state", state = word.to_owned(), plain = format::plain(word)),
    };
    let place = callback.position.map(|place| t!("call-back-position", position = place));
    let wait = callback.wait_s.as_ref().map(|wait| {
        t!("call-back-wait", low = wait.low.div_ceil(MINUTE_S).max(1), high = wait.high.div_ceil(MINUTE_S).max(1))
    });
    [Some(state), place, wait].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
