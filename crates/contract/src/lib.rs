//! The REST contract as types: what crosses the wire between Svar and a backend, and nothing else.
//! One module per resource; readers tolerate unknown fields and unknown enum values.

pub mod help;
pub mod list;
pub mod meta;
pub mod node;
pub mod problem;
pub mod routes;

pub use help::{
    Article, ArticleSummary, Category, CategoryLink, FeedbackRequest, Heading, SearchHit, SearchResults, SnippetPart,
};
pub use list::List;
pub use meta::{DisputeBody, LocaleName, Meta, Notice, NoticeTone, SignIn, UploadLimits};
pub use node::{CalloutTone, Node};
pub use problem::{Problem, ProblemItem};

/// Version of the contract that these types describe; compared with [`Meta::contract_version`].
pub const CONTRACT_VERSION: &str = "1.0";
/// Longest question that `GET /help/search` takes, in characters (Unicode scalar values).
pub const QUERY_MAX_CHARS: usize = 200;
/// Most hits that `GET /help/search` gives; it has no cursor.
pub const SEARCH_MAX_HITS: usize = 20;
/// Largest `limit` of a list.
pub const LIST_MAX_LIMIT: u32 = 100;
