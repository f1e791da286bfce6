//! Asks again what can be used: when it is told that something changed, and when what was said may not be so any more.

use leptos::prelude::*;
use time::Duration;

use super::Known;
use crate::{
    browser::{start::spawn, timer},
    flows::events,
};

/// Shortest and longest pause between two questions, in milliseconds.
const SHORTEST_MS: i32 = 5_000;
const LONGEST_MS: i32 = 60_000;

/// Until the page is gone.
pub fn follow(known: Known, ask: Callback<()>) {
    if cfg!(feature = "ssr") {
        return;
    }
    events::listen(Box::new(move |event| {
        if events::is_about_availability(event) {
            let _ = ask.try_run(());
        }
    }));
    spawn(async move {
        while let Some(pause) = known.try_with_untracked(|known| pause(known.as_ref())) {
            timer::pause(pause).await;
            if ask.try_run(()).is_none() {
                break;
            }
        }
    });
}

fn pause(known: Option<&Result<contract::Availability, ()>>) -> i32 {
    let until = known.and_then(|known| known.as_ref().ok()).map(|it| it.valid_until - it.as_of);
    let until = until.unwrap_or(Duration::milliseconds(LONGEST_MS.into()));
    i32::try_from(until.whole_milliseconds()).unwrap_or(LONGEST_MS).clamp(SHORTEST_MS, LONGEST_MS)
}
