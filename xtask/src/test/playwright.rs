//! Playwright on the built product: what it needs, and what it found.

use std::process::Command;

use super::counts::{self, Counts};
use crate::failure::Failure;
use crate::files;
use crate::process::{self, say};
use crate::project::Project;
use crate::tools::{browser, node};

const REPORT: &str = ".svar/journeys.json";

/// `npx playwright test` with all it has to know; installs what is missing.
pub fn command(project: &Project) -> Result<Command, Failure> {
    node::journeys(project)?;
    let chromium = browser::chromium(project)?;
    say(&format!("Chromium: {}", chromium.display()));
    let mut command = process::command("npx", &project.at("tests/e2e"));
    command.args(["--no-install", "playwright", "test"]);
    command.env("SVAR_CHROMIUM", chromium).env("SVAR_BACKEND", project.binary("svar-backend"));
    command.env("SVAR_DIST", project.dist()).env("SVAR_CONTENT", project.at("content"));
    // Node warns on the screen where both are set.
    command.env_remove("NO_COLOR");
    Ok(command)
}

/// Runs the journeys with further arguments for Playwright.
pub fn run(project: &Project, arguments: &[String], counts: &mut Counts) -> Result<(), Failure> {
    let report = project.at(REPORT);
    files::write(&report, "")?;
    let mut journeys = command(project)?;
    journeys.args(arguments).env("SVAR_REPORT", &report);
    let outcome = process::run("the journeys", &mut journeys);
    if let Some(found) = counts::of_playwright(&files::read_text(&report)?) {
        *counts = found;
    }
    outcome
}
