//! Opening a case: once, and with all that belongs to it or not at all.

use contract::{Attachment, Node};
use sqlx::{Any, Transaction};
use uuid::Uuid;

use super::{CaseRow, written_number};
use crate::store::{
    Store, StoreError,
    callbacks::{NewCallback, Placed, put_in},
    conversations::{NewMessage, append},
    events,
    outbox::{Mail, put_mail},
};

/// A request to support, with everything but its number.
#[derive(Clone, Debug)]
pub struct NewCase {
    pub case: CaseRow,
    /// `buyer`, `seller` or `visitor`.
    pub author_kind: String,
    pub author_name: String,
    /// The statement as content: the first message.
    pub nodes: Vec<Node>,
    /// Files that go along with it.
    pub attachments: Vec<Attachment>,
    /// In small letters without accents: what a search looks through beside the number.
    pub search_text: String,
}

/// What came of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    Now(CaseRow),
    /// The same request opened it before.
    Before(CaseRow),
    /// Another request had this id.
    Different,
    /// The call back that goes with it could not be kept.
    Uncalled(Placed),
}

impl Opened {
    /// What a request with that fingerprint means where this case has its id.
    #[must_use]
    pub fn known(case: CaseRow, fingerprint: &str) -> Self {
        if case.fingerprint == fingerprint { Self::Before(case) } else { Self::Different }
    }
}

impl Store {
    /// Opens a case with its conversation, its first message, the call back it asks for, and the mail that says so.
    /// `mail` is given the number.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn open_case(
        &self,
        new: NewCase,
        callback: Option<&NewCallback>,
        mail: impl FnOnce(&str) -> Mail,
    ) -> Result<Opened, StoreError> {
        let mut writing = self.writing().await?;
        let (id, fingerprint) = (new.case.id.clone(), new.case.fingerprint.clone());
        let Some(case) = open_in(&mut writing, new).await? else {
            writing.rollback().await?;
            let Some(known) = self.case(&id).await? else { return Ok(Opened::Different) };
            return Ok(Opened::known(known, &fingerprint));
        };
        if let Some(callback) = callback {
            let placed = put_in(&mut writing, callback).await?;
            if placed != Placed::Now {
                writing.rollback().await?;
                return Ok(Opened::Uncalled(placed));
            }
        }
        put_mail(&mut writing, &mail(&written_number(case.number))).await?;
        self.commit(writing).await?;
        Ok(Opened::Now(case))
    }

    /// Opens a case of which nobody is told; one with its id stays.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn add_case(&self, new: NewCase) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        match open_in(&mut writing, new).await? {
            Some(_) => writing.commit().await?,
            // The number that was taken for it is given to the next.
            None => writing.rollback().await?,
        }
        Ok(())
    }
}

/// Opens a case in the transaction of what leads to it; `None` where there is one with its id.
///
/// # Errors
/// If the database fails.
pub(in crate::store) async fn open_in(
    to: &mut Transaction<'_, Any>,
    new: NewCase,
) -> Result<Option<CaseRow>, StoreError> {
    let (number,): (i64,) =
        sqlx::query_as("UPDATE case_number SET last_number = last_number + 1 WHERE id = 1 RETURNING last_number")
            .fetch_one(&mut **to)
            .await?;
    let case = CaseRow { number, conversation_id: Uuid::now_v7().to_string(), version: 1, ..new.case };
    let search_text = format!("{} {}", case.number().to_lowercase(), new.search_text);
    if !insert(to, &case, &search_text).await? {
        return Ok(None);
    }
    sqlx::query("INSERT INTO conversation (id, kind, case_id, seq) VALUES ($1, 'support', $2, 0)")
        .bind(&case.conversation_id)
        .bind(&case.id)
        .execute(&mut **to)
        .await?;
    let first = NewMessage {
        conversation_id: &case.conversation_id,
        client_id: &case.id,
        fingerprint: &case.fingerprint,
        author_kind: &new.author_kind,
        author_id: case.person_id.as_deref().unwrap_or_default(),
        author_name: &new.author_name,
        nodes: &new.nodes,
        attachments: &new.attachments,
        now: case.opened_at,
    };
    append(to, &first).await?;
    events::case_moved(to, &case.id, case.opened_at).await?;
    Ok(Some(case))
}

async fn insert(to: &mut Transaction<'_, Any>, case: &CaseRow, search_text: &str) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO support_case (id, number, fingerprint, person_id, guest_email, guest_locale, conversation_id, version, \
         state, turn, turn_since, role, subject_kind, order_id, order_number, object_ids, topic, method, language, \
         subject_line, statement, search_text, answer_id, answer, shared, opened_at, updated_at, expected_reply_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, \
         $22, $23, $24, $25, $26, $27, $28) ON CONFLICT (id) DO NOTHING",
    )
    .bind(&case.id)
    .bind(case.number)
    .bind(&case.fingerprint)
    .bind(&case.person_id)
    .bind(&case.guest_email)
    .bind(&case.guest_locale)
    .bind(&case.conversation_id)
    .bind(case.version)
    .bind(&case.state)
    .bind(&case.turn)
    .bind(case.turn_since)
    .bind(&case.role)
    .bind(&case.subject_kind)
    .bind(&case.order_id)
    .bind(&case.order_number)
    .bind(&case.object_ids)
    .bind(&case.topic)
    .bind(&case.method)
    .bind(&case.language)
    .bind(&case.subject_line)
    .bind(&case.statement)
    .bind(search_text)
    .bind(&case.answer_id)
    .bind(&case.answer)
    .bind(&case.shared)
    .bind(case.opened_at)
    .bind(case.updated_at)
    .bind(case.expected_reply_at)
    .execute(&mut **to)
    .await?;
    Ok(done.rows_affected() == 1)
}
