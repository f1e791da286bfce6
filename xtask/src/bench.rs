//! `bench`: how quick the search is, how good search and answers are, how soon an open page knows what the desk
//! switched, and how large a first visit is, against the budgets.

pub mod budget;

use crate::build::{self, Options};
use crate::failure::Failure;
use crate::process::{self, say};
use crate::project::Project;
use crate::test::playwright;

/// Measures and prints; ends well whatever the numbers are.
pub fn run(project: &Project) -> Result<(), Failure> {
    build::run(project, &Options::local())?;
    let mut search = process::command(project.binary("svar-backend"), project.root());
    process::run("measuring the search", search.arg("bench-search").arg("--content").arg(project.at("content")))?;
    let mut sets = process::command("cargo", project.root());
    sets.args(["test", "--quiet", "--package", "backend", "--test", "answer_eval", "--test", "search_eval"]);
    process::run("asking the sets of questions", sets.args(["--", "--nocapture"]))?;
    let mut switch = playwright::command(project)?;
    process::run("switching at the desk", switch.args(["--config", "bench.config.ts"]))?;
    say("");
    let sizes = budget::measure(&project.dist().join("www"))?;
    for line in budget::table(&sizes) {
        say(&line);
    }
    Ok(())
}
