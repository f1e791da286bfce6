//! Who is signed in on which device. Of a session's cookie only a hash is kept.

use sqlx::FromRow;

use super::{Store, StoreError, people};
use crate::secret;

/// Seconds that a session lasts.
pub const SESSION_S: i64 = 14 * 24 * 3_600;

/// A session with its person.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct SessionRow {
    pub csrf: String,
    /// Seconds since 1970.
    pub expires_at: i64,
    #[sqlx(flatten)]
    pub person: people::PersonRow,
}

/// A session that has just begun: what the device is told.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// For the cookie; it is nowhere else.
    pub token: String,
    pub csrf: String,
    pub expires_at: i64,
}

impl Store {
    /// Begins a session under an id that was never used.
    ///
    /// # Errors
    /// If the database fails or there is no such person.
    pub async fn begin_session(&self, person_id: &str, now: i64) -> Result<NewSession, StoreError> {
        let session = NewSession { token: secret::fresh(), csrf: secret::fresh(), expires_at: now + SESSION_S };
        sqlx::query(
            "INSERT INTO session (token_hash, person_id, csrf, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(secret::hash(&session.token))
        .bind(person_id)
        .bind(&session.csrf)
        .bind(now)
        .bind(session.expires_at)
        .execute(&self.pool)
        .await?;
        Ok(session)
    }

    /// The session that a cookie belongs to, unless it is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn session(&self, token: &str, now: i64) -> Result<Option<SessionRow>, StoreError> {
        let question = format!(
            "SELECT session.csrf, session.expires_at, {} FROM session JOIN person ON person.id = session.person_id \
             WHERE session.token_hash = $1 AND session.expires_at > $2",
            people::COLUMNS
        );
        let asked = sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(secret::hash(token)).bind(now);
        Ok(asked.fetch_optional(&self.pool).await?)
    }

    /// Ends the session that a cookie belongs to, and with it what it listens to.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_session(&self, token: &str) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM session WHERE token_hash = $1").bind(secret::hash(token));
        done.execute(&self.pool).await?;
        self.wake();
        Ok(())
    }
}
