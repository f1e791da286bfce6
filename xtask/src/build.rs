//! From sources to `dist/`: bundle, native binaries, Trunk, shell and boot script, prerendered pages,
//! compressed files and headers, swapped in by one rename.

pub mod address;
mod assemble;
mod boot;
pub mod bundle;
mod compress;
mod fingerprint;
mod headers;
mod imports;
mod prerender;
mod servers;
mod shell;
mod strip;
mod templates;
mod trunk;

use std::time::Instant;

use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;
use crate::tools;
pub use trunk::calm;

/// Where the pages are said to be when nobody says otherwise.
pub const DEFAULT_SITE: &str = "http://127.0.0.1:8080";

/// What a build is made for.
#[derive(Debug)]
pub struct Options {
    api: Option<String>,
    site: String,
}

impl Options {
    /// For these addresses; each is an origin, without a path.
    pub fn new(api: Option<String>, site: &str) -> Result<Self, Failure> {
        let api = api.map(|api| origin(&api)).transpose()?;
        Ok(Self { api, site: origin(site)? })
    }

    /// For this machine alone.
    pub fn local() -> Self {
        Self { api: None, site: DEFAULT_SITE.into() }
    }
}

/// Makes `dist/`, unless what it is made from has not changed since.
pub fn run(project: &Project, options: &Options) -> Result<(), Failure> {
    let fingerprint = fingerprint::of_dist(project, options)?;
    if fingerprint::is_current(project, &fingerprint) {
        say("dist/ is up to date.");
        return Ok(());
    }
    let begun = Instant::now();
    say("Looking for the tools");
    let tools = tools::ready(project)?;
    bundle::run(project)?;
    native(project)?;
    let apps = trunk::build(project, &tools)?;
    assemble::assemble(project, options, &apps, &fingerprint)?;
    say(&format!("Built dist/ in {:.0} s.", begun.elapsed().as_secs_f32()));
    Ok(())
}

/// Builds the backend in the dev profile.
pub fn native_backend(project: &Project) -> Result<(), Failure> {
    say("Building the backend");
    let mut backend = process::command("cargo", project.root());
    process::run("building the backend", backend.args(["build", "--package", "backend"]))
}

/// Changes when the backend's sources do.
pub fn backend_fingerprint(project: &Project) -> Result<String, Failure> {
    fingerprint::of_backend(project)
}

fn native(project: &Project) -> Result<(), Failure> {
    native_backend(project)?;
    say("Building the prerenderer");
    let mut prerender = process::command("cargo", project.root());
    prerender.args(["build", "--package", "svar", "--features", "ssr", "--bin", "prerender"]);
    process::run("building the prerenderer", &mut prerender)
}

/// An origin as it stands in headers: scheme, host and port, and no slash at its end.
pub fn origin(address: &str) -> Result<String, Failure> {
    let origin = address.trim_end_matches('/');
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://")).unwrap_or_default();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-.:[]".contains(&byte);
    if host.is_empty() || !host.bytes().all(plain) {
        return Err(Failure::Address(address.into()));
    }
    Ok(origin.to_owned())
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_is_scheme_host_and_port_alone() {
        let cases = [
            ("plain", "https://help.example.com", Some("https://help.example.com")),
            ("with port", "http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("its last slash goes", "https://help.example.com/", Some("https://help.example.com")),
            ("with a path", "https://example.com/help", None),
            ("with what would end a header", "https://example.com; script-src *", None),
            ("without a scheme", "example.com", None),
            ("without a host", "https://", None),
        ];
        for (row, address, expected) in cases {
            assert_eq!(origin(address).ok().as_deref(), expected, "{row}");
        }
    }
}
