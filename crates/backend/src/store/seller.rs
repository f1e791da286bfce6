//! Conversations between the two sides of an order: one for each order, seen by these two alone.

mod escalate;

use std::collections::HashMap;

use rules::seller::{Standing, Term, term_after};
use sqlx::{Any, AssertSqlSafe, FromRow, Transaction};

pub use self::escalate::Escalated;
use super::{
    Store, StoreError,
    conversations::{NewMessage, Put, append, known},
    outbox::{Mail, put_mail},
};

/// A conversation of an order as one of its sides sees it. Absent moments are 0, absent words empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct SellerConversationRow {
    pub id: String,
    /// The same for the same request of the same person.
    pub fingerprint: String,
    pub order_id: String,
    pub order_number: String,
    pub buyer_id: String,
    pub seller_id: String,
    pub begun_at: i64,
    /// Since when a message of the buyer's waits.
    pub waits_since: i64,
    /// Until when its answer is due.
    pub respond_by: i64,
    /// The last message's.
    pub seq: i64,
    /// The case that this side has made of it.
    pub case_id: String,
    /// Messages of the other side that this one has not read.
    pub unread: i64,
}

/// A conversation that is about to begin.
#[derive(Clone, Copy, Debug)]
pub struct NewSellerConversation<'a> {
    pub id: &'a str,
    pub order_id: &'a str,
    pub buyer_id: &'a str,
    pub seller_id: &'a str,
    /// How long a seller has for an answer, in seconds; `None` where that is not said.
    pub answer_s: Option<i64>,
}

/// What came of beginning one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    Now,
    /// There is something with this id.
    Known,
    /// The order has a conversation: its id.
    Exists(String),
}

/// Whether whoever writes is the buyer, and how long a seller has for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing {
    pub is_by_buyer: bool,
    /// Seconds.
    pub answer_s: Option<i64>,
}

impl SellerConversationRow {
    /// Where it stands for this side.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let respond_by = Some(self.respond_by).filter(|at| *at > 0);
        Standing { respond_by, has_case: !self.case_id.is_empty() }
    }
}

const SEEN: &str = "SELECT v.id, s.fingerprint, s.order_id, o.number AS order_number, s.buyer_id, s.seller_id, s.begun_at, \
    s.waits_since, s.respond_by, v.seq, \
    COALESCE((SELECT e.case_id FROM escalation e WHERE e.conversation_id = v.id AND e.person_id = $1), '') AS case_id, \
    (SELECT COUNT(*) FROM message m WHERE m.conversation_id = v.id AND m.seq > COALESCE( \
        (SELECT MAX(w.seq) FROM message w WHERE w.conversation_id = v.id AND w.author_id = $2), 0) AND m.seq > COALESCE( \
        (SELECT r.seq FROM read_mark r WHERE r.conversation_id = v.id AND r.person_id = $3), 0)) AS unread \
    FROM seller_conversation s JOIN conversation v ON v.id = s.conversation_id \
    JOIN purchase_order o ON o.id = s.order_id WHERE (s.buyer_id = $4 OR s.seller_id = $5)";

impl Store {
    /// The conversation with that id, if the person is one of its sides.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seller_conversation(
        &self,
        person_id: &str,
        id: &str,
    ) -> Result<Option<SellerConversationRow>, StoreError> {
        let asked = sqlx::query_as(AssertSqlSafe(format!("{SEEN} AND v.id = $6")));
        let asked = asked.bind(person_id).bind(person_id).bind(person_id).bind(person_id).bind(person_id);
        Ok(asked.bind(id).fetch_optional(&self.pool).await?)
    }

    /// All of a person's.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seller_conversations(&self, person_id: &str) -> Result<Vec<SellerConversationRow>, StoreError> {
        let asked = sqlx::query_as(SEEN).bind(person_id).bind(person_id).bind(person_id);
        Ok(asked.bind(person_id).bind(person_id).fetch_all(&self.pool).await?)
    }

    /// Those of some orders of a person, by order.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn seller_conversations_about(
        &self,
        person_id: &str,
        order_ids: &[&str],
    ) -> Result<HashMap<String, SellerConversationRow>, StoreError> {
        let places: Vec<String> = (6..order_ids.len() + 6).map(|at| format!("${at}")).collect();
        // An empty list is not SQL everywhere, and NULL is nobody's id.
        let places = if places.is_empty() { "NULL".to_owned() } else { places.join(", ") };
        let asked = sqlx::query_as(AssertSqlSafe(format!("{SEEN} AND s.order_id IN ({places})")));
        let asked = asked.bind(person_id).bind(person_id).bind(person_id).bind(person_id).bind(person_id);
        let asked = order_ids.iter().fold(asked, |asked, id| asked.bind(*id));
        let rows: Vec<SellerConversationRow> = asked.fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(|row| (row.order_id.clone(), row)).collect())
    }

    /// Begins a conversation with its first message, and with the mail that tells the other side.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn begin_seller_conversation(
        &self,
        new: &NewSellerConversation<'_>,
        first: &NewMessage<'_>,
        mail: &Mail,
    ) -> Result<Begun, StoreError> {
        let mut writing = self.writing().await?;
        let made = sqlx::query(
            "INSERT INTO conversation (id, kind, case_id, seq) VALUES ($1, 'seller', '', 0) ON CONFLICT (id) DO NOTHING",
        );
        if made.bind(new.id).execute(&mut *writing).await?.rows_affected() == 0 {
            return Ok(Begun::Known);
        }
        if !insert(&mut writing, new, first).await? {
            writing.rollback().await?;
            let asked = sqlx::query_as("SELECT conversation_id FROM seller_conversation WHERE order_id = $1");
            let (id,): (String,) = asked.bind(new.order_id).fetch_one(&self.pool).await?;
            return Ok(if id == new.id { Begun::Known } else { Begun::Exists(id) });
        }
        append(&mut writing, first).await?;
        put_mail(&mut writing, mail).await?;
        self.commit(writing).await?;
        Ok(Begun::Now)
    }

    /// Keeps a message of one of the sides; the seller's ends the term for an answer, the buyer's may begin one.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn put_seller_message(&self, new: &NewMessage<'_>, by: Writing, mail: &Mail) -> Result<Put, StoreError> {
        let mut writing = self.writing().await?;
        if let Some(known) = known(&mut writing, new).await? {
            return Ok(known);
        }
        let before = taken(&mut writing, new.conversation_id).await?;
        // Whoever was first while this one waited may have sent the same message.
        if let Some(known) = known(&mut writing, new).await? {
            return Ok(known);
        }
        let term = term_after(before, by.is_by_buyer, by.answer_s, new.now);
        sqlx::query("UPDATE seller_conversation SET waits_since = $1, respond_by = $2 WHERE conversation_id = $3")
            .bind(term.map_or(0, |term| term.since))
            .bind(term.map_or(0, |term| term.until))
            .bind(new.conversation_id)
            .execute(&mut *writing)
            .await?;
        let row = append(&mut writing, new).await?;
        put_mail(&mut writing, mail).await?;
        self.commit(writing).await?;
        Ok(Put::Now(row))
    }

    /// Notes up to which message somebody has read; nothing that was read becomes unread.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn mark_read(&self, conversation_id: &str, person_id: &str, seq: i64) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO read_mark (conversation_id, person_id, seq) VALUES ($1, $2, $3) \
             ON CONFLICT (conversation_id, person_id) DO UPDATE SET \
             seq = CASE WHEN excluded.seq > read_mark.seq THEN excluded.seq ELSE read_mark.seq END",
        )
        .bind(conversation_id)
        .bind(person_id)
        .bind(seq)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}

/// False where the order has a conversation.
async fn insert(
    to: &mut Transaction<'_, Any>,
    new: &NewSellerConversation<'_>,
    first: &NewMessage<'_>,
) -> Result<bool, StoreError> {
    let term = term_after(None, first.author_id == new.buyer_id, new.answer_s, first.now);
    let done = sqlx::query(
        "INSERT INTO seller_conversation (conversation_id, fingerprint, order_id, buyer_id, seller_id, begun_at, \
         waits_since, respond_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (order_id) DO NOTHING",
    )
    .bind(new.id)
    .bind(first.fingerprint)
    .bind(new.order_id)
    .bind(new.buyer_id)
    .bind(new.seller_id)
    .bind(first.now)
    .bind(term.map_or(0, |term| term.since))
    .bind(term.map_or(0, |term| term.until))
    .execute(&mut **to)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Takes a conversation: whoever else changes it waits from here on until this transaction ends. The term that runs.
async fn taken(from: &mut Transaction<'_, Any>, conversation_id: &str) -> Result<Option<Term>, StoreError> {
    let asked = sqlx::query_as(
        "UPDATE seller_conversation SET begun_at = begun_at WHERE conversation_id = $1 RETURNING waits_since, respond_by",
    );
    let (since, until): (i64, i64) = asked.bind(conversation_id).fetch_one(&mut **from).await?;
    Ok((until > 0).then_some(Term { since, until }))
}
