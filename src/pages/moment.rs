//! The moment that a page is looked at; it moves on while the page is there.

use leptos::prelude::*;
use time::OffsetDateTime;

use crate::{
    browser::{start::spawn, timer},
    live::{Live, live},
};

/// Half of the smallest unit that a page shows.
const TICK_MS: i32 = 30_000;

/// Now, and again every half minute.
pub fn now() -> Live<OffsetDateTime> {
    if cfg!(feature = "ssr") {
        return live(|| OffsetDateTime::UNIX_EPOCH);
    }
    let now = RwSignal::new(timer::now());
    spawn(async move {
        loop {
            timer::pause(TICK_MS).await;
            // Without a page there is nobody left to tell.
            if now.try_set(timer::now()).is_some() {
                break;
            }
        }
    });
    live(move || now.get())
}
