//! What a question or a case can be about: topics, with what is worth knowing and doing before support is asked.

use serde::{Deserialize, Serialize};

use crate::{Node, OrderAction};

/// A topic that can be chosen now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Topic {
    pub id: String,
    pub title: String,
    /// Whether it is about an order: without one it can still be asked about, with less of an answer.
    pub needs_order: bool,
    /// What to know before asking, for the side that asks.
    #[serde(default)]
    pub advice: Vec<Node>,
    /// What of the order's own `actions` may help without support, the best first.
    #[serde(default)]
    pub actions: Vec<OrderAction>,
    /// Whether somebody's safety is at stake: then nobody is sent to the other side first.
    #[serde(default)]
    pub safety: bool,
}

/// `GET /topics`: the topics that can be chosen, in the order in which they are offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct TopicList {
    pub items: Vec<Topic>,
}
