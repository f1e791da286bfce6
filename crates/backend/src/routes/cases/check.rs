//! What a request to support may hold, and the case that it makes.

use contract::{CaseRequest, CaseState, ContactMethod, SellerReason};
use rules::message::{self, MessageFault};

use super::{
    super::{
        auth::Whoever,
        callbacks::{self, Checked, Wanted},
        topics,
        uploads::attachments,
    },
    subject::{self, answer_for},
};
use crate::{
    availability::{self, Question, slots::SLOT_S},
    folding::folded,
    problem::{Reason, Refusal},
    shared::{self, About, SharedFact, WRONG_ABOUT_ORDER},
    state::{Backend, Published},
    store::{
        StoreError,
        callbacks::NewCallback,
        cases::{CaseRow, NewCase, turn},
        people::PersonRow,
    },
};

/// Where a call back stands in the body, as a JSON pointer.
pub const CALLBACK: &str = "/callback";
/// Longest topic and time zone, in characters.
const WORD_MAX: usize = 100;

/// Who asks whom.
pub struct Asking<'a> {
    pub backend: &'a Backend,
    pub published: &'a Published,
    pub person: &'a PersonRow,
    pub who: &'a Whoever,
}

/// The case that a request makes; the first fault in it refuses it.
pub async fn checked(
    asking: &Asking<'_>,
    id: String,
    fingerprint: String,
    request: &CaseRequest,
) -> Result<(NewCase, Option<NewCallback>), Refusal> {
    let statement = statement(&request.statement)?;
    words(request)?;
    let (language, called) = reached(asking, request).await?;
    let about = subject::about(asking.backend, &asking.person.id, &request.subject).await?;
    topics::check(asking.published, request.topic.as_deref(), about.order.as_ref())?;
    let answer = answer(asking, request).await?;
    let mut facts = shared::facts(&about, &request.shared, request.timezone.as_deref());
    facts.extend(doubt(asking.backend, request).await?);
    facts.extend(request.seller_reason.as_ref().map(shared::seller_reason));
    let case = CaseRow {
        id,
        fingerprint,
        person_id: Some(asking.person.id.clone()),
        language,
        answer,
        shared: serde_json::to_string(&facts).map_err(StoreError::from)?,
        ..case(asking, request, &about, statement)
    };
    let callback = called.map(|called| called.of(&case.id, &case.fingerprint));
    let case = CaseRow { expected_reply_at: expected_reply_at(&case, callback.as_ref()), ..case };
    let new = NewCase {
        author_kind: author_kind(asking.person, &case.role),
        author_name: asking.person.display_name.clone(),
        nodes: message::nodes(&case.statement),
        attachments: attachments(asking.backend, asking.who, &request.attachments).await?,
        search_text: folded(&format!("{} {}", case.order_number, case.statement)),
        case,
    };
    Ok((new, callback))
}

/// The answer that goes along, as it is kept; empty where none does.
async fn answer(asking: &Asking<'_>, request: &CaseRequest) -> Result<String, Refusal> {
    let Some(id) = request.answer_id.as_deref() else { return Ok(String::new()) };
    let answer = answer_for(asking.backend, asking.who, id).await?.ok_or_else(no_answer)?;
    Ok(serde_json::to_string(&answer).map_err(StoreError::from)?)
}

/// What the person said of the answer that goes along, if they share that it is wrong about their order.
async fn doubt(backend: &Backend, request: &CaseRequest) -> Result<Option<SharedFact>, Refusal> {
    let is_shared = request.shared.iter().any(|line| line == WRONG_ABOUT_ORDER);
    let Some(id) = request.answer_id.as_deref().filter(|_| is_shared) else { return Ok(None) };
    let note = backend.store.note_of(id, WRONG_ABOUT_ORDER).await?;
    Ok(note.map(|value| SharedFact { name: WRONG_ABOUT_ORDER.to_owned(), value }))
}

/// A call that is booked is the reply.
fn expected_reply_at(case: &CaseRow, callback: Option<&NewCallback>) -> i64 {
    let booked = callback.map(|callback| callback.slot_at).filter(|slot_at| *slot_at > 0);
    booked.map_or(case.expected_reply_at, |slot_at| slot_at + SLOT_S)
}

/// What follows from the request and what it is about.
fn case(asking: &Asking<'_>, request: &CaseRequest, about: &About, statement: String) -> CaseRow {
    let now = asking.backend.clock.seconds();
    let state = CaseState::Submitted;
    let order = about.order.as_ref();
    CaseRow {
        state: state.word().to_owned(),
        turn: turn(&state).to_owned(),
        turn_since: now,
        role: order.map_or("requester", |order| order.role.as_str()).to_owned(),
        subject_kind: request.subject.kind.word().to_owned(),
        order_id: order.map(|order| order.id.clone()).unwrap_or_default(),
        order_number: order.map(|order| order.number.clone()).unwrap_or_default(),
        object_ids: subject::object_ids(about).join(","),
        topic: request.topic.clone().unwrap_or_default(),
        method: request.method.word().to_owned(),
        subject_line: message::first_line(&statement),
        statement,
        answer_id: request.answer_id.clone().unwrap_or_default(),
        opened_at: now,
        updated_at: now,
        expected_reply_at: now + i64::from(asking.backend.email_reply_s),
        ..CaseRow::default()
    }
}

fn statement(text: &str) -> Result<String, Refusal> {
    message::check(text).map_err(|fault| {
        let (code, detail) = fault_words(fault);
        Reason::StatementInvalid.at("/statement", code, detail)
    })
}

/// The code and the sentence for words that cannot be sent.
pub fn fault_words(fault: MessageFault) -> (&'static str, &'static str) {
    match fault {
        MessageFault::Empty => ("empty", "There are no words."),
        MessageFault::TooLong => ("too_long", "There are more than 2,000 characters."),
    }
}

fn words(request: &CaseRequest) -> Result<(), Refusal> {
    let is_word = |word: &str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'/' | b'+');
        (1..=WORD_MAX).contains(&word.len()) && word.bytes().all(is_part)
    };
    for (pointer, word) in [("/topic", &request.topic), ("/timezone", &request.timezone)] {
        if word.as_deref().is_some_and(|word| !is_word(word)) {
            return Err(Reason::BodyInvalid.at(pointer, "unknown", "There is no such word."));
        }
    }
    if matches!(request.seller_reason, Some(SellerReason::Other(_))) {
        return Err(Reason::BodyInvalid.at("/seller_reason", "unknown", "There is no such reason."));
    }
    match request.shared.iter().position(|line| !shared::LINES.contains(&line.as_str())) {
        Some(at) => Err(Reason::BodyInvalid.at(&format!("/shared/{at}"), "unknown", "There is no such line.")),
        None => Ok(()),
    }
}

/// Who asks about what, by which method it can be answered.
pub fn question<'a>(person: &'a PersonRow, request: &'a CaseRequest) -> Question<'a> {
    Question { topic: request.topic.as_deref(), language: Some(&request.language), person: Some(person), seller: None }
}

/// The language that the request is answered in and the call back it asks for, if its method can be used now.
async fn reached(asking: &Asking<'_>, request: &CaseRequest) -> Result<(String, Option<Checked>), Refusal> {
    let question = question(asking.person, request);
    match (&request.method, &request.callback) {
        (ContactMethod::Other(_), _) => {
            Err(Reason::BodyInvalid.at("/method", "unknown", "There is no such contact method."))
        }
        (ContactMethod::Phone, Some(callback)) => {
            let wanted = Wanted { id: &callback.id, phone: &callback.phone, slot: callback.slot, at: CALLBACK };
            let called = callbacks::checked(asking.backend, asking.published, question, &wanted).await?;
            Ok((called.language().to_owned(), Some(called)))
        }
        (method, callback) => {
            let language = language(asking, question, method).await?;
            if callback.is_some() {
                return Err(Reason::BodyInvalid.at(CALLBACK, "unexpected", "Nobody is called by this method."));
            }
            if *method == ContactMethod::Phone {
                return Err(Reason::BodyInvalid.at(CALLBACK, "missing", "Whom to call is missing."));
            }
            Ok((language, None))
        }
    }
}

async fn language(asking: &Asking<'_>, question: Question<'_>, method: &ContactMethod) -> Result<String, Refusal> {
    let now = availability::now(asking.backend, asking.published, question).await;
    let Some(method) = availability::usable(&now, method) else {
        return Err(Reason::MethodUnavailable.refusal().with("availability", &now));
    };
    let spoken = rules::locale::nearest(question.language.unwrap_or_default(), &method.languages, "");
    let unknown = || Reason::BodyInvalid.at("/language", "unsupported", "Support does not speak this language.");
    Some(spoken).filter(|tag| !tag.is_empty()).map(str::to_owned).ok_or_else(unknown)
}

fn no_answer() -> Refusal {
    Reason::AnswerInvalid.at("/answer_id", "unknown", "There is no such answer.")
}

/// The part that a person has in a conversation with support.
pub fn author_kind(person: &PersonRow, role: &str) -> String {
    let of_person = person.roles().next().unwrap_or("buyer");
    if role == "requester" { of_person } else { role }.to_owned()
}
