//! Cases: what people asked of support, each kept once.

mod desk;
mod list;
mod open;

use sqlx::FromRow;

use super::{Store, StoreError};

pub(super) use self::open::open_in;
pub use self::{
    desk::{Change, Changed, QueueCount, QueuePage},
    list::{CaseCursor, CasePage},
    open::{NewCase, Opened},
};

/// A case as it is kept. Absent words are empty, absent moments 0.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct CaseRow {
    /// Made by the client.
    pub id: String,
    pub number: i64,
    /// The same for the same request of the same person.
    pub fingerprint: String,
    /// Absent where somebody asked without an account.
    pub person_id: Option<String>,
    pub guest_email: String,
    pub guest_locale: String,
    pub conversation_id: String,
    /// Grows by one with each change.
    pub version: i64,
    pub state: String,
    /// `support`, `requester` or `none`.
    pub turn: String,
    pub turn_since: i64,
    pub role: String,
    pub subject_kind: String,
    pub order_id: String,
    pub order_number: String,
    /// With commas between them.
    pub object_ids: String,
    pub topic: String,
    pub method: String,
    pub language: String,
    pub subject_line: String,
    pub statement: String,
    pub answer_id: String,
    /// JSON of the answer that did not help.
    pub answer: String,
    /// JSON of the facts that support was shown.
    pub shared: String,
    pub opened_at: i64,
    pub updated_at: i64,
    pub expected_reply_at: i64,
}

/// The columns of a [`CaseRow`], in the table named `support_case`.
pub(super) const COLUMNS: &str = "support_case.id, support_case.number, support_case.fingerprint, support_case.person_id, \
    support_case.guest_email, support_case.guest_locale, support_case.conversation_id, support_case.version, \
    support_case.state, \
    support_case.turn, support_case.turn_since, support_case.role, support_case.subject_kind, \
    support_case.order_id, support_case.order_number, support_case.object_ids, support_case.topic, \
    support_case.method, support_case.language, support_case.subject_line, support_case.statement, \
    support_case.answer_id, support_case.answer, support_case.shared, support_case.opened_at, \
    support_case.updated_at, support_case.expected_reply_at";

impl CaseRow {
    /// What people call it by.
    #[must_use]
    pub fn number(&self) -> String {
        written_number(self.number)
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> contract::CaseState {
        self.state.clone().into()
    }
}

/// A case's number as people write it.
#[must_use]
pub fn written_number(number: i64) -> String {
    format!("SC-{number}")
}

/// Whose turn it is in a state, as the database has it.
#[must_use]
pub fn turn(state: &contract::CaseState) -> &'static str {
    match rules::case::next_actor(state, contract::Actor::Requester) {
        contract::Actor::Support => "support",
        contract::Actor::None => "none",
        _ => "requester",
    }
}

impl Store {
    /// The case with that id.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn case(&self, id: &str) -> Result<Option<CaseRow>, StoreError> {
        let question = format!("SELECT {COLUMNS} FROM support_case WHERE id = $1");
        Ok(sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(id).fetch_optional(&self.pool).await?)
    }

    /// How many cases there are.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn case_count(&self) -> Result<i64, StoreError> {
        let (count,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM support_case").fetch_one(&self.pool).await?;
        Ok(count)
    }
}
