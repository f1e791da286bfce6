//! Cases: what support opens and reviews.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::{Callback, CaseCallbackRequest, ContactMethod, DeadlineThen, DisputeBody, Subject, open::open_enum};

open_enum! {
    /// Where a case stands.
    CaseState {
        Submitted = "submitted",
        UnderReview = "under_review",
        AwaitingRequester = "awaiting_requester",
        AwaitingCounterparty = "awaiting_counterparty",
        AwaitingBuyer = "awaiting_buyer",
        AwaitingSeller = "awaiting_seller",
        Decided = "decided",
        Executing = "executing",
        Closed = "closed",
        Withdrawn = "withdrawn",
        Settled = "settled",
        ExecutionFailed = "execution_failed",
        Appealed = "appealed",
        AppealDecided = "appeal_decided",
    }
}

open_enum! {
    /// Whose turn it is.
    Actor {
        Buyer = "buyer",
        Seller = "seller",
        /// The asking person, where no order says which side they are on.
        Requester = "requester",
        Support = "support",
        None = "none",
    }
}

/// `PUT /cases/{client_id}`: a request to support.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseRequest {
    pub subject: Subject,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    pub method: ContactMethod,
    /// The language of support, BCP 47.
    pub language: String,
    /// The person's own words, 1 to [`crate::QUESTION_MAX_CHARS`] characters.
    pub statement: String,
    /// The answer that did not help, if it is to go along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_id: Option<String>,
    /// Which of the optional lines go along: `order_state`, `shipping`, `money`, `object`, `timezone`.
    #[serde(default)]
    pub shared: Vec<String>,
    /// The person's IANA time zone, where `timezone` is shared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
    /// Needed where the method is `phone`, and only there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback: Option<CaseCallbackRequest>,
    /// Ids of the person's own uploads, at most [`crate::ATTACHMENTS_MAX`]: they go along with the words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
}

/// A case, as the person who asked sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Case {
    pub id: String,
    /// What people call it by.
    pub number: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    /// The order's number, to show without asking for the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_number: Option<String>,
    #[serde(default)]
    pub object_ids: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<String>,
    pub state: CaseState,
    /// The asking person's role in it: `buyer`, `seller`, or `requester` where no order is concerned.
    #[serde(default)]
    pub role: String,
    pub next_actor: Actor,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub respond_by: Option<OffsetDateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<DeadlineThen>,
    pub method: ContactMethod,
    pub language: String,
    pub conversation_id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_id: Option<String>,
    /// The first of the words that opened it, cut to one line: what a list shows.
    pub subject_line: String,
    /// The words that opened it.
    pub statement: String,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub opened_at: OffsetDateTime,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub updated_at: OffsetDateTime,
    /// Until when support usually has replied; absent once it has.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub expected_reply_at: Option<OffsetDateTime>,
    /// The newest call back about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback: Option<Callback>,
    #[serde(default)]
    pub dispute_bodies: Vec<DisputeBody>,
}
