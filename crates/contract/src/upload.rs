//! Files that go along with a message: kept first, named in the message then.

use serde::{Deserialize, Serialize};

use crate::open::open_enum;

/// The header with a file's name, percent-encoded as UTF-8: a query would stand in logs on the way.
pub const FILE_NAME_HEADER: &str = "svar-file-name";
/// Most files that go along with one message.
pub const ATTACHMENTS_MAX: usize = 8;

open_enum! {
    /// Where a file stands.
    UploadState {
        /// Kept, and part of no message. It is removed after a while.
        Ready = "ready",
        /// Part of a message, as long as that is kept.
        Attached = "attached",
    }
}

/// A file as it is kept: without what it told of places, devices and people, and without anything behind its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Upload {
    pub id: String,
    pub name: String,
    /// What its bytes are, as a media type.
    #[serde(rename = "type")]
    pub kind: String,
    pub bytes: u64,
    /// Of the bytes that are kept, in hexadecimal.
    pub sha256: String,
    pub state: UploadState,
}

/// A file of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Attachment {
    pub id: String,
    pub name: String,
    /// A media type.
    #[serde(rename = "type")]
    pub kind: String,
    pub bytes: u64,
}
