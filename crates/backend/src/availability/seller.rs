//! A message to the seller as one of the methods: for the buyer of an order, at any hour.

use contract::{ContactMethod, MethodAvailability, MethodStatus, UnavailableReason};
use rules::seller::{self, Standing};

use super::{decide::moment, spoken::spoken};

/// The seller of an order whose buyer asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seller {
    /// Seconds until they usually have answered.
    pub usual_reply_s: Option<u64>,
    /// Seconds that they have for an answer.
    pub answer_s: Option<i64>,
    /// Where the conversation with them stands.
    pub standing: Standing,
}

impl Seller {
    /// Whether it comes before everything else.
    #[must_use]
    pub fn is_recommended(self, is_safety: bool, now: i64) -> bool {
        seller::is_recommended(is_safety, self.standing, now)
    }

    /// When that changes by itself.
    #[must_use]
    pub fn changes_at(self, now: i64) -> Option<i64> {
        self.standing.respond_by.filter(|at| *at > now)
    }

    /// The method. A message could warn somebody who should not be warned, or make things worse.
    #[must_use]
    pub fn method(self, is_safety: bool, now: i64) -> MethodAvailability {
        let method = spoken(ContactMethod::SellerMessage, &[], "");
        if is_safety {
            let reason = Some(UnavailableReason::TopicUnsupported);
            return MethodAvailability { status: MethodStatus::Unsupported, reason, ..method };
        }
        let due = self.standing.respond_by.or(self.answer_s.map(|seconds| now + seconds)).filter(|at| *at > now);
        MethodAvailability { usual_reply_s: self.usual_reply_s, respond_by: due.map(moment), ..method }
    }
}
