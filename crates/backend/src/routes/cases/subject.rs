//! What a case is about: an order or an object that the person may see, or nothing in particular.

use contract::{Answer, Subject, SubjectKind};

use super::super::{answers::theirs, auth::Whoever, objects::object_for, orders::order_for};
use crate::{
    problem::{Reason, Refusal},
    shared::About,
    state::Backend,
};

/// Longest id, in characters.
const ID_MAX: usize = 100;

/// What a person may ask about, or the refusal that is the same for what is not there and what is not theirs.
pub async fn about(backend: &Backend, person_id: &str, subject: &Subject) -> Result<About, Refusal> {
    let refused = || Reason::SubjectInvalid.at("/subject", "unknown", "There is nothing like this.");
    match (&subject.kind, subject.id.as_deref()) {
        (SubjectKind::General, None) => Ok(About::default()),
        (SubjectKind::Order, Some(id)) if is_id(id) => {
            let order = order_for(backend, person_id, id).await?.ok_or_else(refused)?;
            Ok(About { order: Some(order), object: None })
        }
        (SubjectKind::Object, Some(id)) if is_id(id) => {
            let object = object_for(backend, Some(person_id), id).await?.ok_or_else(refused)?;
            let order = match object.order_id.as_deref() {
                Some(id) => order_for(backend, person_id, id).await?,
                None => None,
            };
            Ok(About { order, object: Some(object) })
        }
        _ => Err(refused()),
    }
}

/// The objects that it is about.
pub fn object_ids(about: &About) -> Vec<String> {
    match (&about.object, &about.order) {
        (Some(object), _) => vec![object.id.clone()],
        (None, Some(order)) => order.objects.iter().map(|object| object.id.clone()).collect(),
        (None, None) => Vec::new(),
    }
}

fn is_id(id: &str) -> bool {
    (1..=ID_MAX).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// An answer that the asker was given.
pub async fn answer_for(backend: &Backend, who: &Whoever, id: &str) -> Result<Option<Answer>, Refusal> {
    if !is_id(id) {
        return Ok(None);
    }
    match theirs(backend, who, id).await {
        Ok(row) => Ok(Some(row.answer)),
        Err(refusal) if refusal.reason() == Reason::NotFound => Ok(None),
        Err(refusal) => Err(refusal),
    }
}
