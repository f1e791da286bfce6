//! Conversations and their messages, numbered without a gap.

use contract::{Attachment, Author, CaseState, Message, Node};
use rules::case::{CaseEvent, step};
use sqlx::{Any, FromRow, Transaction};
use time::OffsetDateTime;
use uuid::Uuid;

use super::{Store, StoreError, cases, events, uploads};

/// A conversation with support, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct ConversationRow {
    pub id: String,
    pub kind: String,
    /// The last message's.
    pub seq: i64,
    pub case_id: String,
    pub person_id: Option<String>,
    pub state: String,
    pub role: String,
    pub subject_line: String,
    pub order_id: String,
    /// Messages of others after the person's own last one.
    pub unread: i64,
}

/// A message as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct MessageRow {
    pub id: String,
    pub client_id: String,
    pub fingerprint: String,
    pub seq: i64,
    pub author_kind: String,
    pub author_id: String,
    pub author_name: String,
    /// JSON.
    pub nodes: String,
    pub attachments: String,
    pub created_at: i64,
}

impl MessageRow {
    /// The message as it is told.
    ///
    /// # Errors
    /// If the database holds what cannot be read.
    pub fn message(self) -> Result<Message, StoreError> {
        Ok(Message {
            id: self.id,
            client_id: self.client_id,
            seq: u64::try_from(self.seq).unwrap_or_default(),
            author: Author { kind: self.author_kind.into(), id: self.author_id, display_name: self.author_name },
            nodes: serde_json::from_str(&self.nodes)?,
            attachments: uploads::attachments(&self.attachments)?,
            created_at: OffsetDateTime::from_unix_timestamp(self.created_at)?,
        })
    }
}

/// A message that is about to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewMessage<'a> {
    pub conversation_id: &'a str,
    pub client_id: &'a str,
    /// The same for the same message of the same author.
    pub fingerprint: &'a str,
    pub author_kind: &'a str,
    pub author_id: &'a str,
    pub author_name: &'a str,
    pub nodes: &'a [Node],
    pub attachments: &'a [Attachment],
    /// Seconds since 1970.
    pub now: i64,
}

/// What came of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Put {
    Now(MessageRow),
    Before(MessageRow),
    /// Another message had this id.
    Different,
    /// Nobody can write here any more.
    Closed,
}

/// Which messages are wanted: those after one, or those before one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    After(i64),
    Before(i64),
}

const COLUMNS: &str = "id, client_id, fingerprint, seq, author_kind, author_id, author_name, nodes, attachments, \
    created_at";

impl Store {
    /// The conversation with that id.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn conversation(&self, id: &str) -> Result<Option<ConversationRow>, StoreError> {
        let found = sqlx::query_as(
            "SELECT v.id, v.kind, v.seq, v.case_id, c.person_id, c.state, c.role, c.subject_line, c.order_id, \
             (SELECT COUNT(*) FROM message m WHERE m.conversation_id = v.id AND m.seq > COALESCE( \
                (SELECT MAX(o.seq) FROM message o WHERE o.conversation_id = v.id AND o.author_id = c.person_id), 0)) \
             AS unread FROM conversation v JOIN support_case c ON c.id = v.case_id WHERE v.id = $1",
        );
        Ok(found.bind(id).fetch_optional(&self.pool).await?)
    }

    /// At most `limit` messages of a conversation, the oldest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn messages(&self, id: &str, stretch: Stretch, limit: u32) -> Result<Vec<MessageRow>, StoreError> {
        let (side, order, seq) = match stretch {
            Stretch::After(seq) => (">", "ASC", seq),
            Stretch::Before(seq) => ("<", "DESC", seq),
        };
        let question = format!(
            "SELECT {COLUMNS} FROM message WHERE conversation_id = $1 AND seq {side} $2 ORDER BY seq {order} LIMIT $3"
        );
        let asked = sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(id).bind(seq).bind(i64::from(limit));
        let mut rows: Vec<MessageRow> = asked.fetch_all(&self.pool).await?;
        rows.sort_by_key(|row| row.seq);
        Ok(rows)
    }

    /// Keeps a person's message, and hands the turn to support where it was theirs. `expected_reply_at` says until
    /// when support usually has replied.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn put_message(&self, new: &NewMessage<'_>, expected_reply_at: i64) -> Result<Put, StoreError> {
        let mut writing = self.writing().await?;
        if let Some(known) = known(&mut writing, new).await? {
            return Ok(known);
        }
        let taken = taken(&mut writing, new.conversation_id).await?;
        // Whoever was first while this one waited may have sent the same message.
        if let Some(known) = known(&mut writing, new).await? {
            return Ok(known);
        }
        let Some(taken) = taken else { return Ok(Put::Closed) };
        let Some(message) = written(&mut writing, &taken, new, expected_reply_at).await? else {
            return Ok(Put::Closed);
        };
        self.commit(writing).await?;
        Ok(Put::Now(message))
    }
}

/// A case that somebody is about to write in.
#[derive(FromRow)]
pub(super) struct Taken {
    id: String,
    state: String,
    expected_reply_at: i64,
}

/// Takes the case of a conversation: whoever else changes it waits from here on until this transaction ends.
pub(super) async fn taken(from: &mut Transaction<'_, Any>, conversation_id: &str) -> Result<Option<Taken>, StoreError> {
    let asked = sqlx::query_as(
        "UPDATE support_case SET version = version + 1 WHERE conversation_id = $1 \
         RETURNING id, state, expected_reply_at",
    );
    Ok(asked.bind(conversation_id).fetch_optional(&mut **from).await?)
}

/// Keeps the words of whoever asked, and hands the turn to support; `None` where nobody can write any more.
pub(super) async fn written(
    to: &mut Transaction<'_, Any>,
    taken: &Taken,
    new: &NewMessage<'_>,
    expected_reply_at: i64,
) -> Result<Option<MessageRow>, StoreError> {
    let state = CaseState::from(taken.state.clone());
    let Some(next) = step(&state, CaseEvent::RequesterWrote) else { return Ok(None) };
    let message = append(to, new).await?;
    let turn = cases::turn(&next);
    sqlx::query(
        "UPDATE support_case SET state = $1, turn_since = CASE WHEN turn = $2 THEN turn_since ELSE $3 END, \
         turn = $4, updated_at = $5, expected_reply_at = $6 WHERE id = $7",
    )
    .bind(next.word())
    .bind(turn)
    .bind(new.now)
    .bind(turn)
    .bind(new.now)
    .bind(if taken.expected_reply_at == 0 { expected_reply_at } else { taken.expected_reply_at })
    .bind(&taken.id)
    .execute(&mut **to)
    .await?;
    if next != state {
        events::case_moved(to, &taken.id, new.now).await?;
    }
    Ok(Some(message))
}

/// What is known of a message with that id.
pub(super) async fn known(from: &mut Transaction<'_, Any>, new: &NewMessage<'_>) -> Result<Option<Put>, StoreError> {
    let question = format!("SELECT {COLUMNS} FROM message WHERE conversation_id = $1 AND client_id = $2");
    let asked = sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(new.conversation_id).bind(new.client_id);
    let found: Option<MessageRow> = asked.fetch_optional(&mut **from).await?;
    let same = |row: MessageRow| if row.fingerprint == new.fingerprint { Put::Before(row) } else { Put::Different };
    Ok(found.map(same))
}

/// Keeps a message under the conversation's next number, and tells of it.
pub(super) async fn append(to: &mut Transaction<'_, Any>, new: &NewMessage<'_>) -> Result<MessageRow, StoreError> {
    let (seq,): (i64,) = sqlx::query_as("UPDATE conversation SET seq = seq + 1 WHERE id = $1 RETURNING seq")
        .bind(new.conversation_id)
        .fetch_one(&mut **to)
        .await?;
    let id = Uuid::now_v7().to_string();
    let row = MessageRow {
        client_id: new.client_id.to_owned(),
        fingerprint: new.fingerprint.to_owned(),
        seq,
        author_kind: new.author_kind.to_owned(),
        author_id: new.author_id.to_owned(),
        author_name: new.author_name.to_owned(),
        nodes: serde_json::to_string(new.nodes)?,
        attachments: uploads::attach(to, &id, new).await?,
        id,
        created_at: new.now,
    };
    sqlx::query(
        "INSERT INTO message (id, conversation_id, client_id, fingerprint, seq, author_kind, author_id, author_name, \
         nodes, attachments, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(&row.id)
    .bind(new.conversation_id)
    .bind(&row.client_id)
    .bind(&row.fingerprint)
    .bind(row.seq)
    .bind(&row.author_kind)
    .bind(&row.author_id)
    .bind(&row.author_name)
    .bind(&row.nodes)
    .bind(&row.attachments)
    .bind(row.created_at)
    .execute(&mut **to)
    .await?;
    events::message_written(to, new.conversation_id, &row).await?;
    Ok(row)
}
