//! Requests of people who cannot sign in. Nothing reaches support before the one-time link has been followed; of
//! its word only a hash is kept.

use sqlx::FromRow;
use uuid::Uuid;

use super::{
    Store, StoreError,
    guests::{GuestCase, GuestRequest, put_guest_case},
    outbox::{Mail, put_mail},
};
use crate::secret;

/// Seconds that a one-time link can be followed.
pub const VALID_S: i64 = 24 * 3_600;
/// Seconds after which a request is forgotten that was never confirmed, or whose link is long used.
pub(super) const FORGOTTEN_AFTER_S: i64 = 30 * 24 * 3_600;

/// A request before it is confirmed.
#[derive(Clone, Copy, Debug)]
pub struct Unconfirmed<'a> {
    pub email: &'a str,
    pub question: &'a str,
    pub locale: &'a str,
    /// The word in the one-time link.
    pub token: &'a str,
}

/// What came of following a one-time link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// The case is open; its number.
    Opened(String),
    Used,
    Expired,
    Unknown,
}

#[derive(FromRow)]
struct Row {
    expires_at: i64,
    #[sqlx(flatten)]
    request: GuestRequest,
}

impl Store {
    /// Keeps a request, and the mail that asks for its confirmation.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn keep_unconfirmed(&self, request: &Unconfirmed<'_>, mail: &Mail, now: i64) -> Result<(), StoreError> {
        let mut transaction = self.writing().await?;
        sqlx::query(
            "INSERT INTO sign_in_help (id, email, question, locale, token_hash, created_at, expires_at, used_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, 0)",
        )
        .bind(Uuid::now_v7().to_string())
        .bind(request.email)
        .bind(request.question)
        .bind(request.locale)
        .bind(secret::hash(request.token))
        .bind(now)
        .bind(now + VALID_S)
        .execute(&mut *transaction)
        .await?;
        put_mail(&mut transaction, mail).await?;
        Ok(transaction.commit().await?)
    }

    /// Follows a one-time link: the first time, and in time, support gets the request as the case that `made` makes.
    ///
    /// # Errors
    /// If the database fails; then the link can be followed again.
    pub async fn confirm(
        &self,
        token: &str,
        now: i64,
        made: impl FnOnce(&GuestRequest) -> GuestCase,
    ) -> Result<Confirmed, StoreError> {
        let mut transaction = self.writing().await?;
        // The text is with the case from now on, and only there. Locks the row: of two at once one comes second.
        let used = sqlx::query("UPDATE sign_in_help SET used_at = $1 WHERE token_hash = $2 AND used_at = 0")
            .bind(now)
            .bind(secret::hash(token))
            .execute(&mut *transaction)
            .await?;
        let row: Option<Row> =
            sqlx::query_as("SELECT id, email, question, locale, expires_at FROM sign_in_help WHERE token_hash = $1")
                .bind(secret::hash(token))
                .fetch_optional(&mut *transaction)
                .await?;
        let Some(row) = row else { return Ok(Confirmed::Unknown) };
        if used.rows_affected() == 0 {
            return Ok(Confirmed::Used);
        }
        if row.expires_at <= now {
            return Ok(Confirmed::Expired);
        }
        let number = put_guest_case(&mut transaction, made(&row.request)).await?;
        sqlx::query("UPDATE sign_in_help SET question = '' WHERE id = $1")
            .bind(&row.request.id)
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(Confirmed::Opened(number))
    }
}
