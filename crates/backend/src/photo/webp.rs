//! WebP (RFC 9649): chunks in a RIFF file of a told length.

use super::{Parts, stretch};

/// What makes up the picture. Exif and XMP are none of it.
const KEPT: [&[u8]; 7] = [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"];
/// The bits of `VP8X` that say that there is Exif, and XMP.
const TELLS_MORE: u8 = 0b0000_1100;
/// Bytes before the first chunk.
const HEAD: usize = 12;

/// The picture's own chunks. What stands behind the told length is left.
pub fn parts(bytes: &[u8]) -> Option<Parts> {
    let whole = stretch(bytes, 8, little(bytes, 4, 4)?)?;
    let (mut kept, mut size, mut has_data, mut at) = (Vec::new(), None, false, HEAD - 8);
    while at < whole.len() {
        let length = little(whole, at + 4, 4)?;
        let name = whole.get(at..at + 4)?;
        let held = stretch(whole, at + 8, length)?;
        // Of an odd length it is followed by a byte that says nothing.
        at += 8 + held.len() + held.len() % 2;
        if !KEPT.contains(&name) {
            continue;
        }
        size = size.or(size_of(name, held)?);
        has_data |= matches!(name, b"VP8 " | b"VP8L" | b"ANMF");
        let start = kept.len();
        kept.extend(name);
        kept.extend(u32::try_from(held.len()).ok()?.to_le_bytes());
        kept.extend(held);
        if name == b"VP8X" {
            *kept.get_mut(start + 8)? &= !TELLS_MORE;
        }
        kept.resize(kept.len() + held.len() % 2, 0);
    }
    let (width, height) = size.filter(|_| has_data)?;
    let mut file = b"RIFF".to_vec();
    file.extend(u32::try_from(kept.len() + 4).ok()?.to_le_bytes());
    file.extend(b"WEBP");
    file.extend(kept);
    Some(Parts { width, height, bytes: file })
}

/// The size that a chunk tells, if it is one that does; `None` where it should and cannot.
#[allow(clippy::option_option, reason = "outside: whether it can be read; inside: whether it tells a size")]
fn size_of(name: &[u8], held: &[u8]) -> Option<Option<(u64, u64)>> {
    let found = match name {
        b"VP8X" => (little(held, 4, 3)? + 1, little(held, 7, 3)? + 1),
        b"VP8L" if *held.first()? == 0x2f => {
            let bits = little(held, 1, 4)?;
            ((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1)
        }
        b"VP8 " if held.get(3..6)? == [0x9d, 0x01, 0x2a] => {
            (little(held, 6, 2)? & 0x3fff, little(held, 8, 2)? & 0x3fff)
        }
        b"VP8L" | b"VP8 " => return None,
        _ => return Some(None),
    };
    Some(Some(found))
}

/// So many bytes as a number, the smaller first.
fn little(bytes: &[u8], at: usize, count: usize) -> Option<u64> {
    let bytes = bytes.get(at..at.checked_add(count)?)?;
    Some(bytes.iter().rev().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}
