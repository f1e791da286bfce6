//! What happens while a page is looked at: one stream for the page, opened again where it ends, closed with the page.
//! Whoever listens asks for what has changed; nothing is shown that was only told here.

use contract::{Event, EventKind};
use leptos::prelude::*;

use crate::{
    api::{self, ApiError, urls},
    browser::{
        dom,
        start::spawn,
        timer::{self, Cutoff},
    },
};

/// Pause before a stream that ended is opened again, in milliseconds: the first, the longest, and while nobody looks.
const FIRST_MS: i32 = 1_000;
const LONGEST_MS: i32 = 30_000;
const HIDDEN_MS: i32 = 2_000;

/// Where the stream is to go on.
#[derive(Clone, Copy, Default)]
struct Place {
    cursor: Option<u64>,
    passing: Option<u64>,
}

/// Hears each event until the page is gone; what is missed while the network is away is told afterwards.
pub fn listen(hear: Box<dyn Fn(&Event)>) {
    if cfg!(feature = "ssr") {
        return;
    }
    let is_here = RwSignal::new(());
    let stop = StoredValue::new_local(None::<Box<dyn Fn()>>);
    on_cleanup(move || {
        stop.with_value(|stop| stop.iter().for_each(|stop| stop()));
    });
    spawn(follow(hear, is_here, stop));
}

type Stop = StoredValue<Option<Box<dyn Fn()>>, LocalStorage>;

async fn follow(hear: Box<dyn Fn(&Event)>, is_here: RwSignal<()>, stop: Stop) {
    let (mut place, mut pause) = (Place::default(), FIRST_MS);
    loop {
        while dom::is_hidden() {
            timer::pause(HIDDEN_MS).await;
        }
        let mut cutoff = Cutoff::after(LONGEST_MS);
        if stop.try_set_value(Some(Box::new(cutoff.remote()))).is_some() {
            return;
        }
        let before = place;
        let mut take = |event: Event| {
            place.take(&event);
            if is_here.try_get_untracked().is_some() {
                hear(&event);
            }
        };
        let path = urls::events(before.cursor, before.passing);
        let outcome = api::listen(&path, &mut cutoff, &mut take).await;
        if is_here.try_get_untracked().is_none() {
            return;
        }
        // Another's log, or one that has forgotten where we were: from now on, and all is looked at afresh.
        if matches!(outcome, Err(ApiError::Refused(_) | ApiError::SignedOut)) {
            place = Place::default();
        }
        let has_heard = place.cursor != before.cursor || place.passing != before.passing;
        pause = if has_heard || dom::is_hidden() { FIRST_MS } else { (pause * 2).min(LONGEST_MS) };
        timer::pause(pause).await;
    }
}

impl Place {
    fn take(&mut self, event: &Event) {
        self.cursor = event.seq.or(event.cursor).or(self.cursor);
        self.passing = event.passing.or(self.passing);
    }
}

/// Whether an event says that contact methods may have changed; `ready` says so after a pause in which they may have.
#[must_use]
pub fn is_about_availability(event: &Event) -> bool {
    matches!(event.kind, EventKind::Availability | EventKind::Ready)
}
