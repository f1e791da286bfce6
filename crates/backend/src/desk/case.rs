//! One case, with everything that was said in it.

use axum::{
    extract::{Path, Query, State, rejection::QueryRejection},
    response::{IntoResponse, Response},
};
use contract::{Answer, Attachment, Node};
use serde::Deserialize;
use uuid::Uuid;

use super::{case_page, fault::Fault, layout, session::AtDesk};
use crate::{
    guests,
    shared::SharedFact,
    state::Backend,
    store::{
        StoreError,
        cases::CaseRow,
        conversations::{MessageRow, Stretch},
        people::PersonRow,
        uploads::attachments,
    },
};

/// Messages that are shown: the last ones.
const MESSAGES: u32 = 500;

/// A case with all that the page shows of it.
pub struct Whole {
    pub case: CaseRow,
    pub person: PersonRow,
    pub answer: Option<Answer>,
    pub shared: Vec<SharedFact>,
    pub messages: Vec<Said>,
}

/// A message with its content.
pub struct Said {
    pub row: MessageRow,
    pub nodes: Vec<Node>,
    pub attachments: Vec<Attachment>,
}

/// What the page says and holds beside the case.
#[derive(Default)]
pub struct Note {
    /// What was done.
    pub done: String,
    /// What was typed and not sent.
    pub typed: String,
    /// What is wrong with it.
    pub fault: String,
    /// What the page was like when they typed it, where the case has changed since.
    pub seen: Option<Seen>,
}

/// What somebody saw of a case.
pub struct Seen {
    pub state: String,
    pub seq: i64,
}

/// What was done on the page before.
#[derive(Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    done: String,
}

/// A case's page.
pub async fn case(
    State(backend): State<Backend>,
    at_desk: AtDesk,
    Path(id): Path<String>,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Response, Fault> {
    let whole = whole(&backend, &id).await?;
    let Query(wanted) = wanted.unwrap_or_default();
    let note = Note { done: wanted.done, ..Note::default() };
    Ok(page(&backend, &at_desk, &whole, &note))
}

/// The page of a case.
pub fn page(backend: &Backend, at_desk: &AtDesk, whole: &Whole, note: &Note) -> Response {
    let title = format!("{} {}", whole.case.number(), whole.case.subject_line);
    let fresh_id = Uuid::now_v7().to_string();
    let main = case_page::main(whole, &at_desk.0, note, &fresh_id, backend.clock.seconds());
    layout::page(&title, Some(&at_desk.0), &main).into_response()
}

/// Everything that is known of a case.
pub async fn whole(backend: &Backend, id: &str) -> Result<Whole, Fault> {
    let id = Uuid::try_parse(id).map_err(|_| Fault::NotFound)?.to_string();
    let case = backend.store.case(&id).await?.ok_or(Fault::NotFound)?;
    let person = person(backend, &case).await?;
    let answer = if case.answer.is_empty() { None } else { Some(serde_json::from_str(&case.answer)?) };
    let shared = serde_json::from_str(&case.shared)?;
    let rows = backend.store.messages(&case.conversation_id, Stretch::Before(i64::MAX), MESSAGES).await?;
    let messages = rows.into_iter().map(said).collect::<Result<_, _>>()?;
    Ok(Whole { case, person, answer, shared, messages })
}

fn said(row: MessageRow) -> Result<Said, StoreError> {
    let (nodes, attachments) = (serde_json::from_str(&row.nodes)?, attachments(&row.attachments)?);
    Ok(Said { row, nodes, attachments })
}

/// Who asked. Somebody without an account is known by an address alone.
async fn person(backend: &Backend, case: &CaseRow) -> Result<PersonRow, Fault> {
    let known = match case.person_id.as_deref() {
        Some(id) => backend.store.person(id).await?,
        None => None,
    };
    Ok(known.unwrap_or_else(|| guests::person(case)))
}
