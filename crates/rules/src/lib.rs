//! Decisions: pure functions over the contract's nouns and a moment in time. No clock, no network, no locale data.

pub mod answer;
pub mod case;
pub mod clock;
pub mod combobox;
pub mod contact;
pub mod day_bar;
pub mod draft;
pub mod feedback;
pub mod freshness;
pub mod journey;
pub mod locale;
pub mod message;
pub mod money;
pub mod next;
pub mod order;
pub mod outbox;
pub mod plain;
pub mod query;
pub mod sign_in;
pub mod sign_in_help;
pub mod sign_out;
pub mod sse;
pub mod statement;
pub mod turn;
pub mod upload;
