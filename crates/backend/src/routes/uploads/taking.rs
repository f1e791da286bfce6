//! Taking a file in: read no further than it may be, looked at by what its bytes are, kept once.

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use contract::{FILE_NAME_HEADER, Problem, Upload, routes};
use rules::upload::{Kind, name};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    super::{
        answer,
        auth::{VISITOR_COOKIE, Whoever, set_cookie},
        once::{self, Told},
    },
    BYTES_MAX,
};
use crate::{
    hashing,
    photo::{self, PhotoFault},
    problem::{Reason, Refusal},
    secret,
    state::Backend,
    store::{
        idempotency::{Attempt, Outcome},
        uploads::NewUpload,
    },
};

/// What the keys of this call belong to, with whose they are.
const SCOPE: &str = "upload";
/// Most files and bytes that one person or visitor has kept within [`DAY_S`].
const FILES_A_DAY: i64 = 60;
const BYTES_A_DAY: i64 = 96 * 1024 * 1024;
const DAY_S: i64 = 24 * 3_600;
/// Seconds until trying again makes sense for somebody who has had that much kept.
const LATER_S: u64 = 3_600;
/// Longest name that is read, in bytes with its percent signs.
const NAME_BYTES_MAX: usize = 2_000;

/// Keeps a photo, once for each `Idempotency-Key`. What it tells of places, devices and people is not kept.
#[utoipa::path(post, path = routes::UPLOADS, context_path = routes::BASE, tag = "uploads",
    params(
        ("Idempotency-Key" = String, Header, description = "1 to 200 visible ASCII characters, made anew for each file."),
        ("svar-file-name" = Option<String>, Header, description = "Its name, percent-encoded as UTF-8."),
    ),
    request_body(description = "The file's bytes; `/meta` says how many and of which types.", content(
        (String = "image/jpeg"), (String = "image/png"), (String = "image/webp"))),
    responses(
    (status = 200, description = "It was kept before.", body = Upload),
    (status = 201, description = "It is kept.", body = Upload),
    (status = 400, description = "`idempotency_key_missing`, `idempotency_key_invalid`", body = Problem,
        content_type = "application/problem+json"),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "It was kept before, and has been removed.", body = Problem,
        content_type = "application/problem+json"),
    (status = 409, description = "`idempotency_in_flight`", body = Problem, content_type = "application/problem+json"),
    (status = 413, description = "`body_too_large`", body = Problem, content_type = "application/problem+json"),
    (status = 415, description = "`upload_unsupported`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`type_mismatch`, `upload_invalid`, `idempotency_key_reused`", body = Problem,
        content_type = "application/problem+json"),
    (status = 429, description = "`too_many_uploads`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn upload(State(backend): State<Backend>, who: Whoever, request: Request) -> Result<Response, Refusal> {
    let (parts, body) = request.into_parts();
    once::key(&parts.headers)?;
    let declared = declared(&parts.headers)?;
    let bytes = read(&parts.headers, body).await?;
    let (owner, cookie) = owner(&backend, &who);
    let said = format!("{declared:?}\n{}\n{}", told_name(&parts.headers), hashing::hex(&Sha256::digest(&bytes)));
    let scope = format!("{SCOPE}:{owner}");
    let found = once::told(&backend, &parts.headers, &scope, &said, async |attempt| {
        let photo = cleaned(declared, bytes).await?;
        within_quota(&backend, &owner, photo.len()).await?;
        kept(&backend, &owner, declared, &name(&told_name(&parts.headers), declared), photo, attempt).await
    });
    let (is_new, id) = match found.await? {
        Told::Now(outcome) => (true, outcome.body),
        Told::Before(outcome) => (false, outcome.body),
    };
    let row = backend.store.upload(&id).await?.ok_or(Reason::NotFound.refusal())?;
    let mut response = answer::made(is_new, &row.upload())?;
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(response)
}

fn declared(headers: &HeaderMap) -> Result<Kind, Refusal> {
    let declared = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    Kind::of(declared).ok_or(Reason::UploadUnsupported.refusal())
}

/// Reads as much as may be and not a byte more, whatever length was told before.
async fn read(headers: &HeaderMap, body: Body) -> Result<Vec<u8>, Refusal> {
    let told = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok());
    if told.is_some_and(|told| told > BYTES_MAX as u64) {
        return Err(Reason::BodyTooLarge.refusal());
    }
    // A connection that breaks ends this, too; nobody is there to be told then.
    to_bytes(body, BYTES_MAX).await.map(Into::into).map_err(|_| Reason::BodyTooLarge.refusal())
}

/// What somebody calls it; empty where that cannot be read.
fn told_name(headers: &HeaderMap) -> String {
    let told = headers.get(FILE_NAME_HEADER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut bytes = told.bytes().take(NAME_BYTES_MAX);
    let mut name = Vec::new();
    while let Some(byte) = bytes.next() {
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        match byte {
            b'%' => match (digit(bytes.next()), digit(bytes.next())) {
                (Some(high), Some(low)) => name.push(high << 4 | low),
                _ => return String::new(),
            },
            byte => name.push(byte),
        }
    }
    String::from_utf8(name).unwrap_or_default()
}

/// Whose the file is; someone not seen before gets a cookie.
fn owner(backend: &Backend, who: &Whoever) -> (String, Option<HeaderValue>) {
    match who.owner() {
        Some(owner) => (owner, None),
        None => {
            let token = secret::fresh();
            (format!("visitor:{}", secret::hash(&token)), set_cookie(backend, VISITOR_COOKIE, &token, None))
        }
    }
}

/// The photo without what does not belong to it; what is said of it and what it is have to agree.
async fn cleaned(declared: Kind, bytes: Vec<u8>) -> Result<Vec<u8>, Refusal> {
    let look = move || match photo::kind(&bytes) {
        Some(kind) if kind == declared => photo::cleaned(&bytes),
        _ => Err(PhotoFault::Unknown),
    };
    let photo = tokio::task::spawn_blocking(look).await.map_err(|error| {
        tracing::error!(%error, "a photo could not be looked at");
        Reason::Internal.refusal()
    })?;
    photo.map(|photo| photo.bytes).map_err(|fault| match fault {
        PhotoFault::Unknown => Reason::TypeMismatch.refusal(),
        PhotoFault::Broken => Reason::UploadInvalid.at("", "broken", "It cannot be read to its end."),
        PhotoFault::TooManyPixels => Reason::UploadInvalid.at("", "too_many_pixels", "It has too many pixels."),
    })
}

async fn within_quota(backend: &Backend, owner: &str, bytes: usize) -> Result<(), Refusal> {
    let used = backend.store.uploads_since(owner, backend.clock.seconds() - DAY_S).await?;
    let bytes = i64::try_from(bytes).unwrap_or(i64::MAX).saturating_add(used.bytes);
    let is_within = used.files < FILES_A_DAY && bytes <= BYTES_A_DAY;
    if is_within { Ok(()) } else { Err(Reason::TooManyUploads.refusal().after(LATER_S)) }
}

async fn kept(
    backend: &Backend,
    owner: &str,
    kind: Kind,
    name: &str,
    content: Vec<u8>,
    attempt: Attempt<'_>,
) -> Result<Outcome, Refusal> {
    let id = Uuid::now_v7().to_string();
    // Its name is nobody's business once the file is gone: what is remembered of the request is the id.
    let outcome = Outcome { status: 201, body: id.clone() };
    let sha256 = hashing::hex(&Sha256::digest(&content));
    let new = NewUpload { id: &id, owner, name, media_type: kind.media_type(), sha256: &sha256, content };
    backend.store.keep_upload(new, attempt, &outcome).await?;
    Ok(outcome)
}
