//! Remembers what a request with an `Idempotency-Key` led to, so that sending it again does nothing more.

use sqlx::{Any, Transaction};

use super::{Store, StoreError};

/// Seconds after which a request that never ended may be taken up again.
const ABANDONED_AFTER: i64 = 60;

/// A request that may be sent more than once.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    pub scope: &'a str,
    pub key: &'a str,
    /// The same for the same request.
    pub fingerprint: &'a str,
    /// Seconds since 1970.
    pub now: i64,
}

/// What is known of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It is ours to carry out.
    First,
    /// It is being carried out.
    UnderWay,
    /// Another request had this key.
    Different,
    Done(Outcome),
}

/// What a request led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub status: i64,
    pub body: String,
}

impl Store {
    /// Notes that a request is being carried out, unless it is known.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn begin(&self, attempt: Attempt<'_>) -> Result<Seen, StoreError> {
        if self.note(attempt).await? {
            return Ok(Seen::First);
        }
        let known: Option<(String, i64, String)> =
            sqlx::query_as("SELECT fingerprint, status, body FROM idempotency WHERE scope = $1 AND request_key = $2")
                .bind(attempt.scope)
                .bind(attempt.key)
                .fetch_optional(&self.pool)
                .await?;
        Ok(match known {
            Some((fingerprint, _, _)) if fingerprint != attempt.fingerprint => Seen::Different,
            Some((_, 0, _)) if self.take_over(attempt).await? => Seen::First,
            Some((_, 0, _)) | None => Seen::UnderWay,
            Some((_, status, body)) => Seen::Done(Outcome { status, body }),
        })
    }

    /// Forgets a request that came to nothing.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn give_up(&self, attempt: Attempt<'_>) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM idempotency WHERE scope = $1 AND request_key = $2 AND status = 0")
            .bind(attempt.scope)
            .bind(attempt.key)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    async fn note(&self, attempt: Attempt<'_>) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "INSERT INTO idempotency (scope, request_key, fingerprint, started_at, status, body) \
             VALUES ($1, $2, $3, $4, 0, '') ON CONFLICT (scope, request_key) DO NOTHING",
        )
        .bind(attempt.scope)
        .bind(attempt.key)
        .bind(attempt.fingerprint)
        .bind(attempt.now)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn take_over(&self, attempt: Attempt<'_>) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE idempotency SET started_at = $1 \
             WHERE scope = $2 AND request_key = $3 AND status = 0 AND started_at <= $4",
        )
        .bind(attempt.now)
        .bind(attempt.scope)
        .bind(attempt.key)
        .bind(attempt.now - ABANDONED_AFTER)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }
}

/// Notes what a request led to, in the transaction that carried it out.
pub(super) async fn finish(
    to: &mut Transaction<'_, Any>,
    attempt: Attempt<'_>,
    outcome: &Outcome,
) -> Result<(), StoreError> {
    sqlx::query("UPDATE idempotency SET status = $1, body = $2 WHERE scope = $3 AND request_key = $4")
        .bind(outcome.status)
        .bind(outcome.body.as_str())
        .bind(attempt.scope)
        .bind(attempt.key)
        .execute(&mut **to)
        .await?;
    Ok(())
}
