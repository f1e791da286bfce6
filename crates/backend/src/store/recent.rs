//! The objects that somebody looked at, the newest first and a few at most.

use sqlx::{Any, Transaction};

use super::{Store, StoreError};

/// Objects that are kept for one owner.
pub const AT_MOST: i64 = 20;
/// Seconds after the last look.
pub const KEPT_S: i64 = 30 * 24 * 3_600;

impl Store {
    /// Notes that an owner (`person:…` or `visitor:…`) looked at an object.
    ///
    /// # Errors
    /// If the database fails, or there is no such object.
    pub async fn look_at(&self, owner: &str, object_id: &str, now: i64) -> Result<(), StoreError> {
        let mut to = self.writing().await?;
        put(&mut to, owner, object_id, now).await?;
        cut(&mut to, owner).await?;
        to.commit().await?;
        Ok(())
    }

    /// The ids of the objects that an owner looked at, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn looked_at(&self, owner: &str) -> Result<Vec<String>, StoreError> {
        const SELECT: &str = "SELECT object_id FROM recent_object WHERE owner = $1 ORDER BY place DESC, object_id";
        let found: Vec<(String,)> = sqlx::query_as(SELECT).bind(owner).fetch_all(&self.pool).await?;
        Ok(found.into_iter().map(|(id,)| id).collect())
    }

    /// Gives an owner what another one looked at, as if they had done so themselves just now.
    ///
    /// # Errors
    /// If the database fails; then nothing has moved.
    pub async fn take_over_looks(&self, from: &str, owner: &str) -> Result<(), StoreError> {
        let found: Vec<(String, i64)> =
            sqlx::query_as("SELECT object_id, seen_at FROM recent_object WHERE owner = $1 ORDER BY place")
                .bind(from)
                .fetch_all(&self.pool)
                .await?;
        if found.is_empty() {
            return Ok(());
        }
        let mut to = self.writing().await?;
        for (object_id, seen_at) in &found {
            put(&mut to, owner, object_id, *seen_at).await?;
        }
        sqlx::query("DELETE FROM recent_object WHERE owner = $1").bind(from).execute(&mut *to).await?;
        cut(&mut to, owner).await?;
        to.commit().await?;
        Ok(())
    }
}

async fn put(to: &mut Transaction<'_, Any>, owner: &str, object_id: &str, seen_at: i64) -> Result<(), StoreError> {
    let (last,): (i64,) = sqlx::query_as("SELECT COALESCE(MAX(place), 0) FROM recent_object WHERE owner = $1")
        .bind(owner)
        .fetch_one(&mut **to)
        .await?;
    sqlx::query(
        "INSERT INTO recent_object (owner, object_id, place, seen_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (owner, object_id) DO UPDATE SET place = excluded.place, seen_at = excluded.seen_at",
    )
    .bind(owner)
    .bind(object_id)
    .bind(last + 1)
    .bind(seen_at)
    .execute(&mut **to)
    .await?;
    Ok(())
}

/// Drops what is more than there may be, the oldest first.
async fn cut(to: &mut Transaction<'_, Any>, owner: &str) -> Result<(), StoreError> {
    let places: Vec<(i64,)> =
        sqlx::query_as("SELECT place FROM recent_object WHERE owner = $1 ORDER BY place DESC LIMIT 1 OFFSET $2")
            .bind(owner)
            .bind(AT_MOST)
            .fetch_all(&mut **to)
            .await?;
    for (place,) in places {
        sqlx::query("DELETE FROM recent_object WHERE owner = $1 AND place <= $2")
            .bind(owner)
            .bind(place)
            .execute(&mut **to)
            .await?;
    }
    Ok(())
}
