//! How often something is tried that may not be tried without end. The count is in the database, so that all
//! processes share it.

use super::{Store, StoreError};
use crate::secret;

/// How often something may be tried for one subject.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub scope: &'static str,
    /// Attempts before the first wait.
    pub free: i64,
    /// Seconds of the first wait; each further one is twice as long.
    pub first_s: i64,
    /// Seconds of the longest wait.
    pub most_s: i64,
    /// Seconds without an attempt after which all is forgotten.
    pub forgotten_after_s: i64,
}

impl Limit {
    /// Seconds to wait after that many attempts.
    fn wait_s(&self, attempts: i64) -> i64 {
        if attempts < self.free {
            return 0;
        }
        let doublings = u32::try_from(attempts - self.free).unwrap_or(u32::MAX);
        self.first_s.saturating_mul(2_i64.saturating_pow(doublings)).min(self.most_s)
    }
}

impl Store {
    /// Counts an attempt, before it is made, so that many at once are not more than many in a row.
    /// Gives the seconds to wait if it may not be made.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn try_once(&self, limit: &Limit, subject: &str, now: i64) -> Result<Option<i64>, StoreError> {
        let subject = secret::hash(subject);
        let mut transaction = self.writing().await?;
        sqlx::query(
            "INSERT INTO attempt (scope, subject_hash, count, last_at, blocked_until) VALUES ($1, $2, 0, $3, 0) \
             ON CONFLICT (scope, subject_hash) DO NOTHING",
        )
        .bind(limit.scope)
        .bind(&subject)
        .bind(now)
        .execute(&mut *transaction)
        .await?;
        // Locks the row: two attempts at once are counted one after the other.
        let counted = sqlx::query(
            "UPDATE attempt SET count = CASE WHEN last_at <= $1 THEN 1 ELSE count + 1 END, last_at = $2 \
             WHERE scope = $3 AND subject_hash = $4 AND blocked_until <= $5",
        )
        .bind(now - limit.forgotten_after_s)
        .bind(now)
        .bind(limit.scope)
        .bind(&subject)
        .bind(now)
        .execute(&mut *transaction)
        .await?;
        let (count, blocked_until): (i64, i64) =
            sqlx::query_as("SELECT count, blocked_until FROM attempt WHERE scope = $1 AND subject_hash = $2")
                .bind(limit.scope)
                .bind(&subject)
                .fetch_one(&mut *transaction)
                .await?;
        if counted.rows_affected() == 0 {
            return Ok(Some(blocked_until - now));
        }
        sqlx::query("UPDATE attempt SET blocked_until = $1 WHERE scope = $2 AND subject_hash = $3")
            .bind(now + limit.wait_s(count))
            .bind(limit.scope)
            .bind(&subject)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(None)
    }

    /// Forgets the attempts: the last one succeeded.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_attempts(&self, limit: &Limit, subject: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM attempt WHERE scope = $1 AND subject_hash = $2")
            .bind(limit.scope)
            .bind(secret::hash(subject))
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Limit;

    #[test]
    fn each_wait_is_twice_as_long() {
        let limit = Limit { scope: "", free: 5, first_s: 30, most_s: 900, forgotten_after_s: 0 };
        for (attempts, expected) in
            [(1, 0), (4, 0), (5, 30), (6, 60), (7, 120), (8, 240), (9, 480), (10, 900), (11, 900), (100, 900)]
        {
            assert_eq!(limit.wait_s(attempts), expected, "{attempts}");
        }
    }
}
