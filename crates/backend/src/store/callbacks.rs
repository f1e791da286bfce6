//! Call backs: who wants to be called, when, and what came of it.

mod desk;
mod put;

use std::collections::BTreeMap;

use sqlx::{Any, FromRow, Transaction};

use super::{Store, StoreError};

pub(super) use self::put::{cancel_of_case, put_in};
pub use self::{
    desk::{Call, Ended},
    put::{Moved, NewCallback, Placed},
};

/// A call back as it is kept. Absent words are empty, absent moments 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct CallbackRow {
    /// Made by the client.
    pub id: String,
    pub fingerprint: String,
    pub case_id: String,
    pub person_id: String,
    /// Grows by one with each change.
    pub version: i64,
    pub state: String,
    pub language: String,
    /// E.164; empty once it has been removed.
    pub phone: String,
    pub requested_at: i64,
    /// When its quarter of an hour begins; 0 where they wait in the queue.
    pub slot_at: i64,
    pub staff_id: String,
    pub taken_at: i64,
    pub ended_at: i64,
}

/// The columns of a [`CallbackRow`], in the table named `callback`.
pub(super) const COLUMNS: &str = "callback.id, callback.fingerprint, callback.case_id, callback.person_id, \
    callback.version, callback.state, callback.language, callback.phone, callback.requested_at, callback.slot_at, \
    callback.staff_id, callback.taken_at, callback.ended_at";

impl CallbackRow {
    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> contract::CallbackState {
        self.state.clone().into()
    }
}

impl Store {
    /// The call back with that id.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn callback(&self, id: &str) -> Result<Option<CallbackRow>, StoreError> {
        let question = format!("SELECT {COLUMNS} FROM callback WHERE id = $1");
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(id).fetch_optional(&self.pool).await?)
    }

    /// The newest call back of each case of a person, by the case's id.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn callbacks_of(&self, person_id: &str) -> Result<BTreeMap<String, CallbackRow>, StoreError> {
        let question = format!("SELECT {COLUMNS} FROM callback WHERE person_id = $1 ORDER BY requested_at, id");
        let asked = sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(person_id);
        let rows: Vec<CallbackRow> = asked.fetch_all(&self.pool).await?;
        // A later one takes the place of an earlier one.
        let mut newest = BTreeMap::new();
        for row in rows {
            newest.insert(row.case_id.clone(), row);
        }
        Ok(newest)
    }

    /// The place in the queue of one that waits, from 1.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn place_in_queue(&self, row: &CallbackRow) -> Result<i64, StoreError> {
        let (before,): (i64,) = sqlx::query_as(
            "SELECT COUNT(*) FROM callback WHERE state = 'waiting' AND (requested_at < $1 \
             OR requested_at = $2 AND id < $3)",
        )
        .bind(row.requested_at)
        .bind(row.requested_at)
        .bind(&row.id)
        .fetch_one(&self.pool)
        .await?;
        Ok(before + 1)
    }

    /// How many have booked each slot from a moment on, by the second at which it begins.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn booked_slots(&self, from: i64) -> Result<BTreeMap<i64, i64>, StoreError> {
        let found: Vec<(i64, i64)> =
            sqlx::query_as("SELECT slot_at, COUNT(*) FROM callback_place WHERE slot_at >= $1 GROUP BY slot_at")
                .bind(from)
                .fetch_all(&self.pool)
                .await?;
        Ok(found.into_iter().collect())
    }
}

/// Notes on a case that something about its call back has changed. Before anything is changed, in every transaction:
/// whoever else changes one of the case's waits from here on, and nobody waits for each other.
pub(super) async fn touch_case(to: &mut Transaction<'_, Any>, case_id: &str, now: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE support_case SET version = version + 1, updated_at = $1 WHERE id = $2")
        .bind(now)
        .bind(case_id)
        .execute(&mut **to)
        .await?;
    Ok(())
}

/// Gives the place that a call back has in a slot to others.
pub(super) async fn give_place_back(to: &mut Transaction<'_, Any>, id: &str, slot_at: i64) -> Result<(), StoreError> {
    let done = sqlx::query("DELETE FROM callback_place WHERE callback_id = $1 AND slot_at = $2").bind(id).bind(slot_at);
    done.execute(&mut **to).await?;
    Ok(())
}
