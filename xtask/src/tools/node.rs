//! What comes from the npm registry: wasm-opt (package `binaryen`), and the journeys' own packages.

use std::path::PathBuf;

use super::cache;
use crate::failure::Failure;
use crate::files;
use crate::process::{self, say};
use crate::project::Project;

const OLDEST: u32 = 20;
const INSTALL: &str = "install Node.js 20 or newer with npm, for example `sudo apt-get install -y nodejs npm`.";

/// The folder with a wasm-opt of this version; `None` where the one on PATH fits.
pub fn wasm_opt(project: &Project, version: &str) -> Result<Option<PathBuf>, Failure> {
    let fits = |command: &mut std::process::Command| {
        process::first_line(command.arg("--version")).is_some_and(|line| line.split(' ').nth(2) == Some(version))
    };
    if fits(&mut process::command("wasm-opt", project.root())) {
        return Ok(None);
    }
    require(project)?;
    let home = cache::folder()?.join(format!("binaryen-{version}"));
    let folder = home.join("node_modules/.bin");
    if !fits(&mut process::command(folder.join("wasm-opt"), project.root())) {
        say(&format!("  Getting wasm-opt {version} (once; kept in {})", home.display()));
        files::create_folder(&home)?;
        let mut npm = process::command("npm", &home);
        npm.args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&home);
        process::run("installing wasm-opt", npm.arg(format!("binaryen@{version}.0.0")))?;
    }
    Ok(Some(folder))
}

/// Installs the journeys' packages when their lock file has changed since the last time.
pub fn journeys(project: &Project) -> Result<(), Failure> {
    require(project)?;
    let folder = project.at("tests/e2e");
    let stamp = folder.join("node_modules/.svar-lock");
    let wanted = files::hash(&files::read(&folder.join("package-lock.json"))?);
    if files::read_text(&stamp).is_ok_and(|kept| kept == wanted) {
        return Ok(());
    }
    let mut npm = process::command("npm", &folder);
    // Browsers of its own are fetched only where there is no Chromium.
    npm.args(["ci", "--no-audit", "--no-fund"]).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    process::run("installing the journeys' packages", &mut npm)?;
    files::write(&stamp, wanted)
}

fn require(project: &Project) -> Result<(), Failure> {
    let node = process::first_line(process::command("node", project.root()).arg("--version"));
    let npm = process::first_line(process::command("npm", project.root()).arg("--version"));
    let major = node.as_deref().and_then(|line| line.trim_start_matches('v').split('.').next()?.parse::<u32>().ok());
    if npm.is_none() || major.is_none_or(|major| major < OLDEST) {
        return Err(Failure::Missing { tool: "Node.js 20 or newer with npm", install: INSTALL });
    }
    Ok(())
}
