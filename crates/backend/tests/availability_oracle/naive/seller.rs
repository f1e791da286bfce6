//! A message to the seller, as the text has it.

use super::Scene;

/// Seconds that every seller has for an answer.
pub const ANSWER_S: i64 = 172_800;

/// A seller whom a buyer could write to.
#[derive(Clone, Copy)]
pub struct Seller {
    /// Seconds until they usually answer; 0 where nobody knows.
    pub usually: u64,
    /// When their time for an answer ends; 0 where nothing waits.
    pub due: i64,
    /// The buyer has turned to support with it.
    pub has_case: bool,
}

impl Scene<'_> {
    /// Whether the seller has let the time for an answer pass.
    pub fn is_due(&self, at: i64) -> bool {
        self.seller.is_some_and(|seller| seller.due != 0 && at >= seller.due)
    }

    /// A buyer with an order writes to the seller first: not about safety, not twice past the end of the seller's time,
    /// and not when support has it already.
    pub fn asks_seller_first(&self, at: i64) -> bool {
        let Some(seller) = self.seller else { return false };
        self.topic != "safety" && !self.is_due(at) && !seller.has_case
    }

    /// Status, reason, usual answer and the end of the seller's time, where there is such a thing.
    pub fn seller_message(&self) -> Option<(&'static str, &'static str, Option<u64>, Option<i64>)> {
        let seller = self.seller?;
        if self.topic == "safety" {
            return Some(("unsupported", "topic_unsupported", None, None));
        }
        let usually = if seller.usually == 0 { None } else { Some(seller.usually) };
        let due = match seller.due {
            0 => Some(self.now + ANSWER_S),
            due if due > self.now => Some(due),
            _ => None,
        };
        Some(("available", "", usually, due))
    }
}
