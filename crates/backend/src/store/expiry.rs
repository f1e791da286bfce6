//! What is over, and when nothing of it is needed any more.

use super::{Store, StoreError, events, sign_in_help::FORGOTTEN_AFTER_S, uploads};

/// Seconds after the last attempt: longer than any limit remembers.
const ATTEMPTS_FOR_S: i64 = 2 * 24 * 3_600;
/// Seconds after a call for which its number is kept.
const NUMBERS_FOR_S: i64 = 30 * 24 * 3_600;

impl Store {
    /// Forgets what is over at `now`, and says how much it was.
    ///
    /// # Errors
    /// If the database fails; what is left is forgotten the next time.
    pub async fn forget_expired(&self, now: i64) -> Result<u64, StoreError> {
        let mut rows = 0;
        for (over, until) in [
            ("DELETE FROM session WHERE expires_at <= $1", now),
            ("DELETE FROM staff_session WHERE expires_at <= $1", now),
            ("DELETE FROM sign_in_state WHERE expires_at <= $1", now),
            ("DELETE FROM sign_in_help WHERE expires_at <= $1", now - FORGOTTEN_AFTER_S),
            ("DELETE FROM attempt WHERE last_at <= $1", now - ATTEMPTS_FOR_S),
            ("DELETE FROM event_log WHERE created_at <= $1", now - events::KEPT_S),
            ("DELETE FROM upload WHERE message_id = '' AND created_at <= $1", now - uploads::UNATTACHED_FOR_S),
            (
                "UPDATE callback SET phone = '' WHERE phone <> '' AND ended_at > 0 AND ended_at <= $1",
                now - NUMBERS_FOR_S,
            ),
        ] {
            rows += sqlx::query(over).bind(until).execute(&self.pool).await?.rows_affected();
        }
        Ok(rows)
    }
}
