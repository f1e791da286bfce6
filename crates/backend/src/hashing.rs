//! Fingerprints of bytes, and the comparison of `If-None-Match` with one.

use std::fmt::Write;

use axum::http::{HeaderMap, header};
use sha2::{Digest, Sha256};

/// Bytes of a fingerprint: too many to meet twice by chance.
const SHORT: usize = 16;

/// Bytes in hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing into a String cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// A fingerprint of 32 characters.
#[must_use]
pub fn short(bytes: &[u8]) -> String {
    hex(Sha256::digest(bytes).get(..SHORT).unwrap_or_default())
}

/// Whether the asker has what `etag` (with its quotes) stands for (RFC 9110, 13.1.2: weak comparison).
#[must_use]
pub fn is_known(asked: &HeaderMap, etag: &str) -> bool {
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    let mut tags = known.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}
