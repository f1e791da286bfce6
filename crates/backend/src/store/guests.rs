//! What people without an account ask of support: a case like any other, which an address stands for.

use sqlx::{Any, FromRow, Transaction};

use super::{
    StoreError,
    cases::{self, CaseRow, NewCase},
    conversations::{NewMessage, taken, written},
    outbox::{Mail, put_mail},
};

/// A request whose address is confirmed.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct GuestRequest {
    pub id: String,
    pub email: String,
    pub question: String,
    pub locale: String,
}

/// The case that a confirmed request opens, and the mail that says so once it has its number.
pub struct GuestCase {
    pub new: NewCase,
    pub mail: Box<dyn FnOnce(&str) -> Mail + Send>,
}

/// Puts a request before support: into the open case of its address, or into one of its own. Gives the case's number.
///
/// # Errors
/// If the database fails.
pub(super) async fn put_guest_case(to: &mut Transaction<'_, Any>, guest: GuestCase) -> Result<String, StoreError> {
    let GuestCase { new, mail } = guest;
    if let Some(case) = newest(to, &new.case.guest_email).await?
        && goes_on(to, &case, &new).await?
    {
        return Ok(case.number());
    }
    // The request's id is the case's, and each is confirmed once: no case has it yet.
    let case = cases::open_in(to, new).await?.ok_or(sqlx::Error::RowNotFound)?;
    put_mail(to, &mail(&case.number())).await?;
    Ok(case.number())
}

async fn newest(from: &mut Transaction<'_, Any>, email: &str) -> Result<Option<CaseRow>, StoreError> {
    let question = format!(
        "SELECT {} FROM support_case WHERE guest_email = $1 AND person_id IS NULL ORDER BY number DESC LIMIT 1",
        cases::COLUMNS
    );
    Ok(sqlx::query_as(sqlx::AssertSqlSafe(question)).bind(email).fetch_optional(&mut **from).await?)
}

/// Writes in a case, if anybody still can.
async fn goes_on(to: &mut Transaction<'_, Any>, case: &CaseRow, new: &NewCase) -> Result<bool, StoreError> {
    let Some(taken) = taken(to, &case.conversation_id).await? else { return Ok(false) };
    let message = NewMessage {
        conversation_id: &case.conversation_id,
        client_id: &new.case.id,
        fingerprint: &new.case.fingerprint,
        author_kind: &new.author_kind,
        author_id: "",
        author_name: &new.author_name,
        nodes: &new.nodes,
        attachments: &new.attachments,
        now: new.case.opened_at,
    };
    Ok(written(to, &taken, &message, new.case.expected_reply_at).await?.is_some())
}
