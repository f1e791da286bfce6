//! The demonstration marketplace: people who do not exist and their orders, told relative to the moment of the first
//! start. Only with `--demo`, which is only served on a loopback address.

pub mod cases;
pub mod contact;
pub mod orders;
pub mod people;
pub mod pictures;

mod ago;

use thiserror::Error;
use time::OffsetDateTime;

use crate::{Backend, password::PasswordError, store::StoreError};

/// Why there is no demonstration.
#[derive(Debug, Error)]
pub enum DemoError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Password(#[from] PasswordError),
    #[error("the demonstration's orders cannot be read: {0}")]
    Orders(#[from] toml::de::Error),
    #[error("`{0}` is no time of the demonstration, such as `3d 4h` ago, `12b` working days ago, or `+2d` ahead")]
    Time(String),
}

/// Puts the demonstration into the database; what is there stays.
///
/// # Errors
/// If the database fails or a password cannot be hashed.
pub async fn fill(backend: &Backend) -> Result<(), DemoError> {
    fill_at(backend, backend.clock.now()).await
}

/// The same, told relative to another moment.
///
/// # Errors
/// If the database fails or a password cannot be hashed; then the orders are all added or none.
pub async fn fill_at(backend: &Backend, now: OffsetDateTime) -> Result<(), DemoError> {
    people::add(backend).await?;
    let (objects, orders) = orders::orders(now)?;
    Ok(backend.store.add_orders(&objects, &orders).await?)
}
