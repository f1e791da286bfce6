//! Conversations: messages between a person and support, or a person and a seller.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::{Attachment, DeadlineThen, Node, open::open_enum};

open_enum! {
    /// Who wrote a message.
    AuthorKind {
        Buyer = "buyer",
        Seller = "seller",
        Support = "support",
        Assistant = "assistant",
        System = "system",
        Visitor = "visitor",
    }
}

open_enum! {
    /// How a conversation with a seller can be turned into a case.
    Escalation {
        /// The answer is overdue: without a word.
        Free = "free",
        /// With a reason, at any time.
        WithReason = "with_reason",
    }
}

open_enum! {
    /// Why somebody turns to support instead of the seller, or before the seller has answered.
    SellerReason {
        NoReply = "no_reply",
        NoAgreement = "no_agreement",
        Safety = "safety",
        RatherNot = "rather_not",
        SomethingElse = "something_else",
    }
}

/// A conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Conversation {
    pub id: String,
    /// `seller` or `support`.
    pub kind: String,
    #[serde(default)]
    pub subject: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_id: Option<String>,
    /// `open` or `closed`.
    pub state: String,
    pub can_post: bool,
    /// Who can write in it; somebody of the team has no name here before they have written.
    #[serde(default)]
    pub participants: Vec<Author>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_message: Option<Message>,
    /// With a seller: until when an answer is due, also once that is over; absent where none is.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub respond_by: Option<OffsetDateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<DeadlineThen>,
    /// With a seller: how the person can turn it into a case; absent where they have done so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub escalation: Option<Escalation>,
    /// Messages that the person has not read.
    #[serde(default)]
    pub unread: u32,
    /// The last message's.
    pub seq: u64,
}

/// One message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Message {
    pub id: String,
    pub client_id: String,
    /// From 1, without a gap, in this conversation.
    pub seq: u64,
    pub author: Author,
    pub nodes: Vec<Node>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub created_at: OffsetDateTime,
}

/// Who wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Author {
    pub kind: AuthorKind,
    pub id: String,
    pub display_name: String,
}

/// `PUT /conversations/{id}/messages/{client_id}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct MessageRequest {
    /// 1 to [`crate::QUESTION_MAX_CHARS`] characters; blank lines part paragraphs.
    pub text: String,
    /// Ids of the author's own uploads, at most [`crate::ATTACHMENTS_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
}

/// `PUT /conversations/{client_id}`: begins a conversation with the other side of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConversationRequest {
    /// `seller`.
    pub kind: String,
    /// An order of the person's, as its buyer or as its seller.
    pub order_id: String,
    /// The first message: 1 to [`crate::QUESTION_MAX_CHARS`] characters.
    pub text: String,
    /// Ids of the author's own uploads, at most [`crate::ATTACHMENTS_MAX`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
}

/// `PUT /conversations/{id}/read`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReadRequest {
    /// The last message that was seen.
    pub seq: u64,
}

/// `PUT /conversations/{id}/escalation/{client_id}`: turns a conversation with a seller into a case of that id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct EscalationRequest {
    /// Needed unless the answer is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<SellerReason>,
    /// What support is to know besides, at most [`crate::QUESTION_MAX_CHARS`] characters; needed from somebody who
    /// has not written in the conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}
