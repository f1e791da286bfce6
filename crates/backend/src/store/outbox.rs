//! Mails on their way: written in the transaction of what they tell of, sent afterwards, each by one process.

use sqlx::{Any, FromRow, Transaction};
use uuid::Uuid;

use super::{Store, StoreError};

/// Seconds that a process has to send a mail before another one may take it up.
const LEASE_S: i64 = 120;

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// The part of its `Message-ID` before the `@`, made of what it tells of: the same word is written once.
    pub message_id: String,
    pub to: String,
    pub subject: String,
    pub body: String,
    /// The body holds a one-time link, so that it is forgotten once it is sent.
    pub has_secret: bool,
    /// Seconds since 1970.
    pub created_at: i64,
}

/// A mail as it is kept; moments are 0 where they have not come.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct MailRow {
    pub id: String,
    pub message_id: String,
    pub to_address: String,
    pub subject: String,
    pub body: String,
    pub created_at: i64,
    pub sent_at: i64,
    pub attempts: i64,
    /// 0 once it is not tried any more.
    pub next_attempt_at: i64,
    pub last_error: String,
}

const COLUMNS: &str =
    "id, message_id, to_address, subject, body, created_at, sent_at, attempts, next_attempt_at, last_error";

/// Writes a mail in the transaction of what it tells of. One that was written before stays as it is.
///
/// # Errors
/// If the database fails.
pub(super) async fn put_mail(to: &mut Transaction<'_, Any>, mail: &Mail) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO outbox (id, message_id, to_address, subject, body, has_secret, created_at, sent_at, attempts, \
         next_attempt_at, last_error) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, 0, $8, '') \
         ON CONFLICT (message_id) DO NOTHING",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(&mail.message_id)
    .bind(&mail.to)
    .bind(&mail.subject)
    .bind(&mail.body)
    .bind(i64::from(mail.has_secret))
    .bind(mail.created_at)
    .bind(mail.created_at)
    .execute(&mut **to)
    .await?;
    Ok(())
}

impl Store {
    /// Writes a mail that tells of nothing in the database.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn put_lone_mail(&self, mail: &Mail) -> Result<(), StoreError> {
        let mut transaction = self.writing().await?;
        put_mail(&mut transaction, mail).await?;
        Ok(transaction.commit().await?)
    }

    /// The mails, the newest first, at most `limit`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn mails(&self, limit: i64) -> Result<Vec<MailRow>, StoreError> {
        let question = format!("SELECT {COLUMNS} FROM outbox ORDER BY id DESC LIMIT $1");
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(limit).fetch_all(&self.pool).await?)
    }

    /// The mails that are to be sent at `now`, the oldest first, at most `limit`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn mails_due(&self, now: i64, limit: i64) -> Result<Vec<MailRow>, StoreError> {
        let question = format!(
            "SELECT {COLUMNS} FROM outbox WHERE sent_at = 0 AND next_attempt_at > 0 AND next_attempt_at <= $1 \
             ORDER BY id LIMIT $2"
        );
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(now).bind(limit).fetch_all(&self.pool).await?)
    }

    /// Takes a mail in order to send it; false if another process has taken it since `mail` was read.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_mail(&self, mail: &MailRow, now: i64) -> Result<bool, StoreError> {
        let done = sqlx::query(
            "UPDATE outbox SET attempts = attempts + 1, next_attempt_at = $1 \
             WHERE id = $2 AND sent_at = 0 AND attempts = $3 AND next_attempt_at = $4",
        )
        .bind(now + LEASE_S)
        .bind(&mail.id)
        .bind(mail.attempts)
        .bind(mail.next_attempt_at)
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() == 1)
    }

    /// Notes that a mail is sent. A one-time link in it is forgotten.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn mail_was_sent(&self, id: &str, now: i64) -> Result<(), StoreError> {
        sqlx::query(
            "UPDATE outbox SET sent_at = $1, next_attempt_at = 0, last_error = '', \
             body = CASE WHEN has_secret = 1 THEN '' ELSE body END WHERE id = $2",
        )
        .bind(now)
        .bind(id)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Notes why a mail was not sent, and when it is tried again: never, if `next_attempt_at` is 0.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn mail_was_not_sent(&self, id: &str, error: &str, next_attempt_at: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE outbox SET last_error = $1, next_attempt_at = $2 WHERE id = $3")
            .bind(error)
            .bind(next_attempt_at)
            .bind(id)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
