//! What a person does with a call back: asks for it, moves it, cancels it.

use sqlx::{Any, Transaction};

use super::{COLUMNS, CallbackRow, give_place_back, touch_case};
use crate::store::{Store, StoreError};

/// A call back that is about to be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewCallback {
    pub id: String,
    /// The same for the same request of the same person.
    pub fingerprint: String,
    pub case_id: String,
    pub person_id: String,
    pub language: String,
    /// E.164.
    pub phone: String,
    /// 0 for a call as soon as somebody is free.
    pub slot_at: i64,
    /// How many can have the same slot.
    pub places: i64,
    /// Seconds since 1970.
    pub now: i64,
}

/// What came of a call back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placed {
    Now,
    /// The same request had been kept.
    Before(CallbackRow),
    /// Another request had this id.
    Different,
    /// Others have all places of the slot.
    SlotTaken,
    /// The case has another one under way.
    UnderWay(CallbackRow),
    /// Nobody can write in the case any more.
    CaseClosed,
}

/// What came of a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    Now,
    /// It has changed since it was seen, or cannot be moved any more.
    Meanwhile,
    SlotTaken,
}

impl Placed {
    /// What a request with that fingerprint means where this call back has its id.
    #[must_use]
    pub fn known(row: CallbackRow, fingerprint: &str) -> Self {
        if row.fingerprint == fingerprint { Self::Before(row) } else { Self::Different }
    }
}

impl Store {
    /// Keeps a call back about a case that is open.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn put_callback(&self, new: &NewCallback) -> Result<Placed, StoreError> {
        let mut to = self.writing().await?;
        touch_case(&mut to, &new.case_id, new.now).await?;
        let (state,): (String,) = sqlx::query_as("SELECT state FROM support_case WHERE id = $1")
            .bind(&new.case_id)
            .fetch_one(&mut *to)
            .await?;
        if !rules::case::is_open(&state.into()) {
            return Ok(Placed::CaseClosed);
        }
        let placed = put_in(&mut to, new).await?;
        if placed == Placed::Now {
            to.commit().await?;
        }
        Ok(placed)
    }

    /// Moves one that a person has seen to another slot.
    ///
    /// # Errors
    /// If the database fails; then it stays where it is.
    pub async fn move_callback(
        &self,
        seen: &CallbackRow,
        slot_at: i64,
        places: i64,
        now: i64,
    ) -> Result<Moved, StoreError> {
        let mut to = self.writing().await?;
        touch_case(&mut to, &seen.case_id, now).await?;
        let done = sqlx::query(
            "UPDATE callback SET state = 'booked', slot_at = $1, version = version + 1 \
             WHERE id = $2 AND version = $3 AND state IN ('waiting', 'booked')",
        )
        .bind(slot_at)
        .bind(&seen.id)
        .bind(seen.version)
        .execute(&mut *to)
        .await?;
        if done.rows_affected() == 0 {
            return Ok(Moved::Meanwhile);
        }
        // The new place first: two who change places with each other would wait for each other.
        if !take_place(&mut to, &seen.id, slot_at, places).await? {
            return Ok(Moved::SlotTaken);
        }
        give_place_back(&mut to, &seen.id, seen.slot_at).await?;
        to.commit().await?;
        Ok(Moved::Now)
    }

    /// Cancels one; false if it is under way or over.
    ///
    /// # Errors
    /// If the database fails; then it stays as it is.
    pub async fn cancel_callback(&self, seen: &CallbackRow, now: i64) -> Result<bool, StoreError> {
        let mut to = self.writing().await?;
        touch_case(&mut to, &seen.case_id, now).await?;
        let done = sqlx::query(
            "UPDATE callback SET state = 'cancelled', ended_at = $1, version = version + 1 \
             WHERE id = $2 AND state IN ('waiting', 'booked')",
        )
        .bind(now)
        .bind(&seen.id)
        .execute(&mut *to)
        .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        give_place_back(&mut to, &seen.id, seen.slot_at).await?;
        to.commit().await?;
        Ok(true)
    }
}

/// Keeps a call back in the transaction of the case that it is about. Unless it is [`Placed::Now`], the transaction
/// has to be given up.
pub(in crate::store) async fn put_in(to: &mut Transaction<'_, Any>, new: &NewCallback) -> Result<Placed, StoreError> {
    let state = if new.slot_at == 0 { "waiting" } else { "booked" };
    let done = sqlx::query(
        "INSERT INTO callback (id, fingerprint, case_id, person_id, version, state, language, phone, requested_at, \
         slot_at, staff_id, taken_at, ended_at) VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9, '', 0, 0) \
         ON CONFLICT DO NOTHING",
    )
    .bind(&new.id)
    .bind(&new.fingerprint)
    .bind(&new.case_id)
    .bind(&new.person_id)
    .bind(state)
    .bind(&new.language)
    .bind(&new.phone)
    .bind(new.now)
    .bind(new.slot_at)
    .execute(&mut **to)
    .await?;
    if done.rows_affected() == 0 {
        return instead(to, new).await;
    }
    let has_place = new.slot_at == 0 || take_place(to, &new.id, new.slot_at, new.places).await?;
    Ok(if has_place { Placed::Now } else { Placed::SlotTaken })
}

/// What is there already where one could not be kept.
async fn instead(from: &mut Transaction<'_, Any>, new: &NewCallback) -> Result<Placed, StoreError> {
    let question = format!(
        "SELECT {COLUMNS} FROM callback WHERE id = $1 OR case_id = $2 AND state IN ('waiting', 'booked', 'calling') \
         ORDER BY CASE WHEN id = $3 THEN 0 ELSE 1 END LIMIT 1"
    );
    let asked = sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(&new.id).bind(&new.case_id).bind(&new.id);
    let row: CallbackRow = asked.fetch_one(&mut **from).await?;
    Ok(if row.id == new.id { Placed::known(row, &new.fingerprint) } else { Placed::UnderWay(row) })
}

/// Takes one of the places of a slot; false where others have all of them. Two who want the same one meet at its key.
async fn take_place(to: &mut Transaction<'_, Any>, id: &str, slot_at: i64, places: i64) -> Result<bool, StoreError> {
    for place in 1..=places {
        let done = sqlx::query(
            "INSERT INTO callback_place (slot_at, place, callback_id) VALUES ($1, $2, $3) \
             ON CONFLICT (slot_at, place) DO NOTHING",
        )
        .bind(slot_at)
        .bind(place)
        .bind(id)
        .execute(&mut **to)
        .await?;
        if done.rows_affected() == 1 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Cancels what a case that ends still has in the list, in the transaction that ends it.
pub(in crate::store) async fn cancel_of_case(
    to: &mut Transaction<'_, Any>,
    case_id: &str,
    now: i64,
) -> Result<(), StoreError> {
    let cancelled: Vec<(String, i64)> = sqlx::query_as(
        "UPDATE callback SET state = 'cancelled', ended_at = $1, version = version + 1 \
         WHERE case_id = $2 AND state IN ('waiting', 'booked') RETURNING id, slot_at",
    )
    .bind(now)
    .bind(case_id)
    .fetch_all(&mut **to)
    .await?;
    for (id, slot_at) in cancelled {
        give_place_back(to, &id, slot_at).await?;
    }
    Ok(())
}
