//! The case of the demonstration: what Anna asked about the order that is in one.

use contract::{CaseState, ContactMethod, SubjectKind};
use rules::message;

use crate::{
    Backend,
    folding::folded,
    hashing,
    shared::SharedFact,
    store::{
        StoreError,
        cases::{CaseRow, NewCase, turn},
        orders::OrderRecord,
    },
};

/// Seconds before the first start that it was opened.
const OPENED_BEFORE_S: i64 = 5 * 3_600;
const ID: &str = "019a9d2e-4b70-7c3a-9f00-2f6f1c020412";
const PERSON: &str = "person-anna";
const ORDER: &str = "order-20412";
const STATEMENT: &str = "The lamp came with a crack in its foot. The photographs show the foot from the other side \
    only, and the description says that it is without damage.\n\nI would like to send it back and have my money.";

/// Adds it, unless it is there.
///
/// # Errors
/// If the database fails.
pub async fn add(backend: &Backend) -> Result<(), StoreError> {
    let Some(order) = backend.store.order_of(PERSON, ORDER).await? else { return Ok(()) };
    let Some(person) = backend.store.person(PERSON).await? else { return Ok(()) };
    let opened_at = backend.clock.seconds() - OPENED_BEFORE_S;
    let case = CaseRow {
        language: person.support_language,
        shared: serde_json::to_string(&shared(&order))?,
        expected_reply_at: opened_at + i64::from(backend.email_reply_s),
        ..case(&order, opened_at)
    };
    let new = NewCase {
        author_kind: case.role.clone(),
        author_name: person.display_name,
        nodes: message::nodes(STATEMENT),
        attachments: Vec::new(),
        search_text: folded(&format!("{} {STATEMENT}", case.order_number)),
        case,
    };
    backend.store.add_case(new).await
}

fn shared(order: &OrderRecord) -> Vec<SharedFact> {
    let fact = |name: &str, value: &str| SharedFact { name: name.to_owned(), value: value.to_owned() };
    let mut facts = vec![fact("order.number", &order.order.number)];
    facts.extend(order.objects.iter().map(|bought| fact("object.title", &bought.object.title)));
    facts.push(fact("order.state", &order.order.state));
    facts
}

fn case(order: &OrderRecord, opened_at: i64) -> CaseRow {
    let state = CaseState::Submitted;
    CaseRow {
        id: ID.to_owned(),
        fingerprint: hashing::short(STATEMENT.as_bytes()),
        person_id: Some(PERSON.to_owned()),
        state: state.word().to_owned(),
        turn: turn(&state).to_owned(),
        turn_since: opened_at,
        role: "buyer".to_owned(),
        subject_kind: SubjectKind::Order.word().to_owned(),
        order_id: ORDER.to_owned(),
        order_number: order.order.number.clone(),
        object_ids: order.objects.iter().map(|bought| bought.object.id.as_str()).collect::<Vec<_>>().join(","),
        topic: "not_as_described".to_owned(),
        method: ContactMethod::Email.word().to_owned(),
        subject_line: message::first_line(STATEMENT),
        statement: STATEMENT.to_owned(),
        opened_at,
        updated_at: opened_at,
        ..CaseRow::default()
    }
}
