//! Conversations: messages between a person and support, or a person and a seller.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::{Attachment, Node, open::open_enum};

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
