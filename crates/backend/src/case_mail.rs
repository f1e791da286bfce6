//! Mails that tell of a case: its number and the way on, and none of what was asked in it. Whoever has an account reads
//! answers on the case's page; whoever has none gets them in the mail.

use crate::{
    content::{MailText, MailTexts},
    mail::{self, Mail, Occasion},
    state::Backend,
    store::{cases::CaseRow, people::PersonRow},
};

/// The acknowledgement, once the case's number is known.
pub fn received(backend: &Backend, person: &PersonRow, case: &CaseRow) -> impl FnOnce(&str) -> Mail + use<> {
    let (backend, person, case) = (backend.clone(), person.clone(), case.clone());
    move |number| {
        let message_id = format!("case-received.{}", case.id);
        let about = AboutCase { case: &case, number, message_id: &message_id, words: "", now: case.opened_at };
        let text: Text = if is_guests(&case) { |texts| &texts.guest_received } else { |texts| &texts.case_received };
        about.mail(&backend, &person, text)
    }
}

/// An answer of support.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// Its own.
    pub id: &'a str,
    pub words: &'a str,
    /// Support has closed the case with it.
    pub is_last: bool,
    /// Seconds since 1970.
    pub now: i64,
}

/// Support has written.
#[must_use]
pub fn answered(backend: &Backend, person: &PersonRow, case: &CaseRow, answer: Answered<'_>) -> Mail {
    let Answered { id, words, is_last, now } = answer;
    let message_id = format!("case-answered.{id}");
    let about = AboutCase { case, number: &case.number(), message_id: &message_id, words, now };
    let text: Text = match (is_guests(case), is_last) {
        (true, true) => |texts| &texts.guest_answered_last,
        (true, false) => |texts| &texts.guest_answered,
        (false, true) => |texts| &texts.case_closed,
        (false, false) => |texts| &texts.case_answered,
    };
    about.mail(backend, person, text)
}

/// Support has closed the case without a word.
#[must_use]
pub fn closed(backend: &Backend, person: &PersonRow, case: &CaseRow, now: i64) -> Mail {
    let message_id = format!("case-closed.{}.{}", case.id, case.version);
    let about = AboutCase { case, number: &case.number(), message_id: &message_id, words: "", now };
    let text: Text = if is_guests(case) { |texts| &texts.guest_closed } else { |texts| &texts.case_closed };
    about.mail(backend, person, text)
}

fn is_guests(case: &CaseRow) -> bool {
    case.person_id.is_none()
}

/// Which of the mails it is.
type Text = fn(&MailTexts) -> &MailText;

struct AboutCase<'a> {
    case: &'a CaseRow,
    number: &'a str,
    message_id: &'a str,
    words: &'a str,
    now: i64,
}

impl AboutCase<'_> {
    fn mail(&self, backend: &Backend, person: &PersonRow, text: Text) -> Mail {
        let published = backend.published();
        let locale = published.as_ref().map_or("", |published| published.nearest(Some(&person.language)));
        let texts = published.as_ref().and_then(|published| published.mail(&person.language));
        let empty = MailText::default();
        let place = if is_guests(self.case) { "sign-in/help".to_owned() } else { format!("cases/{}", self.case.id) };
        let occasion = Occasion {
            message_id: self.message_id,
            to: &person.email,
            link: &format!("{}/{locale}/{place}", backend.site_url),
            number: self.number,
            words: self.words,
            now: self.now,
        };
        mail::written(texts.map_or(&empty, text), &occasion)
    }
}
