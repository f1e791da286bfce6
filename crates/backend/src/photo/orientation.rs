//! Which way up a photo is held (Exif 2.32, tag 0x0112): the one thing of Exif that belongs to the picture.

/// What a segment of Exif begins with, behind its length.
const EXIF: &[u8] = b"Exif\0\0";
const TAG: u64 = 0x0112;
/// Entries that are looked through.
const ENTRIES_MAX: u64 = 200;

/// The orientation that a segment tells, where it is another than upright.
pub fn of_exif(segment: &[u8]) -> Option<u8> {
    let tiff = segment.get(2..)?.strip_prefix(EXIF)?;
    let is_little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let number = |at: usize, count: usize| {
        let bytes = tiff.get(at..at.checked_add(count)?)?;
        let sum = |sum: u64, byte: &u8| sum << 8 | u64::from(*byte);
        Some(if is_little { bytes.iter().rev().fold(0, sum) } else { bytes.iter().fold(0, sum) })
    };
    let first = usize::try_from(number(4, 4)?).ok()?;
    let count = number(first, 2)?.min(ENTRIES_MAX);
    let entries = (0..usize::try_from(count).ok()?).map_while(|index| first.checked_add(2 + index * 12));
    let entry = entries.into_iter().find(|entry| number(*entry, 2) == Some(TAG))?;
    let turned = number(entry.checked_add(8)?, 2)?;
    u8::try_from(turned).ok().filter(|turned| (2..=8).contains(turned))
}

/// A whole segment of Exif that tells an orientation and nothing else.
pub fn segment(turned: u8) -> Vec<u8> {
    let mut bytes = vec![0xff, 0xe1, 0, 34];
    bytes.extend(EXIF);
    bytes.extend(b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0");
    bytes.extend([turned, 0, 0, 0, 0, 0, 0]);
    bytes
}
