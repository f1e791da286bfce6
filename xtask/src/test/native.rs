//! Tests that need no browser: units, the contract on SQLite and PostgreSQL, house rules, content, locales.

use super::counts::{self, Counts};
use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;
use crate::tools::browser;

const SETS: [(&str, &[&str]); 2] = [
    ("contract, rules, backend, xtask", &["--workspace", "--exclude", "svar"]),
    ("app and house rules", &["--package", "svar", "--features", "ssr"]),
];

/// Runs each set to its end, so that one look shows every failure in it.
pub fn run(project: &Project, counts: &mut Counts) -> Result<(), Failure> {
    if !browser::has_postgres() {
        say(
            "No PostgreSQL here: the contract tests run on SQLite alone (`sudo apt-get install -y postgresql` adds it).",
        );
    }
    for (name, arguments) in SETS {
        say(&format!("Tests: {name}"));
        let mut cargo = process::command("cargo", project.root());
        cargo.args(["test", "--no-fail-fast"]).args(arguments);
        let told = process::tell(&format!("testing ({name})"), &mut cargo)?;
        *counts = counts.with(counts::of_cargo(&told.text));
        told.outcome?;
    }
    Ok(())
}
