//! The tools of the build, at the versions that fit: from PATH, else from a cache of the user's,
//! else a prebuilt release, else compiled from source.

pub mod browser;
pub mod cache;
pub mod locked;
pub mod node;
mod prebuilt;
mod source;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;

const TRUNK: &str = "0.21.14";
const BINARYEN: &str = "132";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program of the build, with where its releases are.
pub struct Tool {
    pub name: &'static str,
    pub version: String,
    /// The package on crates.io.
    pub package: &'static str,
    /// Further options of `cargo install`.
    pub options: &'static [&'static str],
    /// Archive of a prebuilt release, where there is one for this machine.
    pub release: Option<String>,
}

impl Tool {
    fn fits(&self, command: &mut Command) -> bool {
        process::first_line(command.arg("--version"))
            .is_some_and(|line| line.split_whitespace().any(|word| word == self.version))
    }
}

/// Folders that go before PATH so that the right tools are found.
pub struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Lets a command find the tools.
    pub fn equip(&self, command: &mut Command) {
        command.env("PATH", self.path());
    }

    fn path(&self) -> OsString {
        let now = env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(env::split_paths(&now));
        // A folder with a colon in its name cannot be on PATH; the system's own PATH is the best left.
        env::join_paths(all).unwrap_or(now)
    }
}

/// Sees to it that everything for a build of the app is there.
pub fn ready(project: &Project) -> Result<Tools, Failure> {
    wasm_target(project)?;
    let wasm_bindgen = locked::version(&project.at("Cargo.lock"), "wasm-bindgen")?;
    let mut folders = Vec::new();
    for tool in [trunk(), bindgen(wasm_bindgen)] {
        folders.extend(folder_of(project, &tool)?);
    }
    folders.extend(node::wasm_opt(project, BINARYEN)?);
    Ok(Tools { folders })
}

fn trunk() -> Tool {
    let base = format!("https://github.com/trunk-rs/trunk/releases/download/v{TRUNK}");
    Tool {
        name: "trunk",
        version: TRUNK.into(),
        package: "trunk",
        options: &["--locked", "--no-default-features", "--features", "rustls"],
        release: prebuilt::platform("gnu", "gnu").map(|platform| format!("{base}/trunk-{platform}.tar.gz")),
    }
}

fn bindgen(version: String) -> Tool {
    let base = format!("https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}");
    let release = prebuilt::platform("musl", "gnu").map(|it| format!("{base}/wasm-bindgen-{version}-{it}.tar.gz"));
    Tool { name: "wasm-bindgen", version, package: "wasm-bindgen-cli", options: &[], release }
}

fn folder_of(project: &Project, tool: &Tool) -> Result<Option<PathBuf>, Failure> {
    if tool.fits(&mut process::command(tool.name, project.root())) {
        return Ok(None);
    }
    let home = cache::folder()?.join(format!("{}-{}", tool.name, tool.version));
    let folder = home.join("bin");
    let kept = || tool.fits(&mut process::command(folder.join(tool.name), project.root()));
    if !kept() {
        say(&format!("  Getting {} {} (once; kept in {})", tool.name, tool.version, home.display()));
        prebuilt::install(project, tool, &folder)?;
        if !kept() {
            source::install(project, tool, &home)?;
        }
        if !kept() {
            return Err(Failure::Tool { tool: tool.name, version: tool.version.clone() });
        }
    }
    Ok(Some(folder))
}

fn wasm_target(project: &Project) -> Result<(), Failure> {
    let mut asked = process::command("rustc", project.root());
    asked.args(["--print", "target-libdir", "--target", WASM_TARGET]);
    if process::first_line(&mut asked).is_some_and(|folder| PathBuf::from(folder).is_dir()) {
        return Ok(());
    }
    let mut added = process::command("rustup", project.root());
    process::run("adding Rust's WebAssembly target", added.args(["target", "add", WASM_TARGET])).map_err(|_| {
        Failure::Missing {
            tool: "Rust's WebAssembly target",
            install: "run `rustup target add wasm32-unknown-unknown`.",
        }
    })
}
