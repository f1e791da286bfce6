//! `nginx.conf` and `Caddyfile`: `dist/www` served as the backend serves it, ready to include.

use super::headers::{self, HASHED_CACHE, PAGE_CACHE};

/// Icons, sitemap, robots: small, and seldom other than before.
const FILE_CACHE: &str = "public, max-age=3600";
/// Only over TLS, so not in `headers.json`, which also serves plain http on a developer's machine.
const TRANSPORT: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");
const HASHED: &str = "-[0-9a-f]{16}\\.(js|css|wasm|ftl)$";

/// For nginx, inside a `server` block.
pub fn nginx(locales: &[String], api: Option<&str>) -> String {
    let headers = all_headers(api).map(|(name, value)| format!("add_header {name} \"{value}\" always;\n"));
    let redirects = others(locales)
        .map(|locale| format!("    if ($http_accept_language ~* \"^{locale}\") {{ return 302 /{locale}; }}\n"));
    filled(include_str!("servers/nginx.conf"), locales, headers.collect(), redirects.collect())
}

/// For Caddy, inside a site block.
pub fn caddy(locales: &[String], api: Option<&str>) -> String {
    let headers = all_headers(api).map(|(name, value)| format!("\t{name} \"{value}\"\n"));
    let redirects = others(locales).map(|locale| {
        let matcher = format!("@{locale} {{\n\tpath /\n\theader_regexp Accept-Language (?i)^{locale}\n}}\n");
        format!("{matcher}redir @{locale} /{locale} 302\n")
    });
    filled(include_str!("servers/Caddyfile"), locales, headers.collect(), redirects.collect())
}

fn filled(template: &str, locales: &[String], headers: String, redirects: String) -> String {
    let parts = [
        ("__HEADERS__", headers),
        ("__REDIRECTS__", redirects),
        ("__HASHED__", HASHED.into()),
        ("__HASHED_CACHE__", HASHED_CACHE.into()),
        ("__FILE_CACHE__", FILE_CACHE.into()),
        ("__PAGE_CACHE__", PAGE_CACHE.into()),
        ("__FIRST__", first(locales).into()),
        ("__PAGES__", app_pages(locales)),
    ];
    parts.iter().fold(template.to_owned(), |text, (marker, part)| text.replace(marker, part))
}

fn all_headers(api: Option<&str>) -> impl Iterator<Item = (&'static str, String)> {
    headers::security(api).into_iter().chain([(TRANSPORT.0, TRANSPORT.1.to_owned())])
}

/// The language of those whose browser names none of ours: English where there is English.
fn first(locales: &[String]) -> &str {
    let english = locales.iter().find(|locale| *locale == "en");
    english.or(locales.first()).map_or("en", String::as_str)
}

fn others(locales: &[String]) -> impl Iterator<Item = &String> {
    let first = first(locales);
    locales.iter().filter(move |locale| *locale != first)
}

/// Addresses that the app answers itself when there is no file for them.
fn app_pages(locales: &[String]) -> String {
    let locales = locales.join("|");
    format!(
        "^/({locales})(/(articles|categories|orders|objects|cases)/[^/.]+|/ask/(describe|answer|contact|check|sent)|/sign-in/help|/(articles|search|accessibility|privacy|browsers|ask|orders|cases|sign-in|account))?$"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_say_the_same_headers() {
        let locales = ["en".to_owned(), "sv".to_owned()];
        for (row, text) in [("nginx", nginx(&locales, None)), ("caddy", caddy(&locales, None))] {
            for part in [
                "Strict-Transport-Security \"max-age=31536000\"",
                "X-Frame-Options \"DENY\"",
                "connect-src 'self'; manifest-src",
                "public, max-age=31536000, immutable",
                "public, max-age=60, stale-while-revalidate=600",
                "no-cache",
                "^/(en|sv)(/(articles|categories|orders|objects|cases)/[^/.]+|/ask/(describe|answer|contact|check|sent)|/sign-in/help|/(articles|search|accessibility|privacy|browsers|ask|orders|cases|sign-in|account))?$",
            ] {
                assert!(text.contains(part), "{row} lacks {part}");
            }
        }
    }

    #[test]
    fn languages_lead_to_their_own_page_and_english_is_the_last_resort() {
        let text = nginx(&["de".to_owned(), "en".to_owned(), "sv".to_owned()], None);
        assert!(text.contains("if ($http_accept_language ~* \"^sv\") { return 302 /sv; }"));
        assert!(text.contains("if ($http_accept_language ~* \"^de\") { return 302 /de; }"));
        assert!(text.contains("    return 302 /en;\n"));
    }
}
