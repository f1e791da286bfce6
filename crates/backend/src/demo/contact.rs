//! The telephone of the demonstration: Maja takes calls, and some people have been called before.

use crate::{
    Backend,
    store::{
        StoreError,
        contact::{PHONE, PresenceRow},
    },
};

const STAFF: &str = "staff-maja";
const LANGUAGES: &str = "en,nl";
/// Seconds that she stays: longer than anybody looks at a demonstration.
const STAYS_S: i64 = 30 * 24 * 3_600;
/// Seconds that people waited before the first start.
const WAITED_S: [i64; 6] = [95, 140, 185, 240, 320, 410];

/// Adds them, where there is a telephone and they are not there.
///
/// # Errors
/// If the database fails.
pub async fn add(backend: &Backend) -> Result<(), StoreError> {
    let now = backend.clock.seconds();
    let known = backend.store.contact(now).await?;
    if !known.methods.iter().any(|row| row.method == PHONE) {
        return Ok(());
    }
    if !known.presence.iter().any(|row| row.staff_id == STAFF) {
        let here = PresenceRow {
            staff_id: STAFF.to_owned(),
            method: PHONE.to_owned(),
            languages: LANGUAGES.to_owned(),
            since_at: now,
            until_at: now + STAYS_S,
        };
        backend.store.come(&here).await?;
    }
    if known.waits.is_empty() {
        for waited_s in WAITED_S {
            backend.store.add_wait(PHONE, waited_s, now).await?;
        }
    }
    Ok(())
}
