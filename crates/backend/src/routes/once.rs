//! What is sent with an `Idempotency-Key`: carried out once, however often it comes.

use axum::http::{HeaderMap, HeaderName, StatusCode};

use crate::{
    hashing,
    problem::{Reason, Refusal},
    state::Backend,
    store::{
        StoreError,
        idempotency::{Attempt, Outcome, Seen},
    },
};

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const KEY_MAX: usize = 200;

/// Has something kept the first time that `said` comes with this key; `scope` is what the keys belong to. There is
/// nothing to say about it but that it is kept.
pub async fn once(
    backend: &Backend,
    headers: &HeaderMap,
    scope: &str,
    said: &str,
    keep: impl AsyncFnOnce(Attempt<'_>, &Outcome) -> Result<(), StoreError>,
) -> Result<StatusCode, Refusal> {
    let fingerprint = hashing::short(said.as_bytes());
    let attempt = Attempt { scope, key: key(headers)?, fingerprint: &fingerprint, now: backend.clock.seconds() };
    match backend.store.begin(attempt).await? {
        Seen::UnderWay => return Err(Reason::IdempotencyInFlight.refusal()),
        Seen::Different => return Err(Reason::IdempotencyKeyReused.refusal()),
        Seen::Done(_) => {}
        Seen::First => {
            let outcome = Outcome { status: StatusCode::NO_CONTENT.as_u16().into(), body: String::new() };
            keep(attempt, &outcome).await?;
        }
    }
    Ok(StatusCode::NO_CONTENT)
}

fn key(headers: &HeaderMap) -> Result<&str, Refusal> {
    let value = headers.get(IDEMPOTENCY_KEY).ok_or(Reason::IdempotencyKeyMissing.refusal())?;
    let is_visible = |key: &&str| (1..=KEY_MAX).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    value.to_str().ok().filter(is_visible).ok_or(Reason::IdempotencyKeyInvalid.refusal())
}
