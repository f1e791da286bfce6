//! Finding a Chromium for the journeys, or getting one.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const INSTALL: &str =
    "run `sudo apt-get update && sudo apt-get install -y chromium`, or set CHROME_PATH to a Chromium.";

/// The browser of the journeys: CHROME_PATH, one on PATH, Playwright's own, or Debian's, in this order.
pub fn chromium(project: &Project) -> Result<PathBuf, Failure> {
    if let Some(found) = present() {
        return Ok(found);
    }
    say("  No Chromium here yet: asking Playwright for its own.");
    if let Some(found) = playwrights(project) {
        return Ok(found);
    }
    if nix::unistd::geteuid().is_root() {
        say("  Installing Debian's Chromium.");
        debians(project);
    }
    present().ok_or(Failure::Missing { tool: "Chromium", install: INSTALL })
}

fn present() -> Option<PathBuf> {
    let named = env::var_os("CHROME_PATH").map(PathBuf::from).filter(|path| path.is_file());
    named.or_else(|| NAMES.iter().find_map(|name| on_path(name)))
}

fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn playwrights(project: &Project) -> Option<PathBuf> {
    let folder = project.at("tests/e2e");
    let ask = "console.log(require('@playwright/test').chromium.executablePath())";
    let place = || {
        let line = process::first_line(process::command("node", &folder).args(["-e", ask]))?;
        Some(PathBuf::from(line)).filter(|path| process::works(process::command(path, &folder).arg("--version")))
    };
    place().or_else(|| {
        let mut npx = process::command("npx", &folder);
        npx.args(["playwright", "install", "chromium"]);
        process::works(&mut npx).then(place)?
    })
}

fn debians(project: &Project) {
    for arguments in [&["update", "--quiet"][..], &["install", "--yes", "--quiet", "chromium"][..]] {
        let mut apt = process::command("apt-get", project.root());
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        if let Err(failure) = process::run("installing Chromium", &mut apt) {
            say(&format!("  {failure}."));
        }
    }
}

/// Whether this machine has a PostgreSQL that the contract tests can start.
pub fn has_postgres() -> bool {
    let debian = Path::new("/usr/lib/postgresql");
    on_path("initdb").is_some()
        || std::fs::read_dir(debian).is_ok_and(|mut versions| {
            versions.any(|version| version.is_ok_and(|version| version.path().join("bin/initdb").is_file()))
        })
}
