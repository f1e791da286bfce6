//! The moment that a page is looked at, by the server's clock; it moves on while the page is there.

use contract::Deadline;
use leptos::prelude::*;
use time::{Duration, OffsetDateTime};

use crate::{
    browser::{server_time, start::spawn, timer},
    live::{Live, live},
};

/// How often the clock is looked at, in milliseconds, and half of the smallest unit that a page shows.
const LOOK_MS: i32 = 1_000;
const TICK: Duration = Duration::seconds(30);

/// Now, and again every half minute.
pub fn now() -> Live<OffsetDateTime> {
    follow(None)
}

/// As [`now`], and at the very second that one of these deadlines ends.
pub fn now_and_at(deadlines: Memo<Vec<Deadline>>) -> Live<OffsetDateTime> {
    follow(Some(deadlines))
}

fn follow(deadlines: Option<Memo<Vec<Deadline>>>) -> Live<OffsetDateTime> {
    if cfg!(feature = "ssr") {
        return live(|| OffsetDateTime::UNIX_EPOCH);
    }
    let shown = RwSignal::new(server_time::now());
    spawn(async move {
        // Without a page there is nobody left to tell.
        while let Some(before) = shown.try_get_untracked() {
            let now = server_time::now();
            let ends = |deadline: &Deadline| before < deadline.at && deadline.at <= now;
            let has_ended = deadlines.is_some_and(|deadlines| deadlines.with_untracked(|all| all.iter().any(ends)));
            if has_ended || (now - before).abs() >= TICK {
                let _ = shown.try_set(now);
            }
            timer::pause(LOOK_MS).await;
        }
    });
    live(move || shown.get())
}
