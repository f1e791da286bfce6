//! What the support team does with cases: looks through them, and changes the one it has seen.

use contract::CaseState;
use rules::case::{CaseEvent, step};
use sqlx::{Any, FromRow, Transaction};

use super::{COLUMNS, CaseRow, turn};
use crate::store::{
    Store, StoreError,
    callbacks::cancel_of_case,
    conversations::{NewMessage, Put, append, known},
    events,
    outbox::{Mail, put_mail},
};

/// Which cases of the queue are wanted, the longest waiting first.
#[derive(Clone, Copy, Debug)]
pub struct QueuePage<'a> {
    /// `support`, `requester` or `none`.
    pub turn: &'a str,
    /// Behind the case that has waited since that moment and has that number.
    pub after: (i64, i64),
    pub limit: u32,
}

/// How many cases wait for whom.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct QueueCount {
    pub turn: String,
    pub cases: i64,
}

/// What a member of the team does with a case that they have seen.
#[derive(Clone, Debug)]
pub struct Change<'a> {
    pub case_id: &'a str,
    /// The version they saw.
    pub version: i64,
    pub event: CaseEvent,
    pub message: Option<NewMessage<'a>>,
    pub mail: Option<Mail>,
    /// Seconds since 1970.
    pub now: i64,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Now,
    /// The same message had been sent.
    Before,
    /// The case is no longer as it was seen.
    Meanwhile,
    /// That cannot happen to a case in this state.
    Impossible,
}

impl Store {
    /// A page of the queue.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn queue(&self, page: QueuePage<'_>) -> Result<Vec<CaseRow>, StoreError> {
        let question = format!(
            "SELECT {COLUMNS} FROM support_case WHERE turn = $1 AND (turn_since > $2 OR turn_since = $3 \
             AND number > $4) ORDER BY turn_since, number LIMIT $5"
        );
        let (since, number) = page.after;
        let asked = sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(page.turn).bind(since).bind(since);
        Ok(asked.bind(number).bind(i64::from(page.limit)).fetch_all(&self.pool).await?)
    }

    /// How many cases wait for whom; those for whom none waits are left out.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn queue_counts(&self) -> Result<Vec<QueueCount>, StoreError> {
        let asked = sqlx::query_as("SELECT turn, COUNT(*) AS cases FROM support_case GROUP BY turn");
        Ok(asked.fetch_all(&self.pool).await?)
    }

    /// Does with a case what a member of the team wants, unless it changed since they saw it.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn change_case(&self, change: Change<'_>) -> Result<Changed, StoreError> {
        let mut writing = self.writing().await?;
        if let Some(sent) = sent(&mut writing, &change).await? {
            return Ok(sent);
        }
        let found: Option<(String,)> = sqlx::query_as(
            "UPDATE support_case SET version = version + 1 WHERE id = $1 AND version = $2 RETURNING state",
        )
        .bind(change.case_id)
        .bind(change.version)
        .fetch_optional(&mut *writing)
        .await?;
        let Some((state,)) = found else {
            // The second of two clicks waited for the first one above.
            return Ok(sent(&mut writing, &change).await?.unwrap_or(Changed::Meanwhile));
        };
        let state = CaseState::from(state);
        let Some(next) = step(&state, change.event) else { return Ok(Changed::Impossible) };
        moved(&mut writing, &change, &next).await?;
        if !rules::case::is_open(&next) {
            cancel_of_case(&mut writing, change.case_id, change.now).await?;
        }
        if let Some(message) = &change.message {
            append(&mut writing, message).await?;
        }
        if next != state {
            events::case_moved(&mut writing, change.case_id, change.now).await?;
        }
        if let Some(mail) = &change.mail {
            put_mail(&mut writing, mail).await?;
        }
        self.commit(writing).await?;
        Ok(Changed::Now)
    }
}

/// What it means that a message with this id was sent, if one was.
async fn sent(from: &mut Transaction<'_, Any>, change: &Change<'_>) -> Result<Option<Changed>, StoreError> {
    let Some(message) = &change.message else { return Ok(None) };
    let found = known(from, message).await?;
    Ok(found.map(|put| if matches!(put, Put::Before(_)) { Changed::Before } else { Changed::Meanwhile }))
}

async fn moved(to: &mut Transaction<'_, Any>, change: &Change<'_>, next: &CaseState) -> Result<(), StoreError> {
    let turn = turn(next);
    let has_replied = i64::from(matches!(change.event, CaseEvent::Answered | CaseEvent::Closed));
    sqlx::query(
        "UPDATE support_case SET state = $1, turn_since = CASE WHEN turn = $2 THEN turn_since ELSE $3 END, turn = $4, \
         updated_at = $5, expected_reply_at = CASE WHEN $6 = 1 THEN 0 ELSE expected_reply_at END WHERE id = $7",
    )
    .bind(next.word())
    .bind(turn)
    .bind(change.now)
    .bind(turn)
    .bind(change.now)
    .bind(has_replied)
    .bind(change.case_id)
    .execute(&mut **to)
    .await?;
    Ok(())
}
