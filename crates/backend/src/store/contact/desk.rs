//! What the desk changes: switches, who is there, hours, holidays, when a queue is long.

use sqlx::FromRow;

use super::{HolidayRow, PresenceRow, seed};
use crate::{
    content::contact::HoursEntry,
    store::{Store, StoreError},
};

/// Somebody of the team who is there, by name.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct PresentRow {
    pub display_name: String,
    #[sqlx(flatten)]
    pub presence: PresenceRow,
}

impl Store {
    /// Switches a method on or off.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn switch_method(&self, method: &str, state: &str) -> Result<(), StoreError> {
        let done = sqlx::query("UPDATE contact_method SET state = $1 WHERE method = $2").bind(state).bind(method);
        done.execute(&self.pool).await?;
        Ok(())
    }

    /// Says from how many on a queue is long, and full.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn limit_queue(&self, method: &str, long_from: i64, full_from: i64) -> Result<(), StoreError> {
        sqlx::query("UPDATE contact_method SET queue_long_from = $1, queue_full_from = $2 WHERE method = $3")
            .bind(long_from)
            .bind(full_from)
            .bind(method)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Notes that somebody is there from now on.
    ///
    /// # Errors
    /// If the database fails, or there is no such method or member of the team.
    pub async fn come(&self, here: &PresenceRow) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO contact_presence (staff_id, method, languages, since_at, until_at) \
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (staff_id, method) DO UPDATE \
             SET languages = excluded.languages, since_at = excluded.since_at, until_at = excluded.until_at",
        )
        .bind(&here.staff_id)
        .bind(&here.method)
        .bind(&here.languages)
        .bind(here.since_at)
        .bind(here.until_at)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Notes that somebody is not there any more, by any method.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn leave(&self, staff_id: &str) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM contact_presence WHERE staff_id = $1").bind(staff_id);
        done.execute(&self.pool).await?;
        Ok(())
    }

    /// Who of the team is there, by name.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn present(&self, now: i64) -> Result<Vec<PresentRow>, StoreError> {
        let asked = sqlx::query_as(
            "SELECT t.display_name, p.staff_id, p.method, p.languages, p.since_at, p.until_at FROM contact_presence p \
             JOIN staff t ON t.id = p.staff_id WHERE p.until_at > $1 ORDER BY t.display_name, p.staff_id",
        );
        Ok(asked.bind(now).fetch_all(&self.pool).await?)
    }

    /// Adds hours to a method.
    ///
    /// # Errors
    /// If the database fails, or there is no such method.
    pub async fn add_hours(&self, method: &str, hours: &HoursEntry) -> Result<(), StoreError> {
        let mut to = self.writing().await?;
        seed::hours(&mut to, method, hours).await?;
        Ok(to.commit().await?)
    }

    /// Removes hours.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_hours(&self, id: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM contact_hours WHERE id = $1").bind(id).execute(&self.pool).await?;
        Ok(())
    }

    /// Adds a holiday, or gives it another name.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_holiday(&self, holiday: &HolidayRow) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO contact_holiday (day, method, name) VALUES ($1, $2, $3) \
             ON CONFLICT (day, method) DO UPDATE SET name = excluded.name",
        )
        .bind(&holiday.day)
        .bind(&holiday.method)
        .bind(&holiday.name)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// Removes a holiday.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_holiday(&self, day: &str, method: &str) -> Result<(), StoreError> {
        let done = sqlx::query("DELETE FROM contact_holiday WHERE day = $1 AND method = $2").bind(day).bind(method);
        done.execute(&self.pool).await?;
        Ok(())
    }
}
