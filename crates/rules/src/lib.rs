//! Decisions: pure functions over the contract's nouns and a moment in time. No clock, no network, no locale data.

pub mod case;
pub mod combobox;
pub mod feedback;
pub mod freshness;
pub mod locale;
pub mod message;
pub mod order;
pub mod query;
