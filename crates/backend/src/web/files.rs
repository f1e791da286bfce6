//! Reads files with what the browser needs to know of them: type, age, version, and the smallest encoding.

use std::{
    io,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::hashing;

/// The encodings that the build writes beside a file, the smallest first.
const ENCODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// The file below `www`; none if there is no such file.
pub async fn read(www: &Path, path: &str, asked: &HeaderMap, cache: &HeaderValue) -> Option<Response> {
    let kind = media_type(path)?;
    let file = www.join(path);
    let accepted = ENCODINGS.iter().filter(|(encoding, _)| is_accepted(asked, encoding));
    for (encoding, ending) in accepted {
        let name = format!("{}.{ending}", file.display());
        if let Some(found) = Found::open(PathBuf::from(name), Some(encoding)).await {
            return Some(found.answer(kind, asked, cache));
        }
    }
    Found::open(file, None).await.map(|found| found.answer(kind, asked, cache))
}

struct Found {
    bytes: Vec<u8>,
    changed: SystemTime,
    encoding: Option<&'static str>,
}

impl Found {
    async fn open(file: PathBuf, encoding: Option<&'static str>) -> Option<Self> {
        match Self::read(&file).await {
            Ok((bytes, changed)) => Some(Self { bytes, changed, encoding }),
            Err(error) => {
                let is_absent = matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory
                );
                if !is_absent {
                    tracing::warn!(%error, "a file of the site cannot be read");
                }
                None
            }
        }
    }

    async fn read(file: &Path) -> io::Result<(Vec<u8>, SystemTime)> {
        let changed = tokio::fs::metadata(file).await?.modified()?;
        Ok((tokio::fs::read(file).await?, changed))
    }

    fn answer(self, kind: &'static str, asked: &HeaderMap, cache: &HeaderValue) -> Response {
        let etag = format!("\"{}\"", hashing::short(&self.bytes));
        let is_known = if asked.contains_key(header::IF_NONE_MATCH) {
            hashing::is_known(asked, &etag)
        } else {
            self.is_unchanged(asked)
        };
        let mut response = if is_known {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            ([(header::CONTENT_TYPE, kind)], self.bytes).into_response()
        };
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, cache.clone());
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        if let Some(encoding) = self.encoding.filter(|_| !is_known) {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        for (name, text) in [(header::ETAG, etag), (header::LAST_MODIFIED, httpdate::fmt_http_date(self.changed))] {
            if let Ok(value) = HeaderValue::from_str(&text) {
                headers.insert(name, value);
            }
        }
        response
    }

    /// Whether the asker has a version as young as this; a header counts whole seconds.
    fn is_unchanged(&self, asked: &HeaderMap) -> bool {
        let since = asked.get(header::IF_MODIFIED_SINCE).and_then(|value| value.to_str().ok());
        let since = since.and_then(|text| httpdate::parse_http_date(text).ok());
        since.is_some_and(|since| seconds(self.changed) <= seconds(since))
    }
}

fn seconds(moment: SystemTime) -> u64 {
    moment.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// Whether `Accept-Encoding` takes an encoding (RFC 9110, 12.5.3).
fn is_accepted(asked: &HeaderMap, encoding: &str) -> bool {
    let values = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|part| {
        let (name, weight) = part.split_once(';').unwrap_or((part, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case(encoding) && weight.is_some_and(|weight| weight > 0.0)
    })
}

/// The media type by a name's ending; none for endings that a site has no files with.
fn media_type(path: &str) -> Option<&'static str> {
    let (_, ending) = path.rsplit_once('.')?;
    Some(match ending {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "ftl" | "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => return None,
    })
}
