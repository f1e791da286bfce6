//! A conversation with the other side that becomes a case: once for each side, with the conversation beside it.

use std::collections::HashMap;

use sqlx::{Any, Transaction};

use super::taken;
use crate::store::{
    Store, StoreError,
    cases::{CaseRow, NewCase, Opened, open_in, written_number},
    events,
    outbox::{Mail, put_mail},
};

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Escalated {
    Opened(Box<Opened>),
    /// This side has made another case of it: its id.
    Exists(String),
}

impl Store {
    /// Opens a case out of a conversation. `mail` is given the number.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn escalate(
        &self,
        conversation_id: &str,
        new: NewCase,
        mail: impl FnOnce(&str) -> Mail,
    ) -> Result<Escalated, StoreError> {
        let mut writing = self.writing().await?;
        let person_id = new.case.person_id.clone().unwrap_or_default();
        let (id, fingerprint, order_id) =
            (new.case.id.clone(), new.case.fingerprint.clone(), new.case.order_id.clone());
        taken(&mut writing, conversation_id).await?;
        if let Some(before) = case_of(&mut writing, conversation_id, &person_id).await? {
            writing.rollback().await?;
            return if before == id { self.known(&id, &fingerprint).await } else { Ok(Escalated::Exists(before)) };
        }
        let Some(case) = open_in(&mut writing, new).await? else {
            writing.rollback().await?;
            return self.known(&id, &fingerprint).await;
        };
        sqlx::query("INSERT INTO escalation (conversation_id, person_id, case_id) VALUES ($1, $2, $3)")
            .bind(conversation_id)
            .bind(&person_id)
            .bind(&id)
            .execute(&mut *writing)
            .await?;
        events::order_changed(&mut writing, &person_id, &order_id, case.opened_at).await?;
        put_mail(&mut writing, &mail(&written_number(case.number))).await?;
        self.commit(writing).await?;
        Ok(Escalated::Opened(Box::new(Opened::Now(case))))
    }

    async fn known(&self, id: &str, fingerprint: &str) -> Result<Escalated, StoreError> {
        let known = self.case(id).await?;
        let different = Opened::Different;
        Ok(Escalated::Opened(Box::new(known.map_or(different, |case: CaseRow| Opened::known(case, fingerprint)))))
    }

    /// The conversations that a person made cases of, by case.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn escalated_by(&self, person_id: &str) -> Result<HashMap<String, String>, StoreError> {
        let asked = sqlx::query_as("SELECT case_id, conversation_id FROM escalation WHERE person_id = $1");
        let rows: Vec<(String, String)> = asked.bind(person_id).fetch_all(&self.pool).await?;
        Ok(rows.into_iter().collect())
    }

    /// The conversation that a case was made of.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn escalated_to(&self, case_id: &str) -> Result<Option<String>, StoreError> {
        let asked = sqlx::query_as("SELECT conversation_id FROM escalation WHERE case_id = $1");
        let found: Option<(String,)> = asked.bind(case_id).fetch_optional(&self.pool).await?;
        Ok(found.map(|(id,)| id))
    }
}

async fn case_of(
    from: &mut Transaction<'_, Any>,
    conversation_id: &str,
    person_id: &str,
) -> Result<Option<String>, StoreError> {
    let asked = sqlx::query_as("SELECT case_id FROM escalation WHERE conversation_id = $1 AND person_id = $2");
    let found: Option<(String,)> = asked.bind(conversation_id).bind(person_id).fetch_optional(&mut **from).await?;
    Ok(found.map(|(id,)| id))
}
