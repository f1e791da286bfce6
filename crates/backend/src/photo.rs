//! Photos as they are kept: what the bytes are decides, whatever is said of them. Each is taken apart into its parts
//! and put together again from those that make up the picture, so that neither where it was taken nor anything hidden
//! between, inside or behind them is kept.

mod jpeg;
mod orientation;
mod png;
mod webp;

use rules::upload::Kind;

/// Most pixels of a picture: what a telephone takes, and no file that is small and opens to gigabytes.
const PIXELS_MAX: u64 = 100_000_000;

/// A photo without what does not belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

/// Why bytes are not kept as a photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoFault {
    /// They begin like none of the kinds.
    Unknown,
    /// They begin like a photo and do not go on as one.
    Broken,
    /// It has more pixels than are shown to anybody.
    TooManyPixels,
}

/// What a taken-apart picture is.
struct Parts {
    width: u64,
    height: u64,
    bytes: Vec<u8>,
}

/// What the bytes begin like.
#[must_use]
pub fn kind(bytes: &[u8]) -> Option<Kind> {
    if bytes.starts_with(&jpeg::START) {
        Some(Kind::Jpeg)
    } else if bytes.starts_with(&png::START) {
        Some(Kind::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Kind::Webp)
    } else {
        None
    }
}

/// The photo that these bytes are.
///
/// # Errors
/// If they are none.
pub fn cleaned(bytes: &[u8]) -> Result<Photo, PhotoFault> {
    let kind = kind(bytes).ok_or(PhotoFault::Unknown)?;
    let parts = match kind {
        Kind::Jpeg => jpeg::parts(bytes),
        Kind::Png => png::parts(bytes),
        Kind::Webp => webp::parts(bytes),
    };
    let parts = parts.filter(|parts| parts.width > 0 && parts.height > 0).ok_or(PhotoFault::Broken)?;
    if parts.width.saturating_mul(parts.height) > PIXELS_MAX {
        return Err(PhotoFault::TooManyPixels);
    }
    Ok(Photo { kind, bytes: parts.bytes })
}

/// Two bytes, the larger first.
fn two(bytes: &[u8], at: usize) -> Option<u64> {
    let two = bytes.get(at..at.checked_add(2)?)?;
    Some(two.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

/// Four bytes, the larger first.
fn four(bytes: &[u8], at: usize) -> Option<u64> {
    Some(two(bytes, at)? << 16 | two(bytes, at.checked_add(2)?)?)
}

/// So many bytes from there on.
fn stretch(bytes: &[u8], at: usize, count: u64) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(usize::try_from(count).ok()?)?)
}
