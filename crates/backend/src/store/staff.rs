//! The support team: who they are and who is signed in at the desk.

use sqlx::FromRow;

use super::{Store, StoreError, people::email_key};
use crate::secret;

/// Seconds that a sign-in at the desk lasts: a working day.
pub const DESK_SESSION_S: i64 = 10 * 3_600;

/// A member of the team.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct StaffRow {
    pub id: String,
    pub email: String,
    pub display_name: String,
    /// argon2id in PHC form.
    pub password_hash: String,
}

/// A member of the team who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct StaffSessionRow {
    pub csrf: String,
    #[sqlx(flatten)]
    pub staff: StaffRow,
}

impl Store {
    /// Adds a member of the team; one with that id or address stays as they are. Says whether they are new.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_staff(&self, staff: &StaffRow) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "INSERT INTO staff (id, email, email_key, display_name, password_hash) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT DO NOTHING",
        )
        .bind(&staff.id)
        .bind(&staff.email)
        .bind(email_key(&staff.email))
        .bind(&staff.display_name)
        .bind(&staff.password_hash)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// The member of the team with that address.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn staff_by_email(&self, email: &str) -> Result<Option<StaffRow>, StoreError> {
        let asked = sqlx::query_as("SELECT id, email, display_name, password_hash FROM staff WHERE email_key = $1");
        Ok(asked.bind(email_key(email)).fetch_optional(&self.pool).await?)
    }

    /// Begins a session at the desk. Gives the token for the cookie.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn begin_desk_session(&self, staff: &StaffRow, now: i64) -> Result<String, StoreError> {
        let token = secret::fresh();
        sqlx::query("INSERT INTO staff_session (token_hash, staff_id, csrf, expires_at) VALUES ($1, $2, $3, $4)")
            .bind(secret::hash(&token))
            .bind(&staff.id)
            .bind(secret::fresh())
            .bind(now + DESK_SESSION_S)
            .execute(&self.pool)
            .await?;
        Ok(token)
    }

    /// The session that a cookie belongs to, unless it is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn desk_session(&self, token: &str, now: i64) -> Result<Option<StaffSessionRow>, StoreError> {
        let asked = sqlx::query_as(
            "SELECT s.csrf, t.id, t.email, t.display_name, t.password_hash FROM staff_session s \
             JOIN staff t ON t.id = s.staff_id WHERE s.token_hash = $1 AND s.expires_at > $2",
        );
        Ok(asked.bind(secret::hash(token)).bind(now).fetch_optional(&self.pool).await?)
    }

    /// Ends the session that a cookie belongs to.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn end_desk_session(&self, token: &str) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM staff_session WHERE token_hash = $1").bind(secret::hash(token));
        done.execute(&self.pool).await?;
        Ok(())
    }
}
