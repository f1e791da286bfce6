//! A case as the person who asked sees it.

use contract::{Actor, Callback, Case};
use time::OffsetDateTime;

use crate::{problem::Refusal, state::Published, store::cases::CaseRow};

/// What belongs to a case and is not kept in it.
#[derive(Debug, Default)]
pub struct Beside {
    /// The newest about it.
    pub callback: Option<Callback>,
    /// The conversation with the other side of the order that it was made of.
    pub seller_conversation: Option<String>,
}

/// What is kept of a case, in the contract's words.
pub fn case(row: &CaseRow, published: &Published, beside: Beside) -> Result<Case, Refusal> {
    let some = |word: &String| Some(word.clone()).filter(|word| !word.is_empty());
    let state = row.state();
    Ok(Case {
        id: row.id.clone(),
        number: row.number(),
        order_id: some(&row.order_id),
        order_number: some(&row.order_number),
        object_ids: row.object_ids.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect(),
        topic: some(&row.topic),
        next_actor: rules::case::next_actor(&state, Actor::from(row.role.clone())),
        state,
        role: row.role.clone(),
        respond_by: None,
        then: None,
        method: row.method.clone().into(),
        language: row.language.clone(),
        conversation_id: row.conversation_id.clone(),
        answer_id: some(&row.answer_id),
        subject_line: row.subject_line.clone(),
        statement: row.statement.clone(),
        opened_at: moment(row.opened_at)?,
        updated_at: moment(row.updated_at)?,
        expected_reply_at: Some(row.expected_reply_at).filter(|at| *at > 0).map(moment).transpose()?,
        callback: beside.callback,
        seller_conversation_id: beside.seller_conversation,
        dispute_bodies: published.dispute_bodies.clone(),
    })
}

/// A moment of the database.
pub fn moment(seconds: i64) -> Result<OffsetDateTime, Refusal> {
    OffsetDateTime::from_unix_timestamp(seconds).map_err(|error| {
        tracing::error!(%error, seconds, "a moment in the database cannot be read");
        crate::problem::Reason::Internal.refusal()
    })
}
