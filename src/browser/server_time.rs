//! The moment it is by the server's clock, as far as its answers told: deadlines are the server's, and a device's clock
//! may be wrong. What only compares two looks at this device's clock takes [`super::timer::now`].

use std::cell::Cell;

use js_sys::Date as JsDate;
use time::{Duration, OffsetDateTime};

use super::timer;

thread_local! {
    static AHEAD_MS: Cell<i64> = const { Cell::new(0) };
}

/// Now by the server's clock, in UTC; by the device's until an answer has told the server's.
#[must_use]
pub fn now() -> OffsetDateTime {
    timer::now().checked_add(Duration::milliseconds(ahead())).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// Milliseconds by which the server's clock is ahead of the device's.
#[must_use]
pub fn ahead() -> i64 {
    AHEAD_MS.get()
}

/// Follows a clock that is so many milliseconds ahead of the device's.
pub fn follow(ahead_ms: i64) {
    AHEAD_MS.set(ahead_ms);
}

/// What a `Date` header says, in milliseconds since 1970.
#[must_use]
pub fn of_header(date: &str) -> Option<i64> {
    let date = JsDate::parse(date);
    // Milliseconds since 1970 fit an i64.
    #[allow(clippy::cast_possible_truncation)]
    date.is_finite().then_some(date as i64)
}
