//! Amounts of money.

use serde::{Deserialize, Serialize};

/// An amount in the currency's smallest unit (cents for EUR, whole yen for JPY).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Money {
    pub amount_minor: i64,
    /// ISO 4217.
    pub currency: String,
}
