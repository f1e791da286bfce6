//! The part of `dist/` that depends on where the site and its backend are: the pages, `robots.txt`, the server files.
//! It is a step of its own so that a journey can take it again on a copy of `dist/`, without building.

use std::path::Path;

use super::{Options, bundle, compress, headers, prerender, servers};
use crate::failure::Failure;
use crate::files;
use crate::process::say;
use crate::project::Project;

/// How the files in `www/` end that this step writes, and what their compressed copies have after that.
const WRITTEN: [&str; 3] = [".html", "sitemap.xml", "robots.txt"];
const COPIES: [&str; 2] = [".br", ".gz"];

/// Writes it into `dist`, which holds `shell.html` and the files of `www/` that have no address in them.
pub fn write(project: &Project, options: &Options, dist: &Path) -> Result<(), Failure> {
    let www = dist.join("www");
    prerender::pages(project, options, dist, &www)?;
    let robots = files::read_text(&project.at("public/robots.txt"))?;
    files::write(&www.join("robots.txt"), robots.replace("__SVAR_SITE__", &options.site))?;
    say("Compressing");
    compress::below(&www)?;
    server_files(project, options, dist)
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

fn server_files(project: &Project, options: &Options, dist: &Path) -> Result<(), Failure> {
    let api = options.api.as_deref();
    let locales: Vec<String> = bundle::words(&project.at("locales"))?.into_iter().map(|words| words.language).collect();
    files::write(&dist.join("headers.json"), headers::json(api))?;
    files::write(&dist.join("nginx.conf"), servers::nginx(&locales, api))?;
    files::write(&dist.join("Caddyfile"), servers::caddy(&locales, api))
}

#[cfg(test)]
mod tests {
    use super::is_written_here;

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
        ] {
            assert_eq!(is_written_here(path), expected, "{row}");
        }
    }
}
