//! Refusals, answered as RFC 9457 problem details.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{Problem, ProblemItem};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::{password::PasswordError, search::SearchError, store::StoreError};

/// The media type of a problem.
pub const MEDIA_TYPE: HeaderValue = HeaderValue::from_static("application/problem+json");

/// Why a request is not answered with what it asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    NotFound,
    SignedOut,
    CsrfInvalid,
    MethodNotAllowed,
    CursorInvalid,
    ParameterInvalid,
    QueryInvalid,
    JsonMalformed,
    MediaTypeUnsupported,
    BodyTooLarge,
    BodyInvalid,
    ClientIdInvalid,
    ClientIdReused,
    StatementInvalid,
    SubjectInvalid,
    AnswerInvalid,
    MessageInvalid,
    MethodUnavailable,
    ConversationClosed,
    IdempotencyKeyMissing,
    IdempotencyKeyInvalid,
    IdempotencyKeyReused,
    IdempotencyInFlight,
    QuestionInvalid,
    AssistantUnavailable,
    NotReady,
    Internal,
    CredentialsInvalid,
    TooManyAttempts,
    PreconditionRequired,
    PreconditionFailed,
    TokenUsed,
    TokenExpired,
    CursorGone,
    TooManyStreams,
}

impl Reason {
    /// The status it is answered with.
    #[must_use]
    pub fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::CsrfInvalid => StatusCode::FORBIDDEN,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::CursorInvalid | Self::JsonMalformed | Self::IdempotencyKeyMissing | Self::IdempotencyKeyInvalid => {
                StatusCode::BAD_REQUEST
            }
            Self::ParameterInvalid | Self::QueryInvalid | Self::BodyInvalid | Self::IdempotencyKeyReused => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::ClientIdReused | Self::QuestionInvalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::ClientIdInvalid | Self::StatementInvalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::SubjectInvalid | Self::AnswerInvalid | Self::MessageInvalid => StatusCode::UNPROCESSABLE_ENTITY,
            Self::MethodUnavailable | Self::ConversationClosed => StatusCode::CONFLICT,
            Self::MediaTypeUnsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::BodyTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::IdempotencyInFlight => StatusCode::CONFLICT,
            Self::AssistantUnavailable | Self::NotReady => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::CredentialsInvalid => StatusCode::UNAUTHORIZED,
            Self::TooManyAttempts | Self::TooManyStreams => StatusCode::TOO_MANY_REQUESTS,
            Self::PreconditionRequired => StatusCode::PRECONDITION_REQUIRED,
            Self::PreconditionFailed => StatusCode::PRECONDITION_FAILED,
            Self::TokenUsed | Self::TokenExpired | Self::CursorGone => StatusCode::GONE,
        }
    }

    /// Its stable code, and its title for developers.
    #[must_use]
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::NotFound => ("not_found", "There is nothing here."),
            Self::SignedOut => ("signed_out", "Sign in first."),
            Self::CsrfInvalid => ("csrf_invalid", "The header svar-csrf has to hold the session's word."),
            Self::MethodNotAllowed => ("method_not_allowed", "This address has other methods."),
            Self::CursorInvalid => ("cursor_invalid", "The cursor is not one that this list gave."),
            Self::ParameterInvalid => ("parameter_invalid", "A parameter cannot be used."),
            Self::QueryInvalid => ("query_invalid", "A question has 1 to 200 characters."),
            Self::JsonMalformed => ("json_malformed", "The body is not JSON."),
            Self::MediaTypeUnsupported => ("media_type_unsupported", "The body has to be application/json."),
            Self::BodyTooLarge => ("body_too_large", "The body is too large."),
            Self::BodyInvalid => ("body_invalid", "The body has a field that cannot be used."),
            Self::ClientIdInvalid => ("client_id_invalid", "The id at the end of the address has to be a UUID."),
            Self::ClientIdReused => ("client_id_reused", "Something else was made with this id."),
            Self::StatementInvalid => ("statement_invalid", "A request has 1 to 2,000 characters."),
            Self::SubjectInvalid => ("subject_invalid", "There is nothing like this that it could be about."),
            Self::AnswerInvalid => ("answer_invalid", "There is no such answer."),
            Self::MessageInvalid => ("message_invalid", "A message has 1 to 2,000 characters."),
            Self::MethodUnavailable => ("method_unavailable", "This contact method cannot be used now."),
            Self::ConversationClosed => ("conversation_closed", "Nobody can write in this conversation any more."),
            Self::IdempotencyKeyMissing => ("idempotency_key_missing", "The header Idempotency-Key is missing."),
            Self::IdempotencyKeyInvalid => ("idempotency_key_invalid", "A key has 1 to 200 visible ASCII characters."),
            Self::IdempotencyKeyReused => ("idempotency_key_reused", "Another request had this Idempotency-Key."),
            Self::IdempotencyInFlight => ("idempotency_in_flight", "The first request with this key is under way."),
            Self::QuestionInvalid => ("question_invalid", "A question has 1 to 2000 characters."),
            Self::AssistantUnavailable => ("assistant_unavailable", "Questions cannot be answered now."),
            Self::NotReady => ("not_ready", "The content is being loaded."),
            Self::Internal => ("internal", "Something failed here."),
            Self::CredentialsInvalid => ("credentials_invalid", "No account has this address and this password."),
            Self::TooManyAttempts => ("too_many_attempts", "Wait before trying again."),
            Self::PreconditionRequired => ("precondition_required", "The header If-Match is missing."),
            Self::PreconditionFailed => ("precondition_failed", "It has changed since it was read."),
            Self::TokenUsed => ("token_used", "The link has been followed before."),
            Self::TokenExpired => ("token_expired", "The link is too old."),
            Self::CursorGone => ("cursor_gone", "What came next is not kept any more."),
            Self::TooManyStreams => ("too_many_streams", "This person has as many streams as they may have."),
        }
    }

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
