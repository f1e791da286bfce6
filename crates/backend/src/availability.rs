//! Which contact methods can be used now, and why others cannot. E-mail always can, for everybody.

pub mod decide;
pub mod hours;
pub mod seller;
pub mod slots;
pub mod waits;

mod spoken;
mod team;

pub use self::decide::moment;

use contract::{Availability, ContactMethod, EventKind, MethodAvailability};

use self::{
    decide::{Asked, can_be_chosen, decide},
    hours::Span,
    seller::Seller,
};
use crate::{
    state::{Backend, Published},
    store::people::PersonRow,
};

/// Who asks about what; `person` is absent where nobody is signed in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'a> {
    pub topic: Option<&'a str>,
    /// BCP 47: the language to be answered in.
    pub language: Option<&'a str>,
    pub person: Option<&'a PersonRow>,
    /// The seller of the order that it is about, where its buyer asks.
    pub seller: Option<Seller>,
}

impl<'a> Question<'a> {
    /// The same for whoever decides; absent words are empty.
    #[must_use]
    pub fn asked(&self) -> Asked<'a> {
        Asked {
            topic: self.topic.unwrap_or_default(),
            language: self.language.unwrap_or_default(),
            country: self.person.map_or("", |person| person.country.as_str()),
            seller: self.seller,
            is_restricted: self.person.is_some_and(|person| person.restrictions().next().is_some()),
        }
    }
}

/// What can be used now. Where the database cannot tell, e-mail is still there.
pub async fn now(backend: &Backend, published: &Published, question: Question<'_>) -> Availability {
    let now = backend.clock.seconds();
    match team::read(backend, published).await {
        Ok(team) => decide(&team, question.asked(), now),
        Err(error) => {
            tracing::error!(%error, "it is not known which contact methods can be used");
            let alone = team::by_email(backend, published);
            Availability { degraded: true, ..decide(&alone, question.asked(), now) }
        }
    }
}

/// Where a call back can be booked.
#[derive(Clone, Debug)]
pub struct Bookable {
    pub slots: Vec<Span>,
    /// How many can have the same slot.
    pub places: i64,
}

/// The slots that are free now; `None` where whoever asks is not called at all, or where it is not known.
pub async fn bookable(backend: &Backend, published: &Published, question: Question<'_>) -> Option<Bookable> {
    let team = team::read(backend, published)
        .await
        .inspect_err(|error| tracing::error!(%error, "it is not known which slots are free"))
        .ok()?;
    let phone = team.staffed.iter().find(|staffed| staffed.method == ContactMethod::Phone)?;
    let slots = phone.bookable(&team, question.asked(), backend.clock.seconds())?;
    Some(Bookable { slots, places: phone.places })
}

/// A method, if it can be chosen.
#[must_use]
pub fn usable<'a>(availability: &'a Availability, method: &ContactMethod) -> Option<&'a MethodAvailability> {
    availability.methods.iter().find(|it| it.method == *method && can_be_chosen(&it.status))
}

/// Tells everybody who listens that what can be used has changed. What was changed is done: where nobody can be told,
/// open pages ask again within the minute.
pub async fn changed(backend: &Backend) {
    if let Err(error) = backend.tell_everyone(EventKind::Availability).await {
        tracing::error!(%error, "nobody is told that contact methods have changed");
    }
}
