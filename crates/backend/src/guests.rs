//! People without an account, as support meets them: a confirmed address, and the case that their request makes.

use contract::{CaseState, ContactMethod, SubjectKind};
use rules::message;

use crate::{
    case_mail,
    folding::folded,
    hashing,
    state::{Backend, Published},
    store::{
        cases::{CaseRow, NewCase, turn},
        guests::{GuestCase, GuestRequest},
        people::PersonRow,
    },
};

/// The topic of what somebody asks who cannot sign in.
const TOPIC: &str = "sign_in_help";
/// What support writes where it names no languages.
const NO_LANGUAGE: &str = "en";

/// Whoever asked in a case without an account, as far as they are known.
#[must_use]
pub fn person(case: &CaseRow) -> PersonRow {
    PersonRow {
        email: case.guest_email.clone(),
        display_name: "Somebody without an account".to_owned(),
        language: case.guest_locale.clone(),
        ..PersonRow::default()
    }
}

/// What a confirmed request makes.
#[must_use]
pub fn case(backend: &Backend, published: &Published, request: &GuestRequest) -> GuestCase {
    let now = backend.clock.seconds();
    let state = CaseState::Submitted;
    let languages = &published.email_languages;
    let usual = languages.first().map_or(NO_LANGUAGE, String::as_str);
    let case = CaseRow {
        id: request.id.clone(),
        fingerprint: hashing::short(format!("{}\n{}", request.email, request.question).as_bytes()),
        guest_email: request.email.clone(),
        guest_locale: request.locale.clone(),
        state: state.word().to_owned(),
        turn: turn(&state).to_owned(),
        turn_since: now,
        role: "requester".to_owned(),
        subject_kind: SubjectKind::General.word().to_owned(),
        topic: TOPIC.to_owned(),
        method: ContactMethod::Email.word().to_owned(),
        language: rules::locale::nearest(&request.locale, languages, usual).to_owned(),
        subject_line: message::first_line(&request.question),
        statement: request.question.clone(),
        // Their words, and nothing else.
        shared: "[]".to_owned(),
        opened_at: now,
        updated_at: now,
        expected_reply_at: now + i64::from(backend.email_reply_s),
        ..CaseRow::default()
    };
    let mail = Box::new(case_mail::received(backend, &person(&case), &case));
    let new = NewCase {
        author_kind: "visitor".to_owned(),
        author_name: String::new(),
        nodes: message::nodes(&case.statement),
        attachments: Vec::new(),
        search_text: folded(&case.statement),
        case,
    };
    GuestCase { new, mail }
}
