//! Refusals, answered as RFC 9457 problem details.

mod reason;

use axum::{
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use contract::{Problem, ProblemItem};
use serde::Serialize;
use serde_json::{Map, Value};

pub use self::reason::Reason;
use crate::{password::PasswordError, search::SearchError, store::StoreError};

/// The media type of a problem.
pub const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/problem+json");

impl Reason {
    /// The refusal for this reason, without details.
    #[must_use]
    pub fn refusal(self) -> Refusal {
        Refusal { reason: self, items: Vec::new(), members: Map::new(), retry_after_s: None }
    }

    /// The refusal that names a parameter or a JSON pointer.
    #[must_use]
    pub fn at(self, pointer: &str, code: &str, detail: impl Into<String>) -> Refusal {
        let item = ProblemItem { pointer: pointer.to_owned(), code: code.to_owned(), detail: detail.into() };
        Refusal { reason: self, items: vec![item], members: Map::new(), retry_after_s: None }
    }
}

/// A refusal; [`crate::routes`] adds the request's id and writes it.
#[derive(Clone, Debug)]
pub struct Refusal {
    reason: Reason,
    items: Vec<ProblemItem>,
    members: Map<String, Value>,
    retry_after_s: Option<u64>,
}

/// Seconds until trying again makes sense, where it does.
const TRY_AGAIN_S: u64 = 1;

impl Refusal {
    /// Why.
    #[must_use]
    pub fn reason(&self) -> Reason {
        self.reason
    }

    /// Says when trying again makes sense.
    #[must_use]
    pub fn after(self, seconds: u64) -> Self {
        Self { retry_after_s: Some(seconds), ..self }
    }

    /// The refusal with a member of its own beside those that every problem has (RFC 9457, 3.2).
    #[must_use]
    pub fn with(mut self, name: &str, value: &impl Serialize) -> Self {
        match serde_json::to_value(value) {
            Ok(value) => {
                self.members.insert(name.to_owned(), value);
            }
            Err(error) => tracing::error!(%error, name, "a member of a problem could not be written"),
        }
        self
    }

    /// Its own members.
    #[must_use]
    pub fn members(&self) -> &Map<String, Value> {
        &self.members
    }

    /// The problem as it is sent for a request.
    #[must_use]
    pub fn problem(self, request_id: &str) -> Problem {
        let (code, title) = self.reason.words();
        let may_try_again =
            matches!(self.reason, Reason::NotReady | Reason::IdempotencyInFlight | Reason::AssistantUnavailable);
        Problem {
            kind: "about:blank".to_owned(),
            title: title.to_owned(),
            status: self.reason.status().as_u16(),
            detail: self.items.first().map(|item| item.detail.clone()).unwrap_or_default(),
            code: code.to_owned(),
            request_id: request_id.to_owned(),
            errors: self.items,
            retry_after_s: self.retry_after_s.or(may_try_again.then_some(TRY_AGAIN_S)),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut response = (self.reason.status(), [(header::CONTENT_TYPE, MEDIA_TYPE)]).into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        // Two messages that take the same file at once: one of them comes second.
        if matches!(error, StoreError::Attached(_)) {
            return Reason::AttachmentInvalid.at("/attachments", "attached", "It is part of another message.");
        }
        tracing::error!(%error, "the store failed");
        Reason::Internal.refusal()
    }
}

impl From<SearchError> for Refusal {
    fn from(error: SearchError) -> Self {
        tracing::error!(%error, "the search failed");
        Reason::Internal.refusal()
    }
}

impl From<PasswordError> for Refusal {
    fn from(error: PasswordError) -> Self {
        tracing::error!(%error, "a password could not be checked");
        Reason::Internal.refusal()
    }
}
