//! Photos that came with a message: small on the case's page, whole to keep.

use axum::{
    extract::{Path, State},
    response::Response,
};
use contract::Attachment;
use maud::{Markup, html};
use uuid::Uuid;

use super::{fault::Fault, session::AtDesk};
use crate::{routes::uploads::handed_out, state::Backend};

/// A photo of a message, to be kept and never opened as a page. What is part of no message is nobody's business here.
pub async fn upload(State(backend): State<Backend>, _: AtDesk, Path(id): Path<String>) -> Result<Response, Fault> {
    let id = Uuid::try_parse(&id).map_err(|_| Fault::NotFound)?.to_string();
    let row = backend.store.upload(&id).await?.filter(|row| !row.message_id.is_empty()).ok_or(Fault::NotFound)?;
    handed_out(&backend, &row).await?.ok_or(Fault::NotFound)
}

/// The photos of a message.
pub fn list(attachments: &[Attachment]) -> Markup {
    html! {
        @if !attachments.is_empty() {
            ul.photos {
                @for file in attachments {
                    li {
                        a href=(format!("/desk/uploads/{}", file.id)) download {
                            img src=(format!("/desk/uploads/{}", file.id)) alt="" width="120" height="120" loading="lazy";
                            bdi { (file.name) }
                            span.small { " " (size(file.bytes)) }
                        }
                    }
                }
            }
        }
    }
}

/// In words: no photo is smaller than 1 kB to the eye.
fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1_000))
    } else {
        format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
    }
}
