//! What happened to each person's things: a log for each, numbered from 1 without a gap, written in the transaction in
//! which it did; and how often something passed that everybody is told.

use std::collections::BTreeMap;

use contract::{Event, EventKind};
use sqlx::{Any, Transaction};
use time::OffsetDateTime;

use super::{Store, StoreError, conversations::MessageRow};
use crate::secret;

/// Seconds that an event is kept.
pub const KEPT_S: i64 = 30 * 24 * 3_600;
/// Events that are read at once.
const AT_ONCE: i64 = 100;

/// A session that listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listening {
    pub person_id: String,
    /// Of the session's cookie.
    pub token: String,
}

/// How often each kind has passed.
pub type Passing = BTreeMap<String, i64>;

/// Tells whoever takes part in a conversation that there is a message: the writer, too, who may have it open elsewhere.
pub(super) async fn message_written(
    to: &mut Transaction<'_, Any>,
    conversation_id: &str,
    row: &MessageRow,
) -> Result<(), StoreError> {
    let mut hears: Vec<(String, String)> = sqlx::query_as(
        "SELECT c.person_id, '' FROM conversation v JOIN support_case c ON c.id = v.case_id \
         WHERE v.id = $1 AND c.person_id IS NOT NULL \
         UNION SELECT buyer_id, order_id FROM seller_conversation WHERE conversation_id = $2 \
         UNION SELECT seller_id, order_id FROM seller_conversation WHERE conversation_id = $3",
    )
    .bind(conversation_id)
    .bind(conversation_id)
    .bind(conversation_id)
    .fetch_all(&mut **to)
    .await?;
    hears.sort();
    for (owner, order_id) in hears {
        let event = Event {
            conversation_id: Some(conversation_id.to_owned()),
            message: Some(row.clone().message()?),
            ..event(EventKind::Message, row.created_at)?
        };
        append(to, &owner, &event).await?;
        // What is unread and until when an answer is due stands in the order.
        if !order_id.is_empty() {
            order_changed(to, &owner, &order_id, row.created_at).await?;
        }
    }
    Ok(())
}

/// Tells one side of an order that it has changed.
pub(super) async fn order_changed(
    to: &mut Transaction<'_, Any>,
    owner: &str,
    order_id: &str,
    now: i64,
) -> Result<(), StoreError> {
    let event = Event { order_id: Some(order_id.to_owned()), ..event(EventKind::Order, now)? };
    append(to, owner, &event).await
}

/// Tells the person of a case that it was opened or moved to another state.
pub(super) async fn case_moved(to: &mut Transaction<'_, Any>, case_id: &str, now: i64) -> Result<(), StoreError> {
    let hears: Option<(String,)> =
        sqlx::query_as("SELECT person_id FROM support_case WHERE id = $1 AND person_id IS NOT NULL")
            .bind(case_id)
            .fetch_optional(&mut **to)
            .await?;
    let Some((owner,)) = hears else { return Ok(()) };
    let event = Event { case_id: Some(case_id.to_owned()), ..event(EventKind::Case, now)? };
    append(to, &owner, &event).await
}

fn event(kind: EventKind, now: i64) -> Result<Event, StoreError> {
    Ok(Event::new(kind, OffsetDateTime::from_unix_timestamp(now)?))
}

/// Writes an event under its owner's next number. Whoever else writes in this log waits from here on until this
/// transaction ends, so that no number is seen before a smaller one. Who writes in several logs does so in the order
/// of their owners' ids, or two could wait for each other.
async fn append(to: &mut Transaction<'_, Any>, owner: &str, event: &Event) -> Result<(), StoreError> {
    let (seq,): (i64,) = sqlx::query_as(
        "INSERT INTO event_owner (owner, last_seq) VALUES ($1, 1) \
         ON CONFLICT (owner) DO UPDATE SET last_seq = event_owner.last_seq + 1 RETURNING last_seq",
    )
    .bind(owner)
    .fetch_one(&mut **to)
    .await?;
    sqlx::query("INSERT INTO event_log (owner, seq, kind, body, created_at) VALUES ($1, $2, $3, $4, $5)")
        .bind(owner)
        .bind(seq)
        .bind(event.kind.word())
        .bind(serde_json::to_string(event)?)
        .bind(event.at.unix_timestamp())
        .execute(&mut **to)
        .await?;
    Ok(())
}

impl Store {
    /// The number of a person's last event, 0 before the first; `None` once the session that listens is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn last_event(&self, who: &Listening, now: i64) -> Result<Option<i64>, StoreError> {
        let asked = sqlx::query_as(
            "SELECT COALESCE((SELECT last_seq FROM event_owner WHERE owner = $1), 0) AS last_seq FROM session \
             WHERE token_hash = $2 AND person_id = $3 AND expires_at > $4",
        );
        let asked = asked.bind(&who.person_id).bind(secret::hash(&who.token)).bind(&who.person_id).bind(now);
        let found: Option<(i64,)> = asked.fetch_optional(&self.pool).await?;
        Ok(found.map(|(seq,)| seq))
    }

    /// The events of a person behind a number, the oldest first, not all of them at once; `None` where the next one is
    /// not kept any more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn events(&self, owner: &str, after: i64) -> Result<Option<Vec<Event>>, StoreError> {
        let asked =
            sqlx::query_as("SELECT seq, body FROM event_log WHERE owner = $1 AND seq > $2 ORDER BY seq LIMIT $3");
        let rows: Vec<(i64, String)> = asked.bind(owner).bind(after).bind(AT_ONCE).fetch_all(&self.pool).await?;
        let mut events = Vec::with_capacity(rows.len());
        for ((seq, body), expected) in rows.into_iter().zip(after + 1..) {
            if seq != expected {
                break;
            }
            events.push(Event { seq: u64::try_from(seq).ok(), ..serde_json::from_str(&body)? });
        }
        Ok(Some(events).filter(|events| !events.is_empty()))
    }

    /// How often each kind has passed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn passing(&self) -> Result<Passing, StoreError> {
        let rows: Vec<(String, i64)> =
            sqlx::query_as("SELECT kind, counter FROM passing").fetch_all(&self.pool).await?;
        Ok(rows.into_iter().collect())
    }

    /// Counts that something passed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn pass(&self, kind: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO passing (kind, counter) VALUES ($1, 1) \
             ON CONFLICT (kind) DO UPDATE SET counter = passing.counter + 1",
        )
        .bind(kind)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
