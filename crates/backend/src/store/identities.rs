//! Accounts as an issuer of OpenID Connect names them, and people on the way to it and back.

use sqlx::FromRow;

use super::{Store, StoreError, people};
use crate::secret;

/// Seconds that a person has to come back from the issuer.
pub const AWAY_S: i64 = 600;

/// What has to be remembered of a person who goes to the issuer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaving<'a> {
    /// Comes back from the issuer; only a hash is kept.
    pub state: &'a str,
    /// The cookie of the browser that sets out; only a hash is kept.
    pub browser: &'a str,
    pub nonce: &'a str,
    pub pkce_verifier: &'a str,
    /// Where they want to be afterwards.
    pub next: &'a str,
}

/// What was remembered of a person who comes back.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Returning {
    pub nonce: String,
    pub pkce_verifier: String,
    pub next: String,
}

impl Store {
    /// Remembers a person who goes to the issuer, and forgets those who did not come back.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remember_leaving(&self, leaving: &Leaving<'_>, now: i64) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM sign_in_state WHERE expires_at <= $1").bind(now).execute(&self.pool).await?;
        sqlx::query(
            "INSERT INTO sign_in_state (state_hash, browser_hash, nonce, pkce_verifier, next, expires_at) \
             VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(secret::hash(leaving.state))
        .bind(secret::hash(leaving.browser))
        .bind(leaving.nonce)
        .bind(leaving.pkce_verifier)
        .bind(leaving.next)
        .bind(now + AWAY_S)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// What was remembered under a state for this browser, given once.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_returning(&self, state: &str, browser: &str, now: i64) -> Result<Option<Returning>, StoreError> {
        let (state, browser) = (secret::hash(state), secret::hash(browser));
        let mut transaction = self.writing().await?;
        let found: Option<Returning> = sqlx::query_as(
            "SELECT nonce, pkce_verifier, next FROM sign_in_state \
             WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3",
        )
        .bind(&state)
        .bind(&browser)
        .bind(now)
        .fetch_optional(&mut *transaction)
        .await?;
        let taken = sqlx::query("DELETE FROM sign_in_state WHERE state_hash = $1 AND browser_hash = $2")
            .bind(&state)
            .bind(&browser)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(found.filter(|_| taken.rows_affected() == 1))
    }

    /// The account that an issuer means by `subject`. Nothing else in a token leads to an account.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn person_by_identity(
        &self,
        issuer: &str,
        subject: &str,
    ) -> Result<Option<people::PersonRow>, StoreError> {
        let question = format!(
            "SELECT {} FROM identity JOIN person ON person.id = identity.person_id \
             WHERE identity.issuer = $1 AND identity.subject = $2",
            people::COLUMNS
        );
        let asked = sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(issuer).bind(subject);
        Ok(asked.fetch_optional(&self.pool).await?)
    }

    /// Notes which account an issuer means by `subject`; a note that is there stays.
    ///
    /// # Errors
    /// If the database fails or there is no such person.
    pub async fn add_identity(&self, issuer: &str, subject: &str, person_id: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO identity (issuer, subject, person_id) VALUES ($1, $2, $3) \
             ON CONFLICT (issuer, subject) DO NOTHING",
        )
        .bind(issuer)
        .bind(subject)
        .bind(person_id)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
