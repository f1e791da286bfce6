//! Small photos, written part by part as their formats say, with what must not be kept in them.

use super::client::{Answer, Client, Signed};
use axum::http::Method;

pub const UPLOADS: &str = "/api/v1/uploads";
/// What stands in every photo's Exif, XMP, comments and behind its end. None of it may ever be kept.
pub const SECRETS: [&str; 5] = ["GPSLatitude-59.3293", "Svar Phone 7", "<script>", "PK\u{3}\u{4}", "Anna Lindqvist"];

fn secret() -> Vec<u8> {
    SECRETS.join(" ").into_bytes()
}

fn segment(marker: u8, held: &[u8]) -> Vec<u8> {
    let length = u16::try_from(held.len() + 2).unwrap().to_be_bytes();
    [&[0xff, marker][..], &length, held].concat()
}

/// Exif as little-endian TIFF: turned by a quarter, with a camera's name and a place behind it.
fn exif(orientation: u8) -> Vec<u8> {
    let entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
    [&b"Exif\0\0II*\0\x08\0\0\0\x01\0"[..], &entry, &[0, 0, 0, 0], &secret()].concat()
}

/// A JPEG of 2 × 3 pixels: what belongs to the picture, in the order in which it is to be kept.
pub fn plain_jpeg(orientation: u8) -> Vec<u8> {
    let turned =
        [&b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..], &[orientation, 0, 0, 0, 0, 0, 0]].concat();
    let turned = if orientation > 1 { segment(0xe1, &turned) } else { Vec::new() };
    [jfif(), turned, picture()].concat()
}

fn jfif() -> Vec<u8> {
    [vec![0xff, 0xd8], segment(0xe0, b"JFIF\0\x01\x02\0\0\x01\0\x01\0\0")].concat()
}

fn picture() -> Vec<u8> {
    let quantities = segment(0xdb, &[&[0][..], &[16; 64]].concat());
    let frame = segment(0xc0, &[8, 0, 3, 0, 2, 1, 1, 0x11, 0]);
    let codes = segment(0xc4, &[&[0][..], &[0; 16]].concat());
    let scan = segment(0xda, &[1, 1, 0, 0, 63, 0]);
    // A restart and an escaped byte, which end nothing.
    [quantities, frame, codes, scan, vec![0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56], vec![0xff, 0xd9]].concat()
}

/// The same JPEG as a telephone and others with more in mind write it.
pub fn told_jpeg(orientation: u8) -> Vec<u8> {
    let xmp = [&b"http://ns.adobe.com/xap/1.0/\0"[..], &secret()].concat();
    let beside =
        [segment(0xe1, &exif(orientation)), segment(0xe1, &xmp), segment(0xed, &secret()), segment(0xfe, &secret())];
    [jfif(), beside.concat(), picture(), secret()].concat()
}

fn chunk(name: &[u8], held: &[u8]) -> Vec<u8> {
    let told = [name, held].concat();
    let sum = crc32fast::hash(&told).to_be_bytes();
    [&u32::try_from(held.len()).unwrap().to_be_bytes()[..], &told, &sum].concat()
}

/// A PNG of that size, with what it tells beside the picture.
pub fn png(width: u32, height: u32, is_told: bool) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let beside =
        [chunk(b"eXIf", &secret()), chunk(b"tEXt", &secret()), chunk(b"iTXt", &secret()), chunk(b"tIME", &[0; 7])];
    let start = [b"\x89PNG\r\n\x1a\n".to_vec(), chunk(b"IHDR", &head), chunk(b"gAMA", &[0, 0, 0xb1, 0x8f])].concat();
    let data = [chunk(b"IDAT", &[1, 2, 3]), chunk(b"IEND", &[])].concat();
    if is_told { [start, beside.concat(), data, secret()].concat() } else { [start, data].concat() }
}

fn riff(name: &[u8], held: &[u8]) -> Vec<u8> {
    let length = u32::try_from(held.len()).unwrap().to_le_bytes();
    [name, &length, held, &vec![0; held.len() % 2]].concat()
}

/// A WebP of 4 × 5 pixels, with what it tells beside the picture.
pub fn webp(is_told: bool) -> Vec<u8> {
    let flags = if is_told { 0b0010_1100 } else { 0b0010_0000 };
    let mut chunks = [riff(b"VP8X", &[flags, 0, 0, 0, 3, 0, 0, 4, 0, 0]), riff(b"ICCP", &[7; 5])].concat();
    chunks.extend(riff(b"VP8 ", &[0, 0, 0, 0x9d, 0x01, 0x2a, 4, 0, 5, 0, 9]));
    if is_told {
        chunks.extend([riff(b"EXIF", &secret()), riff(b"XMP ", &secret()), riff(b"JUNK", &secret())].concat());
    }
    let length = u32::try_from(chunks.len() + 4).unwrap().to_le_bytes();
    let behind = if is_told { secret() } else { Vec::new() };
    [&b"RIFF"[..], &length, b"WEBP", &chunks, &behind].concat()
}

/// Sends a photo with headers of its own beside its type and key.
pub async fn send(client: &Client, headers: &[(&str, &str)], media_type: &str, key: &str, bytes: Vec<u8>) -> Answer {
    let headers = [headers, &[("content-type", media_type), ("idempotency-key", key)]].concat();
    client.send_bytes(Method::POST, UPLOADS, &headers, bytes).await
}

/// Keeps a photo for somebody, and gives its id.
pub async fn kept(client: &Client, who: &Signed, key: &str) -> String {
    let answer = send(client, &who.headers(), "image/jpeg", key, told_jpeg(1)).await;
    assert_eq!(answer.status.as_u16(), 201, "{}", answer.text());
    answer.json()["id"].as_str().unwrap().to_owned()
}

/// Whether a text stands anywhere in the bytes.
pub fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}
