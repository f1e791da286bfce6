//! Answers written by a language model, where one is configured: it is told sentences with numbers and nothing of a
//! person, and what it writes is dropped sentence by sentence unless it stands in what it names.

mod checked;
mod endpoint;
mod masked;
mod reading;
mod untrusted;
mod wording;

pub use self::{
    checked::{Dropped, checked},
    endpoint::{Endpoint, EndpointError, Patience, Unwritten},
    masked::masked,
    reading::{Broken, Reading},
    untrusted::{cleaned, speaks_to_a_machine},
    wording::Wording,
};

use contract::Source;

/// Most sentences of an answer.
pub const MOST: usize = 5;

/// A sentence that an answer may be written from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// As the model is told it.
    pub text: String,
    /// Where it stands, with its words as they stand there.
    pub source: Source,
}
