//! Tools compiled from their crates, in a profile that is quick to build: they run for seconds.

use std::path::Path;

use super::Tool;
use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;

/// Compiles the tool into `home/bin`.
pub fn install(project: &Project, tool: &Tool, home: &Path) -> Result<(), Failure> {
    say(&format!("  Compiling {} {}; this takes some minutes.", tool.name, tool.version));
    let mut cargo = process::command("cargo", project.root());
    cargo.args(["install", tool.package, "--version", &tool.version]).args(tool.options);
    cargo.arg("--force").arg("--root").arg(home);
    cargo.envs([
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ]);
    process::run(&format!("compiling {}", tool.name), &mut cargo)
}
