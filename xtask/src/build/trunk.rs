//! The app's two WebAssembly files, by Trunk, each into a folder of its own; skipped when their sources are the same.

use std::path::PathBuf;

use super::fingerprint;
use crate::failure::Failure;
use crate::files;
use crate::process::{self, say};
use crate::project::Project;
use crate::tools::Tools;

const STAMP: &str = ".svar/trunk.fingerprint";
/// The parts: the page that Trunk reads, which is named as the binary but for the first, and where it goes.
const READING: Part = Part { page: "index.html", binary: "svar", folder: ".svar/trunk-app" };
const ACCOUNT: Part = Part { page: "account.html", binary: "account", folder: ".svar/trunk-account" };

struct Part {
    page: &'static str,
    binary: &'static str,
    folder: &'static str,
}

/// What Trunk made of one part; its names carry no hash, since Trunk's is of the file before wasm-opt.
pub struct App {
    folder: PathBuf,
    binary: &'static str,
}

/// Both parts.
pub struct Apps {
    pub reading: App,
    pub account: App,
}

impl App {
    /// The page with Trunk's own script still in it.
    pub fn page(&self) -> PathBuf {
        self.folder.join("index.html")
    }

    /// The module that wasm-bindgen made.
    pub fn module(&self) -> PathBuf {
        self.folder.join(format!("{}.js", self.binary))
    }

    /// The WebAssembly.
    pub fn wasm(&self) -> PathBuf {
        self.folder.join(format!("{}_bg.wasm", self.binary))
    }

    /// The name that its files begin with.
    pub fn stem(&self) -> &'static str {
        self.binary
    }
}

/// Builds both in the release profile, one after the other.
pub fn build(project: &Project, tools: &Tools) -> Result<Apps, Failure> {
    let app = |part: &Part| App { folder: project.at(part.folder), binary: part.binary };
    let apps = Apps { reading: app(&READING), account: app(&ACCOUNT) };
    let fingerprint = fingerprint::of_app(project)?;
    let stamp = project.at(STAMP);
    let is_there = apps.reading.wasm().is_file() && apps.account.wasm().is_file();
    if is_there && files::read_text(&stamp).is_ok_and(|kept| kept == fingerprint) {
        return Ok(apps);
    }
    for (part, app) in [(READING, &apps.reading), (ACCOUNT, &apps.account)] {
        say(&format!("Building {} (WebAssembly, release profile)", part.binary));
        let mut trunk = process::command("trunk", project.root());
        trunk.args(["build", "--release", "--filehash", "false", "--dist", part.folder, part.page]);
        process::run("building the app", calm(tools, &mut trunk))?;
        for made in [app.page(), app.module(), app.wasm()] {
            if !made.is_file() {
                return Err(Failure::Unexpected { file: made, why: "Trunk did not make it".into() });
            }
        }
    }
    files::write(&stamp, fingerprint)?;
    Ok(apps)
}

/// Lets Trunk find the tools, and keeps it from asking the network and from tripping over NO_COLOR=1.
pub fn calm<'a>(tools: &Tools, trunk: &'a mut std::process::Command) -> &'a mut std::process::Command {
    tools.equip(trunk);
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR")
}
