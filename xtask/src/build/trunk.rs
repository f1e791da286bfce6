//! The app in WebAssembly, by Trunk, into `.svar/trunk-app`; skipped when its own sources are the same.

use std::path::PathBuf;

use super::fingerprint;
use crate::failure::Failure;
use crate::files;
use crate::process::{self, say};
use crate::project::Project;
use crate::tools::Tools;

const FOLDER: &str = ".svar/trunk-app";
const STAMP: &str = ".svar/trunk-app.fingerprint";

/// What Trunk made; its names carry no hash, since Trunk's is of the file before wasm-opt.
pub struct App {
    folder: PathBuf,
}

impl App {
    /// The page with Trunk's own script still in it.
    pub fn page(&self) -> PathBuf {
        self.folder.join("index.html")
    }

    /// The module that wasm-bindgen made.
    pub fn module(&self) -> PathBuf {
        self.folder.join("svar.js")
    }

    /// The WebAssembly.
    pub fn wasm(&self) -> PathBuf {
        self.folder.join("svar_bg.wasm")
    }

    /// The style sheet.
    pub fn style(&self) -> PathBuf {
        self.folder.join("svar.css")
    }
}

/// Builds the app in the release profile.
pub fn build(project: &Project, tools: &Tools) -> Result<App, Failure> {
    let app = App { folder: project.at(FOLDER) };
    let fingerprint = fingerprint::of_app(project)?;
    let stamp = project.at(STAMP);
    if app.wasm().is_file() && files::read_text(&stamp).is_ok_and(|kept| kept == fingerprint) {
        return Ok(app);
    }
    say("Building the app (WebAssembly, release profile)");
    let mut trunk = process::command("trunk", project.root());
    trunk.args(["build", "--release", "--filehash", "false", "--dist", FOLDER]);
    process::run("building the app", calm(tools, &mut trunk))?;
    for made in [app.page(), app.module(), app.wasm(), app.style()] {
        if !made.is_file() {
            return Err(Failure::Unexpected { file: made, why: "Trunk did not make it".into() });
        }
    }
    files::write(&stamp, fingerprint)?;
    Ok(app)
}

/// Lets Trunk find the tools, and keeps it from asking the network and from tripping over NO_COLOR=1.
pub fn calm<'a>(tools: &Tools, trunk: &'a mut std::process::Command) -> &'a mut std::process::Command {
    tools.equip(trunk);
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR")
}
