//! Photos that people keep here, and the messages that they are part of.

use contract::{Attachment, Upload, UploadState};
use sqlx::{Any, FromRow, Transaction};

use super::{
    Store, StoreError,
    conversations::NewMessage,
    idempotency::{Attempt, Outcome, finish},
};

/// Seconds for which a file is kept that is part of no message: 7 days.
pub const UNATTACHED_FOR_S: i64 = 7 * 24 * 3_600;

/// A file, without its bytes.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct UploadRow {
    pub id: String,
    /// `person:…` or `visitor:…`.
    pub owner: String,
    pub name: String,
    pub media_type: String,
    pub bytes: i64,
    pub sha256: String,
    /// Empty until it is part of a message.
    pub message_id: String,
    /// Who asked in the case of that message; empty where nobody did who has an account.
    pub party: String,
    /// The sides of the order whose conversation has that message; empty where it is with support.
    pub buyer: String,
    pub seller: String,
}

impl UploadRow {
    /// As it is told.
    #[must_use]
    pub fn upload(self) -> Upload {
        let state = if self.message_id.is_empty() { UploadState::Ready } else { UploadState::Attached };
        let bytes = u64::try_from(self.bytes).unwrap_or_default();
        Upload { id: self.id, name: self.name, kind: self.media_type, bytes, sha256: self.sha256, state }
    }

    /// As a message tells it.
    #[must_use]
    pub fn attachment(self) -> Attachment {
        let Upload { id, name, kind, bytes, .. } = self.upload();
        Attachment { id, name, kind, bytes }
    }
}

/// A file that is about to be kept.
#[derive(Clone, Debug)]
pub struct NewUpload<'a> {
    pub id: &'a str,
    pub owner: &'a str,
    pub name: &'a str,
    pub media_type: &'a str,
    pub sha256: &'a str,
    pub content: Vec<u8>,
}

/// How much somebody has had kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Used {
    pub files: i64,
    pub bytes: i64,
}

const COLUMNS: &str = "u.id, u.owner, u.name, u.media_type, u.bytes, u.sha256, u.message_id, \
    COALESCE((SELECT c.person_id FROM conversation v JOIN support_case c ON c.id = v.case_id \
        WHERE v.id = u.conversation_id), '') AS party, \
    COALESCE((SELECT s.buyer_id FROM seller_conversation s WHERE s.conversation_id = u.conversation_id), '') AS buyer, \
    COALESCE((SELECT s.seller_id FROM seller_conversation s WHERE s.conversation_id = u.conversation_id), '') AS seller";

impl Store {
    /// Keeps a file, and what the request led to.
    ///
    /// # Errors
    /// If the database fails; then nothing is kept.
    pub async fn keep_upload(
        &self,
        new: NewUpload<'_>,
        attempt: Attempt<'_>,
        outcome: &Outcome,
    ) -> Result<(), StoreError> {
        let mut writing = self.writing().await?;
        sqlx::query(
            "INSERT INTO upload (id, owner, name, media_type, bytes, sha256, message_id, conversation_id, created_at, \
             content) VALUES ($1, $2, $3, $4, $5, $6, '', '', $7, $8)",
        )
        .bind(new.id)
        .bind(new.owner)
        .bind(new.name)
        .bind(new.media_type)
        .bind(i64::try_from(new.content.len()).unwrap_or(i64::MAX))
        .bind(new.sha256)
        .bind(attempt.now)
        .bind(new.content)
        .execute(&mut *writing)
        .await?;
        finish(&mut writing, attempt, outcome).await?;
        writing.commit().await?;
        Ok(())
    }

    /// A file, whoever's it is.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn upload(&self, id: &str) -> Result<Option<UploadRow>, StoreError> {
        let question = format!("SELECT {COLUMNS} FROM upload u WHERE u.id = $1");
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(id).fetch_optional(&self.pool).await?)
    }

    /// A file's bytes.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn upload_content(&self, id: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let asked = sqlx::query_as("SELECT content FROM upload WHERE id = $1").bind(id);
        let found: Option<(Vec<u8>,)> = asked.fetch_optional(&self.pool).await?;
        Ok(found.map(|(content,)| content))
    }

    /// What somebody has had kept since that moment, and still has.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn uploads_since(&self, owner: &str, since: i64) -> Result<Used, StoreError> {
        let asked = sqlx::query_as(
            "SELECT COUNT(*) AS files, CAST(COALESCE(SUM(bytes), 0) AS BIGINT) AS bytes FROM upload \
             WHERE owner = $1 AND created_at > $2",
        );
        Ok(asked.bind(owner).bind(since).fetch_one(&self.pool).await?)
    }

    /// Removes a file that is part of no message. Says whether it was there.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn remove_upload(&self, id: &str) -> Result<bool, StoreError> {
        let removing = sqlx::query("DELETE FROM upload WHERE id = $1 AND message_id = ''").bind(id);
        Ok(removing.execute(&self.pool).await?.rows_affected() == 1)
    }
}

/// Makes files part of a message: each of one message alone. Gives them as the message keeps them.
///
/// # Errors
/// If the database fails, or one of them is part of a message already; then the message is not to be kept.
pub(super) async fn attach(
    to: &mut Transaction<'_, Any>,
    message_id: &str,
    message: &NewMessage<'_>,
) -> Result<String, StoreError> {
    for file in message.attachments {
        // What a visitor kept who has signed in since belongs to the person from here on.
        let done = sqlx::query(
            "UPDATE upload SET message_id = $1, conversation_id = $2, owner = $3 WHERE id = $4 AND message_id = ''",
        )
        .bind(message_id)
        .bind(message.conversation_id)
        .bind(format!("person:{}", message.author_id))
        .bind(&file.id)
        .execute(&mut **to)
        .await?;
        if done.rows_affected() != 1 {
            return Err(StoreError::Attached(file.id.clone()));
        }
    }
    if message.attachments.is_empty() { Ok(String::new()) } else { Ok(serde_json::to_string(message.attachments)?) }
}

/// The files of a message as it keeps them.
///
/// # Errors
/// If the database holds what cannot be read.
pub fn attachments(kept: &str) -> Result<Vec<Attachment>, StoreError> {
    if kept.is_empty() { Ok(Vec::new()) } else { Ok(serde_json::from_str(kept)?) }
}
