//! `bench`: how quick the search is, and how large a first visit, against the budgets.

pub mod budget;

use crate::build::{self, Options};
use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;

/// Measures and prints; ends well whatever the numbers are.
pub fn run(project: &Project) -> Result<(), Failure> {
    build::run(project, &Options::local())?;
    let mut search = process::command(project.binary("svar-backend"), project.root());
    process::run("measuring the search", search.arg("bench-search").arg("--content").arg(project.at("content")))?;
    say("");
    let sizes = budget::measure(&project.dist().join("www"))?;
    for line in budget::table(&sizes) {
        say(&line);
    }
    Ok(())
}
