//! What is unfinished on this device, for pages that ask nobody who is here: what each thing is about and none of the
//! words in it, and of a person only for as long as their session was to last.

use std::cell::Cell;

use rules::draft::is_over;

use super::{HINT, VISITOR};
use crate::browser::{storage, timer};

const KEY: &str = "svar.unfinished";

thread_local! {
    /// When the session ends, in seconds since 1970; a visitor has none that could.
    static UNTIL: Cell<i64> = const { Cell::new(i64::MAX) };
}

/// Something unfinished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfinished {
    pub id: String,
    /// Seconds since 1970.
    pub touched: i64,
    /// What it is about; empty for nothing in particular.
    pub label: String,
}

/// Notes something, once.
pub fn add(owner: &str, one: Unfinished) {
    let (before, mut all) = read();
    all.retain(|other| before == owner && other.id != one.id);
    all.insert(0, one);
    replace(owner, &all);
}

/// Forgets something.
pub fn remove(id: &str) {
    let (owner, mut all) = read();
    let count = all.len();
    all.retain(|one| one.id != id);
    if all.len() < count {
        replace(&owner, &all);
    }
}

/// Notes all that there is.
pub fn replace(owner: &str, all: &[Unfinished]) {
    if all.is_empty() {
        return storage::remove(KEY);
    }
    let until = if owner == VISITOR { i64::MAX } else { UNTIL.get() };
    let mut text = format!("{owner}\t{until}");
    for Unfinished { id, touched, label } in all {
        let label: String = label.chars().filter(|letter| !letter.is_control()).collect();
        text.push_str(&format!("\n{id}\t{touched}\t{label}"));
    }
    storage::put(KEY, &text);
}

/// Somebody is here until then: what is another's is not shown any more.
pub(super) fn begin(owner: &str, until: i64) {
    UNTIL.set(until);
    if read().0 != owner {
        storage::remove(KEY);
    }
}

/// Nobody is signed in any more.
pub(super) fn end() {
    UNTIL.set(0);
    if read().0 != VISITOR {
        storage::remove(KEY);
    }
}

/// What may be shown here and now, the latest first.
#[must_use]
pub fn shown() -> Vec<Unfinished> {
    // What is prerendered is the same for everybody.
    if cfg!(feature = "ssr") {
        return Vec::new();
    }
    let now = timer::now().unix_timestamp();
    let (owner, mut all) = read();
    let until = until().filter(|_| owner == VISITOR || storage::get(HINT).is_some());
    all.retain(|one| until.is_some_and(|until| now < until) && !is_over(one.touched, now));
    all
}

fn until() -> Option<i64> {
    storage::get(KEY)?.lines().next()?.split('\t').nth(1)?.parse().ok()
}

fn read() -> (String, Vec<Unfinished>) {
    let text = storage::get(KEY).unwrap_or_default();
    let mut lines = text.lines();
    let owner = lines.next().and_then(|line| line.split('\t').next()).unwrap_or_default().to_owned();
    let one = |line: &str| {
        let mut parts = line.splitn(3, '\t').map(str::to_owned);
        Some(Unfinished { id: parts.next()?, touched: parts.next()?.parse().ok()?, label: parts.next()? })
    };
    (owner, lines.filter_map(one).collect())
}
