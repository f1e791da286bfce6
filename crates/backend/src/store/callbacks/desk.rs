//! The call list: who is to be called next, who calls, and what came of it.

use contract::CaseState;
use rules::case::{CaseEvent, step};
use sqlx::{Any, FromRow, Transaction};

use super::{COLUMNS, CallbackRow, give_place_back, touch_case};
use crate::store::{
    Store, StoreError,
    cases::turn,
    contact::{PHONE, add_wait_in},
};

/// A call of the list, with what the list says of its case.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Call {
    pub number: i64,
    pub subject_line: String,
    pub display_name: String,
    #[sqlx(flatten)]
    pub callback: CallbackRow,
}

/// What came of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    Done,
    Missed,
}

impl Ended {
    fn word(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Missed => "missed",
        }
    }

    fn event(self) -> CaseEvent {
        match self {
            Self::Done => CaseEvent::Called,
            Self::Missed => CaseEvent::NotReached,
        }
    }
}

impl Store {
    /// Who is to be called: calls under way first, then the queue in its order, then what is booked, by its time.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn calls(&self) -> Result<Vec<Call>, StoreError> {
        let question = format!(
            "SELECT support_case.number, support_case.subject_line, person.display_name, {COLUMNS} FROM callback \
             JOIN support_case ON support_case.id = callback.case_id JOIN person ON person.id = callback.person_id \
             WHERE callback.state IN ('waiting', 'booked', 'calling') \
             ORDER BY CASE callback.state WHEN 'calling' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END, callback.slot_at, \
             callback.requested_at, callback.id"
        );
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(question)).fetch_all(&self.pool).await?)
    }

    /// Takes a call in order to make it; false if somebody else has, or it is off the list. How long somebody waited
    /// in the queue is measured then.
    ///
    /// # Errors
    /// If the database fails; then it stays in the list.
    pub async fn take_call(&self, seen: &CallbackRow, staff_id: &str, now: i64) -> Result<bool, StoreError> {
        let mut to = self.writing().await?;
        touch_case(&mut to, &seen.case_id, now).await?;
        let found: Option<(i64, i64)> = sqlx::query_as(
            "UPDATE callback SET state = 'calling', staff_id = $1, taken_at = $2, version = version + 1 \
             WHERE id = $3 AND state IN ('waiting', 'booked') RETURNING slot_at, requested_at",
        )
        .bind(staff_id)
        .bind(now)
        .bind(&seen.id)
        .fetch_optional(&mut *to)
        .await?;
        let Some((slot_at, requested_at)) = found else { return Ok(false) };
        if slot_at == 0 {
            add_wait_in(&mut to, PHONE, now - requested_at, now).await?;
        }
        happened(&mut to, &seen.case_id, CaseEvent::TakenUp, now).await?;
        to.commit().await?;
        Ok(true)
    }

    /// Notes what came of a call that is under way; false if it is not.
    ///
    /// # Errors
    /// If the database fails; then it stays under way.
    pub async fn end_call(&self, seen: &CallbackRow, ended: Ended, now: i64) -> Result<bool, StoreError> {
        let mut to = self.writing().await?;
        touch_case(&mut to, &seen.case_id, now).await?;
        let done = sqlx::query(
            "UPDATE callback SET state = $1, ended_at = $2, version = version + 1 WHERE id = $3 AND state = 'calling'",
        )
        .bind(ended.word())
        .bind(now)
        .bind(&seen.id)
        .execute(&mut *to)
        .await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        give_place_back(&mut to, &seen.id, seen.slot_at).await?;
        happened(&mut to, &seen.case_id, ended.event(), now).await?;
        to.commit().await?;
        Ok(true)
    }
}

/// Moves the case of a call, where that can happen to it.
async fn happened(to: &mut Transaction<'_, Any>, case_id: &str, event: CaseEvent, now: i64) -> Result<(), StoreError> {
    let (state,): (String,) =
        sqlx::query_as("SELECT state FROM support_case WHERE id = $1").bind(case_id).fetch_one(&mut **to).await?;
    let Some(next) = step(&CaseState::from(state), event) else { return Ok(()) };
    let was_called = i64::from(event != CaseEvent::TakenUp);
    sqlx::query(
        "UPDATE support_case SET state = $1, turn_since = CASE WHEN turn = $2 THEN turn_since ELSE $3 END, turn = $4, \
         expected_reply_at = CASE WHEN $5 = 1 THEN 0 ELSE expected_reply_at END WHERE id = $6",
    )
    .bind(next.word())
    .bind(turn(&next))
    .bind(now)
    .bind(turn(&next))
    .bind(was_called)
    .bind(case_id)
    .execute(&mut **to)
    .await?;
    Ok(())
}
