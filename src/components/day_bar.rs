//! *The day bar*: the visitor's day from midnight to midnight, when a contact method is staffed in it, and now. The
//! sentence above it says the same.

use contract::Interval;
use leptos::prelude::*;
use rules::day_bar::{LENGTH, Stretch, position, stretches};
use time::OffsetDateTime;

use crate::{erase::view, i18n::format};

/// Half as wide as the mark of now, in parts of the bar.
const HALF_MARK: u16 = 3;

/// `hours` are the staffed times of the coming days.
#[component]
pub fn DayBar(hours: Vec<Interval>, now: OffsetDateTime) -> impl IntoView {
    let (begin, end) = format::day_around(now);
    let staffed = stretches(&hours, begin, end);
    let words = words(&staffed);
    let here = position(now, begin, end).saturating_sub(HALF_MARK);
    let parts = staffed.into_iter().map(|it| bar("day-bar__staffed", it.start, it.end - it.start)).collect::<Vec<_>>();
    let quarter = (end - begin) / 4;
    let hours =
        (0..=4).map(|index| view! { <span class="day-bar__hour">{format::clock_time(begin + quarter * index)}</span> });
    let hours = hours.collect::<Vec<_>>();
    view! {
        <div class="day-bar">
            <p class="day-bar__words">{words}</p>
            <svg class="day-bar__picture" viewBox=format!("0 0 {LENGTH} 24") preserveAspectRatio="none" aria-hidden="true">
                {bar("day-bar__track", 0, LENGTH)}
                {parts}
                <rect class="day-bar__now" x=here y="0" width=HALF_MARK * 2 height="24"></rect>
            </svg>
            <div class="day-bar__hours" aria-hidden="true">{hours}</div>
        </div>
    }
}

fn bar(class: &'static str, start: u16, length: u16) -> AnyView {
    view! { <rect class=class x=start y="6" width=length height="12"></rect> }
}

/// "Today 09:00 to 18:00 in your time".
fn words(staffed: &[Stretch]) -> String {
    let span = |it: &Stretch| t!("day-bar-span", from = format::clock_time(it.from), to = format::clock_time(it.to));
    let spans: Vec<String> = staffed.iter().map(span).collect();
    if spans.is_empty() { t!("day-bar-none") } else { t!("day-bar-today", times = spans.join(", ")) }
}
