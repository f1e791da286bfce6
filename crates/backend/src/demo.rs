//! The demonstration marketplace: people and their orders, told relative to the moment of the first start.

pub mod orders;
pub mod people;
pub mod pictures;

mod ago;

use thiserror::Error;
use time::OffsetDateTime;

use crate::store::{Store, StoreError};

/// Why there is no demonstration.
#[derive(Debug, Error)]
pub enum DemoError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the demonstration's orders cannot be read: {0}")]
    Orders(#[from] toml::de::Error),
    #[error("`{0}` is no time of the demonstration, such as `3d 4h` ago, `12b` working days ago, or `+2d` ahead")]
    Time(String),
}

/// Adds what is not there yet; what is stays as it is.
///
/// # Errors
/// If the database fails; then the orders are all added or none.
pub async fn fill(store: &Store, now: OffsetDateTime) -> Result<(), DemoError> {
    people::people(store).await?;
    let (objects, orders) = orders::orders(now)?;
    Ok(store.add_orders(&objects, &orders).await?)
}
