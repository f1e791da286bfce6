//! clippy with warnings denied, once per feature set.

use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;

const SETS: [(&str, &[&str]); 3] = [
    ("contract, rules, backend, xtask", &["--workspace", "--exclude", "svar", "--all-targets"]),
    ("app, native", &["--package", "svar", "--features", "ssr", "--all-targets"]),
    ("app, in the browser", &["--package", "svar", "--features", "csr", "--target", "wasm32-unknown-unknown"]),
];

/// Runs clippy over each set.
pub fn run(project: &Project) -> Result<(), Failure> {
    for (name, arguments) in SETS {
        say(&format!("Lints: {name}"));
        let mut cargo = process::command("cargo", project.root());
        cargo.arg("clippy").args(arguments).args(["--", "--deny", "warnings"]);
        process::run(&format!("linting ({name})"), &mut cargo)?;
    }
    Ok(())
}
