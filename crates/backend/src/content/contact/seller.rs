//! What `contact.toml` says of messages to sellers.

use serde::Deserialize;

/// What holds of messages to sellers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SellerEntry {
    /// Hours that a seller has for an answer, before the buyer can turn to support with one tap.
    pub answer_hours: Option<u16>,
    /// Topics of safety: nobody is sent to the seller with them.
    #[serde(default)]
    pub safety_topics: Vec<String>,
}

impl SellerEntry {
    /// The same time in seconds.
    #[must_use]
    pub fn answer_s(&self) -> Option<i64> {
        self.answer_hours.map(|hours| i64::from(hours) * 3_600)
    }
}
