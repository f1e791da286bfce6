//! The security headers of every answer, said once: for the backend (`headers.json`), nginx and Caddy.

use serde_json::{Map, Value, json};

/// How long a file may be kept whose name changes with its content.
pub const HASHED_CACHE: &str = "public, max-age=31536000, immutable";
/// How long everything else may be kept.
pub const PAGE_CACHE: &str = "public, max-age=60, stale-while-revalidate=600";

/// What a page may never do; a camera is for pictures of a problem.
const PERMISSIONS: &str = "camera=(self), accelerometer=(), autoplay=(), display-capture=(), \
    encrypted-media=(), fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
    local-fonts=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), \
    screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// Names and values. Pictures from `blob:` are those that a person is about to send, shown before they are sent. For pages that talk to their own origin and, where given, to `api`.
pub fn security(api: Option<&str>) -> Vec<(&'static str, String)> {
    let own = api.map_or_else(|| "'self'".to_owned(), |api| format!("'self' {api}"));
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src {own} blob: data:; \
         font-src 'none'; connect-src {own}; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default"
    );
    vec![
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".into()),
        ("Permissions-Policy", PERMISSIONS.into()),
        ("Cross-Origin-Opener-Policy", "same-origin".into()),
        ("Cross-Origin-Resource-Policy", "same-origin".into()),
        ("X-Frame-Options", "DENY".into()),
    ]
}

/// The text of `headers.json`.
pub fn json(api: Option<&str>) -> String {
    let pages: Map<String, Value> =
        security(api).into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    let all = json!({ "pages": pages, "hashed_cache": HASHED_CACHE, "page_cache": PAGE_CACHE });
    format!("{all:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_allows_the_own_origin_and_a_named_backend() {
        let cases = [
            (
                "own origin",
                None,
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; font-src 'none'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
            ),
            (
                "backend elsewhere",
                Some("https://api.example.com"),
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' https://api.example.com blob: data:; font-src 'none'; connect-src 'self' https://api.example.com; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
            ),
        ];
        for (row, api, expected) in cases {
            assert_eq!(security(api)[0].1, expected, "{row}");
        }
    }

    #[test]
    fn headers_file_has_the_three_parts() {
        let value: Value = serde_json::from_str(&json(None)).expect("JSON");
        assert_eq!(value["pages"]["X-Frame-Options"], "DENY");
        assert_eq!(
            value["pages"]["Permissions-Policy"]
                .as_str()
                .map(|text| text.starts_with("camera=(self), accelerometer=()")),
            Some(true)
        );
        assert_eq!(value["hashed_cache"], "public, max-age=31536000, immutable");
        assert_eq!(value["page_cache"], "public, max-age=60, stale-while-revalidate=600");
    }
}
