//! Which files may go along with a message.

use contract::{ATTACHMENTS_MAX, Attachment};

use super::super::{auth::Whoever, request::client_id};
use crate::{
    problem::{Reason, Refusal},
    state::Backend,
};

/// The files with these ids, if whoever writes may send them along: their own, each once. That each is part of one message
/// alone is seen to where the message is kept: the same message may be sent again.
///
/// # Errors
/// The first that may not, with its place.
pub async fn attachments(backend: &Backend, who: &Whoever, ids: &[String]) -> Result<Vec<Attachment>, Refusal> {
    if ids.len() > ATTACHMENTS_MAX {
        return Err(Reason::AttachmentInvalid.at("/attachments", "too_many", "At most 8 files go along."));
    }
    let mut found: Vec<Attachment> = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let refused =
            |code: &str, detail: &str| Reason::AttachmentInvalid.at(&format!("/attachments/{at}"), code, detail);
        let unknown = || refused("unknown", "There is no such file.");
        let id = client_id(id).map_err(|_| unknown())?;
        let row = backend.store.upload(&id).await?.filter(|row| who.owns(&row.owner)).ok_or_else(unknown)?;
        if found.iter().any(|file| file.id == id) {
            return Err(refused("twice", "It is named twice."));
        }
        found.push(row.attachment());
    }
    Ok(found)
}
