//! Who is signed in, and how one signs in.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// The header that a form of another site cannot send. It carries [`Session::csrf`] with every call that changes
/// something on behalf of a person.
pub const CSRF_HEADER: &str = "svar-csrf";

/// The header of `POST /session` that asks for the session in the answer instead of a cookie: `bearer`. For a site
/// whose backend is on another site, where browsers send no cookies.
pub const SESSION_HEADER: &str = "svar-session";
/// Its only value.
pub const BEARER: &str = "bearer";

/// `POST /session`, where a person signs in with a password.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInRequest {
    pub email: String,
    pub password: String,
}

/// A person who is signed in on this device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Session {
    pub person: Person,
    /// Goes back in [`CSRF_HEADER`].
    pub csrf: String,
    /// The session itself, where it was asked for instead of a cookie. It goes back as `Authorization: Bearer`, is
    /// kept in memory alone, and needs no [`CSRF_HEADER`] beside it. Told once, when it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bearer: Option<String>,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub expires_at: OffsetDateTime,
}

/// What a person may know of their own account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Person {
    pub id: String,
    pub display_name: String,
    /// Enough to recognise it by: at most the first and the last letter before the `@`, and the host.
    #[serde(default)]
    pub email_masked: String,
    /// `buyer`, `seller`.
    #[serde(default)]
    pub roles: Vec<String>,
    /// BCP 47.
    #[serde(default)]
    pub language: String,
    #[serde(default)]
    pub support_language: String,
    /// IANA name.
    #[serde(default)]
    pub timezone: String,
    #[serde(default)]
    pub restrictions: Vec<String>,
}

/// `PATCH /me`: what a person may change; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PersonChange {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub support_language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
}

/// `POST /session/help`: an e-mail request of somebody who cannot sign in. Nothing is sent to support before the
/// one-time link that goes to the address has been followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInHelpRequest {
    pub email: String,
    /// 1 to [`crate::QUESTION_MAX_CHARS`] characters.
    pub question: String,
    pub locale: String,
}

/// `POST /session/help/confirmation`: the word from the one-time link. It stands behind the `#` of the link, which
/// browsers never send, and travels in this body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignInHelpConfirmation {
    pub token: String,
}

/// What came of a confirmed request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SignInHelpSent {
    /// The case's number, to name it by.
    pub number: String,
    /// Seconds until support usually has answered.
    pub expected_reply_s: u64,
}
