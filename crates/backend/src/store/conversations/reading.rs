//! Reads conversations with support, and messages of any.

use sqlx::FromRow;

use super::{COLUMNS, MessageRow};
use crate::store::{Store, StoreError};

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
    pub opened_at: i64,
    /// Messages of others after the person's own last one, and after the last that they have read.
    pub unread: i64,
}

/// Which messages are wanted: those after one, or those before one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    After(i64),
    Before(i64),
}

const SEEN: &str = "SELECT v.id, v.kind, v.seq, v.case_id, c.person_id, c.state, c.role, c.subject_line, c.order_id, \
    c.opened_at, (SELECT COUNT(*) FROM message m WHERE m.conversation_id = v.id AND m.seq > COALESCE( \
        (SELECT MAX(o.seq) FROM message o WHERE o.conversation_id = v.id AND o.author_id = c.person_id), 0) \
        AND m.seq > COALESCE((SELECT r.seq FROM read_mark r WHERE r.conversation_id = v.id \
        AND r.person_id = c.person_id), 0)) AS unread \
    FROM conversation v JOIN support_case c ON c.id = v.case_id";

impl Store {
    /// The conversation with support with that id.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn conversation(&self, id: &str) -> Result<Option<ConversationRow>, StoreError> {
        let asked = sqlx::query_as(sqlx::AssertSqlSafe(format!("{SEEN} WHERE v.id = $1")));
        Ok(asked.bind(id).fetch_optional(&self.pool).await?)
    }

    /// All conversations of a person with support.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn conversations(&self, person_id: &str) -> Result<Vec<ConversationRow>, StoreError> {
        let asked = sqlx::query_as(sqlx::AssertSqlSafe(format!("{SEEN} WHERE c.person_id = $1")));
        Ok(asked.bind(person_id).fetch_all(&self.pool).await?)
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
}
