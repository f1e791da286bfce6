//! The part of `dist/` that depends on where the site and its backend are: the pages, `robots.txt`, the server files
//! and `backend.json`. It is a step of its own so that a journey can take it again on a copy of `dist/`; the last two
//! depend on the backend's address alone, so `cargo xtask headers` can write them anew without the pages.

use std::path::Path;

use super::{Options, bundle, compress, headers, prerender, servers};
use crate::failure::Failure;
use crate::files;
use crate::process::say;
use crate::project::Project;

/// How the files in `www/` end that this step writes, and what their compressed copies have after that.
const WRITTEN: [&str; 4] = [".html", "sitemap.xml", "robots.txt", BACKEND_FILE];
const COPIES: [&str; 2] = [".br", ".gz"];
/// What pages read at their start that were built for a backend elsewhere, as their data block says.
const BACKEND_FILE: &str = "backend.json";
const READS_IT: &str = "\"backend\":\"/backend.json\"";

/// Writes it into `dist`, which holds `shell.html` and the files of `www/` that have no address in them.
pub fn write(project: &Project, options: &Options, dist: &Path) -> Result<(), Failure> {
    let www = dist.join("www");
    prerender::pages(project, options, dist, &www)?;
    let robots = files::read_text(&project.at("public/robots.txt"))?;
    files::write(&www.join("robots.txt"), robots.replace("__SVAR_SITE__", &options.site))?;
    say("Compressing");
    compress::below(&www)?;
    server_files(project, options.api.as_deref(), false, dist)
}

/// Has the pages of a built `dist` ask this backend, or their own origin.
pub fn point(project: &Project, api: Option<&str>, is_bearer: bool, dist: &Path) -> Result<(), Failure> {
    let page = dist.join("www/app.html");
    if !page.is_file() {
        return Err(Failure::NothingBuilt);
    }
    if api.is_some() && !files::read_text(&page)?.contains(READS_IT) {
        return Err(Failure::OwnOrigin(dist.to_owned()));
    }
    files::remove_file(&dist.join("fingerprint"))?;
    server_files(project, api, is_bearer, dist)
}

/// Takes what was written for other addresses out of a built `dist`, and writes it for these.
pub fn change(project: &Project, options: &Options, dist: &Path) -> Result<(), Failure> {
    // Without it no later build takes this folder for one with the addresses from before.
    files::remove_file(&dist.join("fingerprint"))?;
    for file in files::below(&dist.join("www"))? {
        if file.to_str().is_some_and(is_written_here) {
            files::remove_file(&file)?;
        }
    }
    write(project, options, dist)
}

fn is_written_here(path: &str) -> bool {
    let path = COPIES.iter().find_map(|copy| path.strip_suffix(copy)).unwrap_or(path);
    WRITTEN.iter().any(|ending| path.ends_with(ending))
}

fn server_files(project: &Project, api: Option<&str>, is_bearer: bool, dist: &Path) -> Result<(), Failure> {
    // Not compressed: whoever changes it by hand has one file to change.
    files::write(&dist.join("www").join(BACKEND_FILE), backend_file(api, is_bearer))?;
    let locales: Vec<String> = bundle::words(&project.at("locales"))?.into_iter().map(|words| words.language).collect();
    files::write(&dist.join("headers.json"), headers::json(api))?;
    files::write(&dist.join("nginx.conf"), servers::nginx(&locales, api))?;
    files::write(&dist.join("Caddyfile"), servers::caddy(&locales, api))
}

/// The text of `backend.json`: an empty origin is the pages' own, and a session is a cookie unless it is a bearer.
fn backend_file(api: Option<&str>, is_bearer: bool) -> String {
    let session = if is_bearer { "bearer" } else { "cookie" };
    format!("{}\n", serde_json::json!({ "api": api.unwrap_or_default(), "session": session }))
}

#[cfg(test)]
mod tests {
    use super::{backend_file, is_written_here};

    #[test]
    fn the_small_file_names_the_backend() {
        for (row, api, is_bearer, expected) in [
            ("elsewhere", Some("https://a.example"), false, "{\"api\":\"https://a.example\",\"session\":\"cookie\"}\n"),
            ("other site", Some("https://a.example"), true, "{\"api\":\"https://a.example\",\"session\":\"bearer\"}\n"),
            ("own origin", None, false, "{\"api\":\"\",\"session\":\"cookie\"}\n"),
        ] {
            assert_eq!(backend_file(api, is_bearer), expected, "{row}");
        }
    }

    #[test]
    fn pages_sitemap_and_robots_go_with_their_copies_and_nothing_else() {
        for (row, path, expected) in [
            ("page", "www/en/ask.html", true),
            ("copy of a page", "www/en/ask.html.br", true),
            ("other copy", "www/sitemap.xml.gz", true),
            ("robots", "www/robots.txt", true),
            ("script", "www/boot-0123456789abcdef.js", false),
            ("copy of a script", "www/boot-0123456789abcdef.js.br", false),
            ("words", "www/words-en-0123456789abcdef.ftl", false),
            ("where the backend is", "www/backend.json", true),
        ] {
            assert_eq!(is_written_here(path), expected, "{row}");
        }
    }
}
