//! `GET /meta`: what a backend can do and says about itself.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

/// What a backend offers; a capability that is not listed is not shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Meta {
    pub contract_version: String,
    /// Names of the contract's optional parts: `help`, `search`, `sessions`, `orders`, …
    #[serde(default)]
    pub capabilities: Vec<String>,
    pub locales: Vec<LocaleName>,
    pub default_locale: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_in: Option<SignIn>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upload: Option<UploadLimits>,
    #[serde(default)]
    pub dispute_bodies: Vec<DisputeBody>,
    #[serde(default)]
    pub notices: Vec<Notice>,
}

/// A language of the help centre: its BCP 47 tag and its name in itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct LocaleName {
    pub tag: String,
    pub name: String,
}

/// How a person signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// `password` or `redirect`.
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What an upload may be: bytes at most, and MIME types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct UploadLimits {
    pub max_bytes: u64,
    pub types: Vec<String>,
}

/// An approved body for external dispute resolution, with the regions (ISO 3166-1) that it serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct DisputeBody {
    pub id: String,
    pub name: String,
    pub url: String,
    #[serde(default)]
    pub regions: Vec<String>,
}

/// A line that every page shows at its top while it lasts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Notice {
    pub id: String,
    pub tone: NoticeTone,
    /// The language that `text` is in.
    pub locale: String,
    pub text: String,
    /// UTC; absent: until it is taken away.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "time::serde::rfc3339::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub until: Option<OffsetDateTime>,
}

/// How much a notice matters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", from = "String")]
pub enum NoticeTone {
    Info,
    Warning,
    #[serde(untagged)]
    Other(String),
}

impl From<String> for NoticeTone {
    fn from(name: String) -> Self {
        match name.as_str() {
            "info" => Self::Info,
            "warning" => Self::Warning,
            _ => Self::Other(name),
        }
    }
}
