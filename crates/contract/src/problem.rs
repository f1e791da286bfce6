//! Errors as RFC 9457 problem details.

use serde::{Deserialize, Serialize};

use crate::SearchHit;

/// The body of every refusal; the screen maps `code` to words, `title` and `detail` are for developers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Problem {
    #[serde(rename = "type", default)]
    pub kind: String,
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub status: u16,
    #[serde(default)]
    pub detail: String,
    /// Stable, snake case: `not_found`, `query_invalid`, `cursor_invalid`, …
    #[serde(default)]
    pub code: String,
    #[serde(default)]
    pub request_id: String,
    #[serde(default)]
    pub errors: Vec<ProblemItem>,
    /// With `assistant_unavailable`: articles that may help meanwhile.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fallback: Vec<SearchHit>,
    /// Seconds until trying again makes sense.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_s: Option<u64>,
}

/// One thing wrong with a request, with a JSON pointer or a parameter's name to where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProblemItem {
    pub pointer: String,
    pub code: String,
    #[serde(default)]
    pub detail: String,
}
