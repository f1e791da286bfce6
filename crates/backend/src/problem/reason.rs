//! Every reason for a refusal, with its status, its stable code, and its title for developers.

use axum::http::StatusCode;

/// Makes the enum and its table out of one line for each reason.
macro_rules! reasons {
    ($($name:ident: $status:ident, $code:literal, $title:literal;)+) => {
        /// Why a request is not answered with what it asked for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Reason {
            $($name,)+
        }

        impl Reason {
            /// The status it is answered with.
            #[must_use]
            pub fn status(self) -> StatusCode {
                match self {
                    $(Self::$name => StatusCode::$status,)+
                }
            }

            /// Its stable code, and its title for developers.
            #[must_use]
            pub fn words(self) -> (&'static str, &'static str) {
                match self {
                    $(Self::$name => ($code, $title),)+
                }
            }
        }
    };
}

reasons! {
    NotFound: NOT_FOUND, "not_found", "There is nothing here.";
    SignedOut: UNAUTHORIZED, "signed_out", "Sign in first.";
    CsrfInvalid: FORBIDDEN, "csrf_invalid", "The header svar-csrf has to hold the session's word.";
    MethodNotAllowed: METHOD_NOT_ALLOWED, "method_not_allowed", "This address has other methods.";
    CursorInvalid: BAD_REQUEST, "cursor_invalid", "The cursor is not one that this list gave.";
    ParameterInvalid: UNPROCESSABLE_ENTITY, "parameter_invalid", "A parameter cannot be used.";
    QueryInvalid: UNPROCESSABLE_ENTITY, "query_invalid", "A question has 1 to 200 characters.";
    JsonMalformed: BAD_REQUEST, "json_malformed", "The body is not JSON.";
    MediaTypeUnsupported: UNSUPPORTED_MEDIA_TYPE, "media_type_unsupported", "The body has to be application/json.";
    BodyTooLarge: PAYLOAD_TOO_LARGE, "body_too_large", "The body is too large.";
    BodyInvalid: UNPROCESSABLE_ENTITY, "body_invalid", "The body has a field that cannot be used.";
    ClientIdInvalid: UNPROCESSABLE_ENTITY, "client_id_invalid", "The id at the end of the address has to be a UUID.";
    ClientIdReused: UNPROCESSABLE_ENTITY, "client_id_reused", "Something else was made with this id.";
    StatementInvalid: UNPROCESSABLE_ENTITY, "statement_invalid", "A request has 1 to 2,000 characters.";
    SubjectInvalid: UNPROCESSABLE_ENTITY, "subject_invalid", "There is nothing like this that it could be about.";
    AnswerInvalid: UNPROCESSABLE_ENTITY, "answer_invalid", "There is no such answer.";
    MessageInvalid: UNPROCESSABLE_ENTITY, "message_invalid", "A message has 1 to 2,000 characters.";
    MethodUnavailable: CONFLICT, "method_unavailable", "This contact method cannot be used now.";
    ConversationClosed: CONFLICT, "conversation_closed", "Nobody can write in this conversation any more.";
    IdempotencyKeyMissing: BAD_REQUEST, "idempotency_key_missing", "The header Idempotency-Key is missing.";
    IdempotencyKeyInvalid: BAD_REQUEST, "idempotency_key_invalid", "An Idempotency-Key has 1 to 200 visible ASCII characters.";
    IdempotencyKeyReused: UNPROCESSABLE_ENTITY, "idempotency_key_reused", "Another request had this Idempotency-Key.";
    IdempotencyInFlight: CONFLICT, "idempotency_in_flight", "The first request with this key is under way.";
    QuestionInvalid: UNPROCESSABLE_ENTITY, "question_invalid", "A question has 1 to 2000 characters.";
    AssistantUnavailable: SERVICE_UNAVAILABLE, "assistant_unavailable", "Questions cannot be answered now.";
    NotReady: SERVICE_UNAVAILABLE, "not_ready", "The content is being loaded.";
    Internal: INTERNAL_SERVER_ERROR, "internal", "Something failed here.";
    CredentialsInvalid: UNAUTHORIZED, "credentials_invalid", "No account has this address and this password.";
    TooManyAttempts: TOO_MANY_REQUESTS, "too_many_attempts", "Wait before trying again.";
    PreconditionRequired: PRECONDITION_REQUIRED, "precondition_required", "The header If-Match is missing.";
    PreconditionFailed: PRECONDITION_FAILED, "precondition_failed", "It has changed since it was read.";
    TokenUsed: GONE, "token_used", "The link has been followed before.";
    TokenExpired: GONE, "token_expired", "The link is too old.";
    CursorGone: GONE, "cursor_gone", "What came next is not kept any more.";
    TooManyStreams: TOO_MANY_REQUESTS, "too_many_streams", "This person has as many streams as they may have.";
    PhoneInvalid: UNPROCESSABLE_ENTITY, "phone_invalid", "This telephone number cannot be called.";
    SlotTaken: CONFLICT, "slot_taken", "This time can no longer be booked.";
    CallbackExists: CONFLICT, "callback_exists", "The case has a call back under way.";
    CallbackOver: CONFLICT, "callback_over", "This call back is under way or over.";
    UploadUnsupported: UNSUPPORTED_MEDIA_TYPE, "upload_unsupported", "Files of this type are not kept; `/meta` lists those that are.";
    TypeMismatch: UNPROCESSABLE_ENTITY, "type_mismatch", "The bytes are not of the type that they are said to be.";
    UploadInvalid: UNPROCESSABLE_ENTITY, "upload_invalid", "The bytes are no picture that can be shown.";
    TooManyUploads: TOO_MANY_REQUESTS, "too_many_uploads", "Wait before keeping more files.";
    UploadAttached: CONFLICT, "upload_attached", "The file is part of a message.";
    AttachmentInvalid: UNPROCESSABLE_ENTITY, "attachment_invalid", "There is no such file that could go along.";
    CaseClosed: CONFLICT, "case_closed", "The case is closed.";
}
