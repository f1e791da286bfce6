//! `nginx.conf` and `Caddyfile`: `dist/www` served as the backend serves it, ready to include.

use super::headers::{self, HASHED_CACHE, PAGE_CACHE};

/// Icons, sitemap, robots: small, and seldom other than before.
const FILE_CACHE: &str = "public, max-age=3600";
/// Only over TLS, so not in `headers.json`, which also serves plain http on a developer's machine.
const TRANSPORT: (&str, &str) = ("Strict-Transport-Security", "max-age=31536000");
const HASHED: &str = "-[0-9a-f]{16}\\.(js|css|wasm|ftl)$";

/// For nginx, inside a `server` block.
pub fn nginx(locales: &[String], api: Option<&str>) -> String {
    let headers: String =
        all_headers(api).map(|(name, value)| format!("add_header {name} \"{value}\" always;\n")).collect();
    let redirects: String = others(locales)
        .map(|locale| format!("    if ($http_accept_language ~* \"^{locale}\") {{ return 302 /{locale}; }}\n"))
        .collect();
    let (first, pages) = (first(locales), app_pages(locales));
    format!(
        r#"# Made by `cargo xtask build`. Use inside a server block:
#   server {{ listen 443 ssl; server_name …; root …/dist/www; include …/dist/nginx.conf; }}
# For brotli, install the module and add `brotli_static on;`.
gzip_static on;
charset utf-8;

set $svar_cache "{PAGE_CACHE}";
if ($uri ~ "\.(svg|txt|xml)$") {{ set $svar_cache "{FILE_CACHE}"; }}
if ($uri ~ "{HASHED}") {{ set $svar_cache "{HASHED_CACHE}"; }}
# Without `always`: that a file is missing is not worth keeping.
add_header Cache-Control $svar_cache;
add_header Vary "Accept-Encoding, Accept-Language" always;
{headers}
location = / {{
{redirects}    return 302 /{first};
}}
location ~ "^(/.+)/$" {{ return 308 $1$is_args$args; }}
location ~ "\.ftl$" {{ types {{ }} default_type text/plain; try_files $uri =404; }}
location ~ "\.[A-Za-z0-9]+$" {{ try_files $uri =404; }}
location / {{ try_files $uri $uri.html @app; }}
location @app {{
    error_page 404 /app.html;
    if ($uri !~ "{pages}") {{ return 404; }}
    rewrite "^/([^/]+)" /$1/app.html break;
}}
"#
    )
}

/// For Caddy, inside a site block.
pub fn caddy(locales: &[String], api: Option<&str>) -> String {
    let headers: String = all_headers(api).map(|(name, value)| format!("\t{name} \"{value}\"\n")).collect();
    let redirects: String = others(locales)
        .map(|it| format!("@{it} {{\n\tpath /\n\theader_regexp Accept-Language (?i)^{it}\n}}\nredir @{it} /{it} 302\n"))
        .collect();
    let (first, pages) = (first(locales), app_pages(locales));
    format!(
        r#"# Made by `cargo xtask build`. Use inside a site block:
#   help.example.com {{
#     root * …/dist/www
#     import …/dist/Caddyfile
#   }}
header {{
	Vary "Accept-Language"
{headers}}}
@hashed path_regexp {HASHED}
header @hashed Cache-Control "{HASHED_CACHE}"
@file path *.svg *.txt *.xml
header @file Cache-Control "{FILE_CACHE}"
@page not path *.svg *.txt *.xml *.js *.css *.wasm *.ftl
header @page Cache-Control "{PAGE_CACHE}"
@words path *.ftl
header @words Content-Type "text/plain; charset=utf-8"
{redirects}@root path /
redir @root /{first} 302
@slash_query {{
	path_regexp slash_query ^(/.+)/$
	expression `{{query}} != ""`
}}
redir @slash_query {{re.slash_query.1}}?{{query}} 308
@slash path_regexp slash ^(/.+)/$
redir @slash {{re.slash.1}} 308
@app {{
	path_regexp app {pages}
	not file {{path}} {{path}}.html
}}
rewrite @app /{{re.app.1}}/app.html
try_files {{path}} {{path}}.html
file_server {{
	precompressed br gzip
}}
handle_errors {{
	header Cache-Control no-cache
	@unknown {{
		expression `{{http.error.status_code}} == 404`
		not path_regexp \.[A-Za-z0-9]+$
	}}
	handle @unknown {{
		rewrite * /app.html
		file_server {{
			status 404
		}}
	}}
	handle {{
		respond "" {{http.error.status_code}}
	}}
}}
"#
    )
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
        "^/({locales})(/(articles|categories)/[^/.]+|/(articles|search|accessibility|privacy|browsers|ask|orders|cases|sign-in))?$"
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
                "^/(en|sv)(/(articles|categories)/[^/.]+|/(articles|search|accessibility|privacy|browsers|ask|orders|cases|sign-in))?$",
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
