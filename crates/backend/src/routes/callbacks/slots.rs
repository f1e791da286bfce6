//! What can still be booked.

use contract::{CallbackSlots, Interval};

use crate::{
    availability::{self, Question, moment},
    state::{Backend, Published},
};

/// The slots that are free now; none where nobody is called, or where it is not known.
pub async fn free(backend: &Backend, published: &Published, question: Question<'_>) -> CallbackSlots {
    let bookable = availability::bookable(backend, published, question).await;
    let slots = bookable.map(|bookable| bookable.slots).unwrap_or_default();
    CallbackSlots {
        items: slots.iter().map(|slot| Interval { from: moment(slot.from), to: moment(slot.to) }).collect(),
        timezone: published.contact_timezone.clone(),
    }
}
