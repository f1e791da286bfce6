//! rustfmt over the whole workspace.

use crate::failure::Failure;
use crate::process;
use crate::project::Project;

/// Fails where `cargo fmt` would change something.
pub fn run(project: &Project) -> Result<(), Failure> {
    let mut cargo = process::command("cargo", project.root());
    process::run("checking the format (`cargo fmt --all` mends it)", cargo.args(["fmt", "--all", "--check"]))
}
