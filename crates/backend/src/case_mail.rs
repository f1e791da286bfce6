//! Mails that tell of a case: its number and the way to it, and none of what was written in it.

use crate::{
    content::{MailText, MailTexts},
    mail::{self, Mail, Occasion},
    state::Backend,
    store::{cases::CaseRow, people::PersonRow},
};

/// The acknowledgement, once the case's number is known.
pub fn received(backend: &Backend, person: &PersonRow, case: &CaseRow) -> impl FnOnce(&str) -> Mail + use<> {
    let (backend, person, id) = (backend.clone(), person.clone(), case.id.clone());
    let now = case.opened_at;
    move |number| {
        let about = AboutCase { id: &id, number, message_id: &format!("case-received.{id}"), now };
        about.mail(&backend, &person, |texts| &texts.case_received)
    }
}

/// Support has written; `message_id` is the message's own id.
#[must_use]
pub fn answered(backend: &Backend, person: &PersonRow, case: &CaseRow, message_id: &str, now: i64) -> Mail {
    let message_id = format!("case-answered.{message_id}");
    let about = AboutCase { id: &case.id, number: &case.number(), message_id: &message_id, now };
    about.mail(backend, person, |texts| &texts.case_answered)
}

/// Support has closed the case.
#[must_use]
pub fn closed(backend: &Backend, person: &PersonRow, case: &CaseRow, now: i64) -> Mail {
    let message_id = format!("case-closed.{}.{}", case.id, case.version);
    let about = AboutCase { id: &case.id, number: &case.number(), message_id: &message_id, now };
    about.mail(backend, person, |texts| &texts.case_closed)
}

struct AboutCase<'a> {
    id: &'a str,
    number: &'a str,
    message_id: &'a str,
    now: i64,
}

impl AboutCase<'_> {
    fn mail(&self, backend: &Backend, person: &PersonRow, text: fn(&MailTexts) -> &MailText) -> Mail {
        let published = backend.published();
        let locale = published.as_ref().map_or("", |published| published.nearest(Some(&person.language)));
        let texts = published.as_ref().and_then(|published| published.mail(&person.language));
        let empty = MailText::default();
        let occasion = Occasion {
            message_id: self.message_id,
            to: &person.email,
            link: &format!("{}/{locale}/cases/{}", backend.site_url, self.id),
            number: self.number,
            now: self.now,
        };
        mail::written(texts.map_or(&empty, text), &occasion)
    }
}
