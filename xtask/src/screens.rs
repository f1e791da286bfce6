//! `screens`: contact sheets of all pages, taken by Playwright from the built product.

use crate::build::{self, Options};
use crate::failure::Failure;
use crate::process;
use crate::project::Project;
use crate::test::playwright;

/// Builds what has changed and takes the contact sheets.
pub fn run(project: &Project) -> Result<(), Failure> {
    build::run(project, &Options::local())?;
    let mut sheets = playwright::command(project)?;
    process::run("taking the contact sheets", sheets.args(["--config", "screens.config.ts"]))
}
