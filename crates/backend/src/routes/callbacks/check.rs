//! What a call back may be: a number that can be called, a language, a slot that is free or a telephone that is open.

use contract::{Availability, ContactMethod};
use time::OffsetDateTime;

use super::{super::request::client_id, slots};
use crate::{
    availability::{self, Question},
    phone,
    problem::{Reason, Refusal},
    state::{Backend, Published},
    store::callbacks::{NewCallback, Placed},
};

/// A call back as somebody asks for it.
pub struct Wanted<'a> {
    pub id: &'a str,
    pub phone: &'a str,
    pub slot: Option<OffsetDateTime>,
    /// Where it stands in the body, as a JSON pointer.
    pub at: &'a str,
}

/// A call back that can be kept, once it is said what it is about.
pub struct Checked(NewCallback);

impl Checked {
    /// The language in which they are called.
    pub fn language(&self) -> &str {
        &self.0.language
    }

    /// The call back about a case.
    pub fn of(self, case_id: &str, fingerprint: &str) -> NewCallback {
        NewCallback { case_id: case_id.to_owned(), fingerprint: fingerprint.to_owned(), ..self.0 }
    }
}

/// The call back that can be kept; the first fault in it refuses it.
pub async fn checked(
    backend: &Backend,
    published: &Published,
    question: Question<'_>,
    wanted: &Wanted<'_>,
) -> Result<Checked, Refusal> {
    let id_faulty = |_| Reason::ClientIdInvalid.at(&format!("{}/id", wanted.at), "invalid", "The id has to be a UUID.");
    let id = client_id(wanted.id).map_err(id_faulty)?;
    let now = availability::now(backend, published, question).await;
    let slot_at = wanted.slot.map_or(0, OffsetDateTime::unix_timestamp);
    let is_open = availability::usable(&now, &ContactMethod::Phone).is_some();
    if !is_open && wanted.slot.is_none() {
        return Err(Reason::MethodUnavailable.refusal().with("availability", &now));
    }
    let language = language(&now, question)?;
    let country = question.person.map_or("", |person| person.country.as_str());
    let faulty = || Reason::PhoneInvalid.at(&format!("{}/phone", wanted.at), "invalid", "It cannot be called.");
    let phone = phone::e164(wanted.phone, country).ok_or_else(faulty)?;
    let places = match wanted.slot {
        Some(_) => bookable(backend, published, question, slot_at, wanted.at).await?,
        None => 0,
    };
    Ok(Checked(NewCallback {
        id,
        person_id: question.person.map(|person| person.id.clone()).unwrap_or_default(),
        language,
        phone,
        slot_at,
        places,
        now: backend.clock.seconds(),
        ..NewCallback::default()
    }))
}

/// How many can have a slot, if it is one that can be booked.
pub async fn bookable(
    backend: &Backend,
    published: &Published,
    question: Question<'_>,
    slot_at: i64,
    at: &str,
) -> Result<i64, Refusal> {
    let Some(bookable) = availability::bookable(backend, published, question).await else {
        let now = availability::now(backend, published, question).await;
        return Err(Reason::MethodUnavailable.refusal().with("availability", &now));
    };
    if bookable.slots.iter().any(|slot| slot.from == slot_at) {
        Ok(bookable.places)
    } else {
        Err(taken(backend, published, question, at).await)
    }
}

/// Why a call back is not kept that was checked before.
pub async fn refused(
    backend: &Backend,
    published: &Published,
    question: Question<'_>,
    placed: Placed,
    at: &str,
) -> Refusal {
    match placed {
        Placed::SlotTaken => taken(backend, published, question, at).await,
        Placed::UnderWay(row) => Reason::CallbackExists.refusal().with("callback_id", &row.id),
        Placed::CaseClosed => Reason::CaseClosed.refusal(),
        Placed::Now | Placed::Before(_) | Placed::Different => {
            Reason::ClientIdReused.at(&format!("{at}/id"), "reused", "Another call back had this id.")
        }
    }
}

async fn taken(backend: &Backend, published: &Published, question: Question<'_>, at: &str) -> Refusal {
    let slots = slots::free(backend, published, question).await;
    Reason::SlotTaken.at(&format!("{at}/slot"), "taken", "Choose another one.").with("slots", &slots)
}

fn language(now: &Availability, question: Question<'_>) -> Result<String, Refusal> {
    let phone = now.methods.iter().find(|method| method.method == ContactMethod::Phone);
    let languages = phone.map(|phone| phone.languages.as_slice()).unwrap_or_default();
    let spoken = rules::locale::nearest(question.language.unwrap_or_default(), languages, "");
    let unknown = || Reason::BodyInvalid.at("/language", "unsupported", "Support does not speak this language.");
    Some(spoken).filter(|tag| !tag.is_empty()).map(str::to_owned).ok_or_else(unknown)
}
