//! Answers as they were given, whose they are, and what was said of them.

use contract::Answer;
use sqlx::{Any, Transaction};

use super::{
    Store, StoreError,
    idempotency::{Attempt, Outcome, finish},
};

/// An answer that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerRow {
    pub fingerprint: String,
    pub answer: Answer,
    /// Whether a visitor asked, and not a signed-in person.
    pub is_by_visitor: bool,
    pub owners: Vec<String>,
}

/// What became of an answer that was to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept {
    Now,
    /// There is one with this id already.
    Before(Box<AnswerRow>),
}

/// A word about an answer.
#[derive(Clone, Debug)]
pub struct Verdict<'a> {
    pub id: String,
    pub answer_id: &'a str,
    pub verdict: &'a str,
    /// What is wrong; empty where nothing was written.
    pub note: &'a str,
}

impl Store {
    /// Keeps an answer with its owner, unless there is one with its id.
    ///
    /// # Errors
    /// If the database fails; then nothing is kept.
    pub async fn keep_answer(
        &self,
        answer: &Answer,
        fingerprint: &str,
        owner: &str,
        now: i64,
    ) -> Result<Kept, StoreError> {
        let mut to = self.writing().await?;
        let done = sqlx::query(
            "INSERT INTO answer (id, fingerprint, by_visitor, body, created_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (id) DO NOTHING",
        )
        .bind(answer.id.as_str())
        .bind(fingerprint)
        .bind(i64::from(owner.starts_with("visitor:")))
        .bind(serde_json::to_string(answer)?)
        .bind(now)
        .execute(&mut *to)
        .await?;
        if done.rows_affected() == 1 {
            own(&mut to, &answer.id, owner).await?;
            to.commit().await?;
            return Ok(Kept::Now);
        }
        to.commit().await?;
        let known = self.answer(&answer.id).await?.ok_or(sqlx::Error::RowNotFound)?;
        Ok(Kept::Before(Box::new(known)))
    }

    /// An answer, whoever's it is.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn answer(&self, id: &str) -> Result<Option<AnswerRow>, StoreError> {
        let found: Option<(String, i64, String)> =
            sqlx::query_as("SELECT fingerprint, by_visitor, body FROM answer WHERE id = $1")
                .bind(id)
                .fetch_optional(&self.pool)
                .await?;
        let Some((fingerprint, by_visitor, body)) = found else { return Ok(None) };
        let owners: Vec<(String,)> =
            sqlx::query_as("SELECT owner FROM answer_owner WHERE answer_id = $1 ORDER BY owner")
                .bind(id)
                .fetch_all(&self.pool)
                .await?;
        Ok(Some(AnswerRow {
            fingerprint,
            answer: serde_json::from_str(&body)?,
            is_by_visitor: by_visitor != 0,
            owners: owners.into_iter().map(|(owner,)| owner).collect(),
        }))
    }

    /// Notes that an answer is someone's, too.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn share_answer(&self, id: &str, owner: &str) -> Result<(), StoreError> {
        let mut to = self.writing().await?;
        own(&mut to, id, owner).await?;
        to.commit().await?;
        Ok(())
    }

    /// Keeps a word about an answer, once per attempt.
    ///
    /// # Errors
    /// If the database fails; then nothing is kept.
    pub async fn keep_verdict(
        &self,
        verdict: &Verdict<'_>,
        attempt: Attempt<'_>,
        outcome: &Outcome,
    ) -> Result<(), StoreError> {
        let mut to = self.writing().await?;
        sqlx::query(
            "INSERT INTO answer_feedback (id, answer_id, verdict, note, created_at) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(verdict.id.as_str())
        .bind(verdict.answer_id)
        .bind(verdict.verdict)
        .bind(verdict.note)
        .bind(attempt.now)
        .execute(&mut *to)
        .await?;
        finish(&mut to, attempt, outcome).await?;
        to.commit().await?;
        Ok(())
    }

    /// What was said of an answer, the first word first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn verdicts(&self, answer_id: &str) -> Result<Vec<String>, StoreError> {
        let found: Vec<(String,)> =
            sqlx::query_as("SELECT verdict FROM answer_feedback WHERE answer_id = $1 ORDER BY created_at, id")
                .bind(answer_id)
                .fetch_all(&self.pool)
                .await?;
        Ok(found.into_iter().map(|(verdict,)| verdict).collect())
    }

    /// The last thing that was written under a word about an answer; `None` where that was not said of it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn note_of(&self, answer_id: &str, verdict: &str) -> Result<Option<String>, StoreError> {
        let found: Option<(String,)> = sqlx::query_as(
            "SELECT note FROM answer_feedback WHERE answer_id = $1 AND verdict = $2 ORDER BY created_at DESC, id DESC LIMIT 1",
        )
        .bind(answer_id)
        .bind(verdict)
        .fetch_optional(&self.pool)
        .await?;
        Ok(found.map(|(note,)| note))
    }
}

async fn own(to: &mut Transaction<'_, Any>, id: &str, owner: &str) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO answer_owner (answer_id, owner) VALUES ($1, $2) ON CONFLICT (answer_id, owner) DO NOTHING",
    )
    .bind(id)
    .bind(owner)
    .execute(&mut **to)
    .await?;
    Ok(())
}
