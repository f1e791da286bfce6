//! `headers`: a built `dist/` gets another backend, without a build: the headers that let it be asked, in all three
//! forms, and the small file that the pages read.

use std::path::PathBuf;

use clap::Args;

use crate::build::{self, address};
use crate::failure::Failure;
use crate::process::say;
use crate::project::Project;

#[derive(Args)]
pub struct HeadersArgs {
    /// Origin of the backend that the app talks to; the page's own origin without it.
    #[arg(long, value_name = "URL")]
    api: Option<String>,
    /// The backend is on another site, to which browsers send no cookies: a session lasts as long as the document.
    #[arg(long, requires = "api")]
    bearer: bool,
    /// The folder that was built [default: dist].
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,
}

/// Writes them where they lie.
pub fn run(project: &Project, args: HeadersArgs) -> Result<(), Failure> {
    let api = args.api.as_deref().map(build::origin).transpose()?;
    let dist = args.dist.unwrap_or_else(|| project.dist());
    let dist = std::path::absolute(&dist).map_err(Failure::file("find", &dist))?;
    address::point(project, api.as_deref(), args.bearer, &dist)?;
    let backend = api.as_deref().unwrap_or("the origin that they are served from");
    say(&format!("The pages in {} ask {backend}.", dist.display()));
    say("Load the server's configuration again; browsers read backend.json at each start.");
    Ok(())
}
