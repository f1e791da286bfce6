//! What a question is about, as far as the asker may know of it.

use contract::{Order, Subject, SubjectKind};

use crate::{
    content::is_slug,
    problem::{Reason, Refusal},
    routes::{auth::Whoever, objects::object_for, orders::order_for},
    state::Backend,
};

/// The order that a question is about, or that its object is in; `None` for a question about neither.
///
/// # Errors
/// `subject_invalid`: what is someone else's is refused exactly like what is not there.
pub async fn order(backend: &Backend, whoever: &Whoever, subject: &Subject) -> Result<Option<Order>, Refusal> {
    let refused =
        || Reason::SubjectInvalid.at("/subject", "unknown", "There is nothing of yours with this kind and id.");
    let id = subject.id.as_deref().filter(|id| is_slug(id));
    let person = whoever.session.as_ref().map(|session| session.person.id.as_str());
    match (&subject.kind, id) {
        (SubjectKind::General, None) if subject.id.is_none() => Ok(None),
        (SubjectKind::Order, Some(id)) => {
            let order = order_for(backend, person.ok_or_else(refused)?, id).await?;
            Ok(Some(order.ok_or_else(refused)?))
        }
        (SubjectKind::Object, Some(id)) => {
            let object = object_for(backend, person, id).await?.ok_or_else(refused)?;
            match (person, object.order_id) {
                (Some(person), Some(order)) => order_for(backend, person, &order).await,
                _ => Ok(None),
            }
        }
        _ => Err(refused()),
    }
}
