//! The public pages as HTML, made by the `prerender` binary from a backend: the named one, or a demo of our own.

use std::path::Path;

use super::Options;
use crate::backend::{Backend, Start};
use crate::failure::Failure;
use crate::files;
use crate::process::{self, say};
use crate::project::Project;

/// Without these a visitor would find no page.
const EXPECTED: [&str; 4] = ["index.html", "en.html", "app.html", "sitemap.xml"];

/// Writes the pages into `www`; `dist` holds `shell.html`.
pub fn pages(project: &Project, options: &Options, dist: &Path, www: &Path) -> Result<(), Failure> {
    say("Writing the pages");
    match &options.api {
        Some(api) => from(project, api, options, dist, www)?,
        None => {
            let data = project.at(".svar/prerender");
            files::create_empty_folder(&data)?;
            let start = Start { port: 0, data, web: None, quiet: true };
            let backend = Backend::start(project, &start)?;
            from(project, backend.url(), options, dist, www)?;
        }
    }
    for name in EXPECTED {
        if !www.join(name).is_file() {
            return Err(Failure::Unexpected { file: www.into(), why: format!("{name} was not written") });
        }
    }
    Ok(())
}

fn from(project: &Project, api: &str, options: &Options, dist: &Path, www: &Path) -> Result<(), Failure> {
    let mut prerender = process::command(project.binary("prerender"), project.root());
    prerender.args(["--api", api, "--site", &options.site]);
    prerender.arg("--staging").arg(dist).arg("--out").arg(www);
    if options.api.is_some() {
        prerender.arg("--elsewhere");
    }
    process::run("writing the pages", &mut prerender)
}
