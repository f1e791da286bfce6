//! Photos that go along with a message: taken in, told of, handed out to whoever may see them.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

mod attaching;
mod taking;

pub(super) use self::attaching::attachments;

use axum::{
    extract::State,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{Problem, Upload, UploadLimits, routes};
use rules::upload::Kind;

use super::{answer, auth::Whoever, request::KnownId};
use crate::{
    problem::{Reason, Refusal},
    state::Backend,
    store::{StoreError, uploads::UploadRow},
};

pub use self::taking::{__path_upload, upload};

/// Largest file, in bytes.
pub const BYTES_MAX: usize = 8 * 1024 * 1024;

/// A file is handed out to be kept, never to be opened as a page; the site's own pages may show it as a picture.
const CONTENT_HEADERS: [(HeaderName, &str); 3] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (header::CACHE_CONTROL, "private, no-store"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-site"),
];

/// What may be kept.
pub fn limits() -> UploadLimits {
    let types = Kind::ALL.into_iter().map(|kind| kind.media_type().to_owned()).collect();
    UploadLimits { max_bytes: BYTES_MAX as u64, types }
}

/// A file, told of.
#[utoipa::path(get, path = routes::UPLOAD, context_path = routes::BASE, tag = "uploads",
    params(("id" = String, Path, description = "From the answer that kept it.")), responses(
    (status = 200, description = "Here it is.", body = Upload),
    (status = 404, description = "There is no such file, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn told(State(backend): State<Backend>, who: Whoever, KnownId(id): KnownId) -> Result<Response, Refusal> {
    answer::fresh(&seen(&backend, &who, &id).await?.upload())
}

/// A file's bytes.
#[utoipa::path(get, path = routes::UPLOAD_CONTENT, context_path = routes::BASE, tag = "uploads",
    params(("id" = String, Path, description = "From the answer that kept it, or from a message.")), responses(
    (status = 200, description = "To be kept, not to be opened as a page.", content(
        (String = "image/jpeg"), (String = "image/png"), (String = "image/webp"))),
    (status = 404, description = "There is no such file, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
))]
pub async fn content(State(backend): State<Backend>, who: Whoever, KnownId(id): KnownId) -> Result<Response, Refusal> {
    let row = seen(&backend, &who, &id).await?;
    let content = handed_out(&backend, &row).await?.ok_or(Reason::NotFound.refusal())?;
    Ok(content)
}

/// Removes a file that is part of no message.
#[utoipa::path(delete, path = routes::UPLOAD, context_path = routes::BASE, tag = "uploads",
    params(("id" = String, Path, description = "From the answer that kept it.")), responses(
    (status = 204, description = "It is gone."),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such file, or it is not yours.", body = Problem,
        content_type = "application/problem+json"),
    (status = 409, description = "`upload_attached`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn remove(State(backend): State<Backend>, who: Whoever, KnownId(id): KnownId) -> Result<StatusCode, Refusal> {
    seen(&backend, &who, &id).await?;
    if backend.store.remove_upload(&id).await? {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Reason::UploadAttached.refusal())
    }
}

/// A file that this person or visitor may see: their own, and those of their conversations.
async fn seen(backend: &Backend, who: &Whoever, id: &str) -> Result<UploadRow, Refusal> {
    let row = backend.store.upload(id).await?;
    let is = |person: &String| !person.is_empty() && who.owns(&format!("person:{person}"));
    let is_party = |row: &UploadRow| [&row.party, &row.buyer, &row.seller].into_iter().any(is);
    row.filter(|row| who.owns(&row.owner) || is_party(row)).ok_or(Reason::NotFound.refusal())
}

/// A file as it is handed out, whoever asked for it; `None` where it has just gone.
pub(crate) async fn handed_out(backend: &Backend, row: &UploadRow) -> Result<Option<Response>, StoreError> {
    let Some(content) = backend.store.upload_content(&row.id).await? else { return Ok(None) };
    let mut response = (CONTENT_HEADERS, content).into_response();
    for (name, value) in [
        (header::CONTENT_TYPE, HeaderValue::from_str(&row.media_type)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition(&row.name))),
    ] {
        response.headers_mut().insert(name, value.unwrap_or(HeaderValue::from_static("attachment")));
    }
    Ok(Some(response))
}

/// The name in both ways that browsers read it (RFC 6266): plain, and with every letter it has.
fn disposition(name: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '.');
    let plain: String = name.chars().map(|letter| if is_plain(letter) { letter } else { '_' }).collect();
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let whole =
        name.bytes().map(|byte| if is_token(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") });
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", whole.collect::<String>())
}
