//! The demonstration marketplace: people who do not exist. Only with `--demo`, which is only served on a loopback
//! address.

pub mod people;

use crate::{Backend, password::PasswordError, store::StoreError};

/// Why the demonstration could not be set up.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Password(#[from] PasswordError),
}

/// Puts the demonstration into the database; what is there stays.
///
/// # Errors
/// If the database fails or a password cannot be hashed.
pub async fn fill(backend: &Backend) -> Result<(), DemoError> {
    people::add(backend).await
}
