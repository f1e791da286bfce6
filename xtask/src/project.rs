//! Where things are: the project's folder, Cargo's target folder, and what xtask keeps in `.svar`.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::process;

/// The project's places on this machine.
pub struct Project {
    root: PathBuf,
    target: PathBuf,
}

impl Project {
    /// Finds the project from where Cargo says xtask lies.
    pub fn find() -> Result<Self, Failure> {
        let here =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.parent().unwrap_or(&here).to_owned();
        let mut metadata = process::command("cargo", &root);
        metadata.args(["metadata", "--no-deps", "--format-version", "1"]);
        let text = process::read("asking Cargo for its target folder", &mut metadata)?;
        let target = serde_json::from_str::<serde_json::Value>(&text)
            .ok()
            .and_then(|value| value.get("target_directory")?.as_str().map(PathBuf::from))
            .unwrap_or_else(|| root.join("target"));
        Ok(Self { root, target })
    }

    /// The folder of the workspace.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A file or folder of the project.
    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A native binary of the dev profile.
    pub fn binary(&self, name: &str) -> PathBuf {
        self.target.join("debug").join(name)
    }

    /// What is deployed.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }
}
