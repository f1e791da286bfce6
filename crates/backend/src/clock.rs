//! The backend's only clock. Where it starts is a start option; from there it runs on.

use std::time::Instant;

use time::OffsetDateTime;

/// Tells the time that the backend works with, in UTC.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    start: OffsetDateTime,
    /// Absent where it stands.
    since: Option<Instant>,
}

impl Clock {
    /// A clock that shows `start` now, or the machine's time if there is none.
    #[must_use]
    pub fn starting_at(start: Option<OffsetDateTime>) -> Self {
        Self { start: start.unwrap_or_else(OffsetDateTime::now_utc), since: Some(Instant::now()) }
    }

    /// A clock that always shows `moment`, for what has to be the same each time.
    #[must_use]
    pub fn standing_at(moment: OffsetDateTime) -> Self {
        Self { start: moment, since: None }
    }

    /// The moment it is.
    #[must_use]
    pub fn now(&self) -> OffsetDateTime {
        self.since.map_or(self.start, |since| self.start + since.elapsed())
    }

    /// The moment it is, in whole seconds since 1970.
    #[must_use]
    pub fn seconds(&self) -> i64 {
        self.now().unix_timestamp()
    }
}
