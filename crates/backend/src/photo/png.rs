//! PNG (W3C, third edition): chunks, each with its checksum, until `IEND`.

use super::{Parts, four, stretch};

/// What every one begins with.
pub const START: [u8; 8] = *b"\x89PNG\r\n\x1a\n";

/// What makes up the picture, and how its colours are told. Words, times, places and films are none of it.
const KEPT: [&[u8]; 13] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"cHRM", b"gAMA", b"sBIT", b"sRGB", b"cICP", b"bKGD", b"pHYs", b"iCCP",
];
/// Bytes of a chunk around what it holds: its length, name and checksum.
const AROUND: usize = 12;

/// The picture's own chunks.
pub fn parts(bytes: &[u8]) -> Option<Parts> {
    let mut kept = START.to_vec();
    let (mut size, mut has_data, mut at) = (None, false, START.len());
    loop {
        let length = four(bytes, at)?;
        let chunk = stretch(bytes, at, length.checked_add(AROUND as u64)?)?;
        at += chunk.len();
        let told = chunk.get(4..chunk.len() - 4)?;
        let (name, held) = told.split_at_checked(4)?;
        if four(chunk, chunk.len() - 4)? != u64::from(crc32fast::hash(told)) {
            return None;
        }
        match (name, size) {
            (b"IHDR", None) if held.len() == 13 => size = Some((four(held, 0)?, four(held, 4)?)),
            // It comes first, and once.
            (b"IHDR", _) | (_, None) => return None,
            (b"IDAT", _) => has_data = true,
            // What has to be understood and is not.
            _ if name[0].is_ascii_uppercase() && !KEPT.contains(&name) => return None,
            _ => {}
        }
        if KEPT.contains(&name) {
            kept.extend(chunk);
        }
        if name == b"IEND" {
            break;
        }
    }
    let (width, height) = size.filter(|_| has_data)?;
    Some(Parts { width, height, bytes: kept })
}
