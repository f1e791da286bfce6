//! Quarters of an hour in which a call back can be booked.

use std::collections::BTreeMap;

use super::hours::{DAY_S, Span, Week};

/// Seconds of a slot; it begins where a clock on the wall shows a quarter.
pub const SLOT_S: i64 = 900;
/// Seconds between now and the first slot at least: nobody is surprised by a call.
const NOTICE_S: i64 = 1_800;
/// Seconds ahead that can be booked.
const AHEAD_S: i64 = 5 * DAY_S;
/// Seconds for which an availability holds at most.
const SOON_S: i64 = 60;

/// How many have booked each slot, by the second at which it begins.
pub type Taken = BTreeMap<i64, i64>;

/// What can be booked at `now`, the earliest first; `places` can have the same slot.
#[must_use]
pub fn free(week: &Week<'_>, taken: &Taken, places: i64, now: i64) -> Vec<Span> {
    let mut slots = within_reach(week, taken, places, now);
    slots.retain(|slot| is_bookable(*slot, now));
    slots
}

/// Whether anything can be booked, and when that changes within the next minute.
#[must_use]
pub(super) fn any(week: &Week<'_>, taken: &Taken, places: i64, now: i64) -> (bool, Option<i64>) {
    let slots = within_reach(week, taken, places, now);
    if slots.iter().any(|slot| is_bookable(*slot, now)) {
        (true, slots.last().map(|last| last.from - NOTICE_S + 1))
    } else {
        (false, slots.iter().map(|slot| slot.to - AHEAD_S).find(|at| *at > now))
    }
}

fn is_bookable(slot: Span, now: i64) -> bool {
    now + NOTICE_S <= slot.from && slot.to <= now + AHEAD_S
}

/// What can be booked now or in a minute.
fn within_reach(week: &Week<'_>, taken: &Taken, places: i64, now: i64) -> Vec<Span> {
    let (first, last) = (now + NOTICE_S, now + AHEAD_S + SOON_S);
    let is_free = |from: &i64| taken.get(from).copied().unwrap_or_default() < places;
    let mut slots = Vec::new();
    for stretch in week.around(now, last) {
        let from = stretch.from.max(first);
        let begins = (from + SLOT_S - 1).div_euclid(SLOT_S) * SLOT_S;
        let until = stretch.to - SLOT_S;
        let step = usize::try_from(SLOT_S).unwrap_or(1);
        let slots_of_it = (begins..=until).step_by(step).filter(is_free);
        slots.extend(slots_of_it.map(|from| Span { from, to: from + SLOT_S }));
    }
    slots
}
