//! JPEG (ITU-T T.81): marker segments one after the other, then the picture's data, until the first end.

use super::{Parts, orientation, stretch, two};

/// What every one begins with.
pub const START: [u8; 3] = [0xff, 0xd8, 0xff];

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const COMMENT: u8 = 0xfe;
// JFIF, Exif and XMP, colour profiles, how colours are told (Adobe).
const APP0: u8 = 0xe0;
const APP1: u8 = 0xe1;
const APP2: u8 = 0xe2;
const APP14: u8 = 0xee;
const PROFILE: &[u8] = b"ICC_PROFILE\0";

/// The picture's own segments. What a camera or a program wrote beside them, and what stands behind the end, is left.
pub fn parts(bytes: &[u8]) -> Option<Parts> {
    let mut kept = vec![0xff, 0xd8];
    let (mut size, mut has_scan, mut at) = (None, false, 2);
    loop {
        let (marker, next) = marker(bytes, at)?;
        match marker {
            END => break,
            // They are of no picture, or stand in the data.
            0x00..=0xbf | 0xd0..=0xd8 => return None,
            _ => {}
        }
        let segment = stretch(bytes, next, two(bytes, next)?.max(2))?;
        at = next + segment.len();
        if is_frame(marker) {
            size = Some((two(segment, 5)?, two(segment, 3)?));
        }
        if is_kept(marker, segment) {
            kept.extend([0xff, marker]);
            kept.extend(segment);
        } else if let Some(turned) = (marker == APP1).then(|| orientation::of_exif(segment)).flatten() {
            kept.extend(orientation::segment(turned));
        }
        if marker == SCAN {
            let data = data(bytes.get(at..)?)?;
            kept.extend(data);
            at += data.len();
            has_scan = true;
        }
    }
    kept.extend([0xff, END]);
    let (width, height) = size.filter(|_| has_scan)?;
    Some(Parts { width, height, bytes: kept })
}

/// The marker at a place, and what stands behind it. Any number of fill bytes may come before.
fn marker(bytes: &[u8], mut at: usize) -> Option<(u8, usize)> {
    if *bytes.get(at)? != 0xff {
        return None;
    }
    while *bytes.get(at)? == 0xff {
        at += 1;
    }
    Some((*bytes.get(at)?, at + 1)).filter(|(marker, _)| *marker != 0)
}

/// The data of a scan: until a marker that is neither an escaped byte nor a restart.
fn data(bytes: &[u8]) -> Option<&[u8]> {
    let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
    let end = bytes.windows(2).position(is_end)?;
    bytes.get(..end)
}

fn is_frame(marker: u8) -> bool {
    matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc)
}

fn is_kept(marker: u8, segment: &[u8]) -> bool {
    match marker {
        // Without the small picture that may stand in it.
        APP0 => segment.len() == 16 && segment[2..].starts_with(b"JFIF\0"),
        APP14 => segment.len() == 14 && segment[2..].starts_with(b"Adobe"),
        APP2 => segment.get(2..).is_some_and(|told| told.starts_with(PROFILE)),
        0xe1..=0xef | 0xf0..=0xfd | COMMENT => false,
        _ => true,
    }
}
