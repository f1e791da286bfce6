//! Passwords, kept as argon2id hashes. Checking takes as long for an address that nobody has as for one that
//! somebody has, and only a few are checked at a time: each takes 19 MiB.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use thiserror::Error;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// Longest password, in characters: more only costs time.
pub const MAX_CHARS: usize = 1_000;

/// A hash with the usual cost that no password is known to give.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c3ZhcnN2YXJzdmFyc3Zhcg$ZHVtbXlkdW1teWR1bW15ZHVtbXlkdW1teWR1bW15MDA";

/// Hashes that are made at the same time, at most.
const AT_ONCE: usize = 4;
static PLACES: Semaphore = Semaphore::const_new(AT_ONCE);

/// Why a password could not be hashed or checked.
#[derive(Debug, Error)]
pub enum PasswordError {
    #[error("a password could not be hashed: {0}")]
    Hash(argon2::password_hash::Error),
    #[error("the hashing was interrupted: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
    #[error("the hashing is closed: {0}")]
    Closed(#[from] tokio::sync::AcquireError),
}

/// What is kept of a password, in PHC form.
///
/// # Errors
/// If the machine has no random numbers.
pub async fn hash(password: String) -> Result<String, PasswordError> {
    let _place = PLACES.acquire().await?;
    spawn_blocking(move || Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()))
        .await?
        .map_err(PasswordError::Hash)
}

/// Whether a password is the one of which `kept` is kept. Without one it is not, after the same time.
///
/// # Errors
/// If the work is interrupted.
pub async fn is_right(password: String, kept: Option<String>) -> Result<bool, PasswordError> {
    let _place = PLACES.acquire().await?;
    let checked = spawn_blocking(move || {
        let known = kept.as_deref().and_then(|kept| PasswordHash::new(kept).ok());
        let is_known = known.is_some();
        let Some(hash) = known.or_else(|| PasswordHash::new(NOBODYS).ok()) else { return false };
        Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && is_known
    });
    Ok(checked.await?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again() {
        let kept = hash("correct horse".to_owned()).await.unwrap();
        assert_ne!(kept, hash("correct horse".to_owned()).await.unwrap(), "each hash has a salt of its own");
        for (name, password, kept, expected) in [
            ("right", "correct horse", Some(kept.clone()), true),
            ("wrong", "correct house", Some(kept.clone()), false),
            ("empty", "", Some(kept.clone()), false),
            ("longer", "correct horse ", Some(kept), false),
            ("nobodys", "correct horse", None, false),
            ("no_hash", "correct horse", Some(String::new()), false),
            ("broken_hash", "correct horse", Some("$argon2id$".to_owned()), false),
        ] {
            assert_eq!(is_right(password.to_owned(), kept).await.unwrap(), expected, "{name}");
        }
    }

    #[tokio::test]
    async fn nobodys_hash_costs_as_much_as_any() {
        let usual = hash("x".to_owned()).await.unwrap();
        let cost = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        assert_eq!(cost(&usual), "$argon2id$v=19$m=19456,t=2,p=1");
        assert_eq!(cost(NOBODYS), cost(&usual));
        assert!(PasswordHash::new(NOBODYS).is_ok());
    }
}
