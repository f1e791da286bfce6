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
    told(backend, headers, scope, said, async |attempt| {
        let outcome = Outcome { status: StatusCode::NO_CONTENT.as_u16().into(), body: String::new() };
        keep(attempt, &outcome).await?;
        Ok(outcome)
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What a request led to, and when.
pub enum Told {
    Now(Outcome),
    Before(Outcome),
}

/// As [`once`], where there is something to say about it. What is refused was not kept, and may be sent again.
pub async fn told(
    backend: &Backend,
    headers: &HeaderMap,
    scope: &str,
    said: &str,
    keep: impl AsyncFnOnce(Attempt<'_>) -> Result<Outcome, Refusal>,
) -> Result<Told, Refusal> {
    let fingerprint = hashing::short(said.as_bytes());
    let attempt = Attempt { scope, key: key(headers)?, fingerprint: &fingerprint, now: backend.clock.seconds() };
    match backend.store.begin(attempt).await? {
        Seen::UnderWay => Err(Reason::IdempotencyInFlight.refusal()),
        Seen::Different => Err(Reason::IdempotencyKeyReused.refusal()),
        Seen::Done(outcome) => Ok(Told::Before(outcome)),
        Seen::First => match keep(attempt).await {
            Ok(outcome) => Ok(Told::Now(outcome)),
            Err(refusal) => {
                backend.store.give_up(attempt).await?;
                Err(refusal)
            }
        },
    }
}

/// The key that a request is sent with.
pub fn key(headers: &HeaderMap) -> Result<&str, Refusal> {
    let value = headers.get(IDEMPOTENCY_KEY).ok_or(Reason::IdempotencyKeyMissing.refusal())?;
    let is_visible = |key: &&str| (1..=KEY_MAX).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    value.to_str().ok().filter(is_visible).ok_or(Reason::IdempotencyKeyInvalid.refusal())
}
