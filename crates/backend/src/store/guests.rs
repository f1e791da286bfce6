//! What people without an account ask of support.

use sqlx::{Any, FromRow, Transaction};
use uuid::Uuid;

use super::{Store, StoreError};

/// A request whose address is confirmed.
#[derive(Clone, Copy, Debug)]
pub struct GuestCase<'a> {
    pub email: &'a str,
    pub question: &'a str,
    pub locale: &'a str,
    pub now: i64,
}

/// A request as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct GuestRow {
    pub number: String,
    pub email: String,
    pub question: String,
    pub locale: String,
    pub created_at: i64,
}

/// Opens a case for an address without an account, and gives its number.
///
/// # Errors
/// If the database fails.
pub(super) async fn open_guest_case(to: &mut Transaction<'_, Any>, case: &GuestCase<'_>) -> Result<String, StoreError> {
    sqlx::query("UPDATE guest_number SET last = last + 1 WHERE id = 1").execute(&mut **to).await?;
    let (last,): (i64,) = sqlx::query_as("SELECT last FROM guest_number WHERE id = 1").fetch_one(&mut **to).await?;
    let number = format!("SG-{last}");
    sqlx::query(
        "INSERT INTO guest_request (id, number, email, question, locale, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(&number)
    .bind(case.email)
    .bind(case.question)
    .bind(case.locale)
    .bind(case.now)
    .execute(&mut **to)
    .await?;
    Ok(number)
}

impl Store {
    /// The requests, the newest first, at most `limit`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn guest_requests(&self, limit: i64) -> Result<Vec<GuestRow>, StoreError> {
        let question =
            "SELECT number, email, question, locale, created_at FROM guest_request ORDER BY id DESC LIMIT $1";
        Ok(sqlx::query_as(question).bind(limit).fetch_all(&self.pool).await?)
    }
}
