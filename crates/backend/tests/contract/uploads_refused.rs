//! Files that are not kept: too large, of another kind than they say, broken, or more than one may have.

use super::{
    client::on_each_database,
    photos::{kept, plain_jpeg, png, send, told_jpeg, webp},
    uploads::count,
};

const MAX: usize = 8_388_608;

fn cut(bytes: Vec<u8>, off: usize) -> Vec<u8> {
    bytes[..bytes.len() - off].to_vec()
}

fn changed(mut bytes: Vec<u8>, at: usize, to: u8) -> Vec<u8> {
    bytes[at] = to;
    bytes
}

fn two(one: &[u8], other: Vec<u8>) -> Vec<u8> {
    [one, &other].concat()
}

#[tokio::test]
async fn what_is_no_photo_is_refused() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".to_vec();
    let html = b"<!doctype html><script>alert(1)</script>".to_vec();
    let gif_and_script = b"GIF89a/*\x01\x00\x01\x00*/=alert(1)//".to_vec();
    let (mismatch, unsupported) = ((422, "type_mismatch"), (415, "upload_unsupported"));
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for (name, media_type, bytes, expected) in [
            ("svg_that_says_so", "image/svg+xml", svg.clone(), unsupported),
            ("svg_that_lies", "image/png", svg.clone(), mismatch),
            ("html_that_says_so", "text/html", html.clone(), unsupported),
            ("html_that_lies", "image/jpeg", html.clone(), mismatch),
            ("script_in_a_gif", "image/webp", gif_and_script.clone(), mismatch),
            ("gif_that_says_so", "image/gif", gif_and_script.clone(), unsupported),
            ("pdf", "application/pdf", b"%PDF-1.7".to_vec(), unsupported),
            ("form", "multipart/form-data; boundary=a", plain_jpeg(1), unsupported),
            ("json", "application/json", b"{}".to_vec(), unsupported),
            ("no_type", "", plain_jpeg(1), unsupported),
            ("png_called_jpeg", "image/jpeg", png(1, 1, false), mismatch),
            ("jpeg_called_webp", "image/webp", plain_jpeg(1), mismatch),
            ("photo_behind_a_page", "image/jpeg", two(&html, plain_jpeg(1)), mismatch),
            ("photo_behind_an_archive", "image/png", two(b"PK\x03\x04", png(1, 1, false)), mismatch),
            ("film_in_a_riff", "image/webp", b"RIFF\x04\0\0\0AVI ".to_vec(), mismatch),
            ("empty", "image/jpeg", vec![], mismatch),
        ] {
            let answer = send(&client, &anna.headers(), media_type, name, bytes).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), expected, "{name}");
        }
        assert_eq!(count(&client).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_only_begins_like_a_photo_is_refused() {
    let html = b"<!doctype html><script>alert(1)</script>".to_vec();
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        for (name, media_type, bytes) in [
            ("only_a_beginning", "image/jpeg", b"\xff\xd8\xff".to_vec()),
            ("page_behind_a_beginning", "image/jpeg", two(b"\xff\xd8\xff\xe0", html.clone())),
            ("page_behind_a_png_beginning", "image/png", two(b"\x89PNG\r\n\x1a\n", html.clone())),
            ("page_in_a_webp", "image/webp", two(b"RIFF\xff\xff\xff\xffWEBP", html.clone())),
            ("jpeg_without_its_end", "image/jpeg", cut(plain_jpeg(1), 2)),
            ("png_without_its_end", "image/png", cut(png(1, 1, false), 12)),
            ("webp_without_its_end", "image/webp", cut(webp(false), 1)),
            ("wrong_checksum", "image/png", changed(png(1, 1, false), 29, 0)),
            ("no_width", "image/png", png(0, 1, false)),
            ("gigabytes_of_pixels", "image/png", png(20_000, 5_001, false)),
            ("overflowing_size", "image/png", png(u32::MAX, u32::MAX, false)),
        ] {
            let answer = send(&client, &anna.headers(), media_type, name, bytes).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), (422, "upload_invalid"), "{name}");
        }
        assert_eq!(count(&client).await, 0);
    })
    .await;
}

#[test]
fn whatever_is_taken_is_clean_already() {
    for (kind, whole) in [("jpeg", told_jpeg(6)), ("png", png(2, 2, true)), ("webp", webp(true))] {
        for at in 0..whole.len() {
            let is_turned = |to: u8| changed(whole.clone(), at, to);
            for bytes in [whole[..at].to_vec(), is_turned(!whole[at]), is_turned(0), is_turned(0xff)] {
                let Ok(photo) = backend::photo::cleaned(&bytes) else { continue };
                assert_eq!(backend::photo::cleaned(&photo.bytes), Ok(photo.clone()), "{kind} {at}");
            }
        }
    }
}

#[tokio::test]
async fn a_file_has_at_most_8_mebibytes() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let most = two(&plain_jpeg(1), vec![b'a'; MAX - plain_jpeg(1).len()]);
        let over = two(&most, vec![b'a']);
        for (name, length, bytes, expected) in [
            ("at_most", None, most, 201),
            ("over", None, over.clone(), 413),
            ("over_and_says_so", Some(over.len().to_string()), over.clone(), 413),
            ("over_and_says_less", Some("10".to_owned()), over, 413),
        ] {
            let told = length.as_deref().map(|length| ("content-length", length));
            let headers: Vec<_> = anna.headers().into_iter().chain(told).collect();
            let answer = send(&client, &headers, "image/jpeg", name, bytes).await;
            assert_eq!(answer.status.as_u16(), expected, "{name}");
            if expected == 413 {
                assert_eq!(answer.code(), "body_too_large", "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn keys_and_the_sessions_word_are_checked() {
    on_each_database(async |client| {
        let anna = client.sign_in_as("person-anna").await;
        let cookie = ("cookie", anna.cookie.as_str());
        let (jpeg, key) = (("content-type", "image/jpeg"), ("idempotency-key", "a"));
        for (name, headers, expected) in [
            ("no_key", vec![jpeg], (400, "idempotency_key_missing")),
            ("key_with_space", vec![jpeg, ("idempotency-key", "a b")], (400, "idempotency_key_invalid")),
            ("no_word", vec![jpeg, key, cookie], (403, "csrf_invalid")),
            ("wrong_word", vec![jpeg, key, cookie, ("svar-csrf", "x")], (403, "csrf_invalid")),
        ] {
            let answer = client.send_bytes(axum::http::Method::POST, "/api/v1/uploads", &headers, plain_jpeg(1)).await;
            assert_eq!((answer.status.as_u16(), answer.code().as_str()), expected, "{name}");
        }
        assert_eq!(count(&client).await, 0);
    })
    .await;
}

#[tokio::test]
async fn sixty_files_a_day_are_kept_and_no_more() {
    on_each_database(async |mut client| {
        let anna = client.sign_in_as("person-anna").await;
        for at in 0..60 {
            kept(&client, &anna, &at.to_string()).await;
        }
        let answer = send(&client, &anna.headers(), "image/jpeg", "over", plain_jpeg(1)).await;
        assert_eq!((answer.status.as_u16(), answer.code().as_str()), (429, "too_many_uploads"));
        assert_eq!(answer.header("retry-after"), "3600");
        let ben = client.sign_in_as("person-ben").await;
        kept(&client, &ben, "a").await;
        client.later(24 * 3_600);
        let answer = send(&client, &anna.headers(), "image/jpeg", "over", plain_jpeg(1)).await;
        assert_eq!(answer.status.as_u16(), 201, "the same request, a day later");
    })
    .await;
}
