//! A question as it is sent, checked.

use axum::{
    extract::{FromRequestParts, Path},
    http::request::Parts,
};
use contract::{AnswerRequest, QUESTION_MAX_CHARS};
use uuid::Uuid;

use crate::{
    hashing,
    problem::{Reason, Refusal},
};

/// The id in the path, which a client made. What is no UUID is not there.
pub struct ClientId(pub String);

impl<S: Send + Sync> FromRequestParts<S> for ClientId {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let id = Path::<String>::from_request_parts(parts, state).await.map(|Path(id)| id);
        let id = id.ok().and_then(|id| Uuid::try_parse(&id).ok());
        id.map(|id| Self(id.hyphenated().to_string())).ok_or(Reason::NotFound.refusal())
    }
}

/// A question that can be answered.
pub struct Asked {
    pub id: String,
    pub request: AnswerRequest,
    /// The same for the same request.
    pub fingerprint: String,
}

impl Asked {
    /// # Errors
    /// `question_invalid`.
    pub fn read(id: String, request: AnswerRequest) -> Result<Self, Refusal> {
        let is_empty = request.question.trim().is_empty();
        if is_empty || request.question.chars().count() > QUESTION_MAX_CHARS {
            let detail = format!("A question has 1 to {QUESTION_MAX_CHARS} characters.");
            return Err(Reason::QuestionInvalid.at("/question", if is_empty { "empty" } else { "length" }, detail));
        }
        let body = serde_json::to_vec(&request).map_err(crate::store::StoreError::from)?;
        Ok(Self { id, request, fingerprint: hashing::short(&body) })
    }
}
