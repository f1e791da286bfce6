//! Moments: RFC 3339, UTC.

pub use time::serde::rfc3339::{deserialize, option, serialize};
