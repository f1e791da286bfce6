//! The commands and their options.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use crate::build::{self, Options};
use crate::failure::Failure;
use crate::project::Project;
use crate::test::{self, Phase};
use crate::{bench, conform, dev, headers, run, screens};

/// Builds, serves and tests Svar; gets the tools it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds what has changed and serves the product with its demo marketplace.
    Run(RunArgs),
    /// Runs every test: format, lints, native tests, the build, budgets, journeys in a real browser.
    Test(TestArgs),
    /// The quick part of `test`: format, lints, native tests and house rules.
    Check,
    /// Serves the app with rebuild and reload while you write.
    Dev(DevArgs),
    /// Makes `dist/`, ready to deploy.
    Build(BuildArgs),
    /// Gives a built `dist/` other addresses, where it lies; the journeys do it to a copy.
    #[command(hide = true)]
    Address(AddressArgs),
    /// Gives a built `dist/` another backend: the headers, and the small file that the pages read; builds nothing.
    Headers(headers::HeadersArgs),
    /// Walks a backend through the contract and says what it keeps, what is missing and what is broken.
    Conform(conform::ConformArgs),
    /// Measures the search, and the size of a first visit.
    Bench,
    /// Puts styles and words together; Trunk calls it before each of its builds.
    Bundle,
    /// Takes the contact sheets of all pages.
    Screens,
}

#[derive(Args)]
pub struct RunArgs {
    /// Where to listen on this machine.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Where the database is kept [default: .svar/data].
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Serves `dist/` as it is.
    #[arg(long)]
    pub no_build: bool,
}

#[derive(Args)]
struct TestArgs {
    /// Runs one phase alone.
    #[arg(long, value_enum, value_name = "PHASE")]
    only: Option<Phase>,
    /// Goes on to Playwright as it is, for example `-- ground --headed`.
    #[arg(last = true, value_name = "PLAYWRIGHT ARGS")]
    playwright: Vec<String>,
}

#[derive(Args)]
pub struct DevArgs {
    /// Where to listen on this machine.
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
}

#[derive(Args)]
struct BuildArgs {
    /// Origin of the backend that the pages are made from and the app talks to; a demo backend and the page's own origin without it.
    #[arg(long, value_name = "URL")]
    api: Option<String>,
    /// Address the pages will have, for canonical links and the sitemap.
    #[arg(long, value_name = "URL", default_value = build::DEFAULT_SITE)]
    site: String,
}

#[derive(Args)]
struct AddressArgs {
    /// The folder to change.
    dist: PathBuf,
    #[command(flatten)]
    addresses: BuildArgs,
}

/// Runs the command that was asked for.
pub fn dispatch(cli: Cli) -> Result<ExitCode, Failure> {
    let project = Project::find()?;
    match cli.command {
        Command::Run(args) => run::run(&project, &args)?,
        Command::Test(args) => {
            let phases = args.only.map_or_else(|| test::ALL.to_vec(), |phase| vec![phase]);
            return test::run(&project, &phases, &args.playwright);
        }
        Command::Check => return test::run(&project, &test::QUICK, &[]),
        Command::Dev(args) => dev::run(&project, &args)?,
        Command::Build(args) => build::run(&project, &Options::new(args.api, &args.site)?)?,
        Command::Address(AddressArgs { dist, addresses }) => {
            let dist = std::path::absolute(&dist).map_err(Failure::file("find", &dist))?;
            build::address::change(&project, &Options::new(addresses.api, &addresses.site)?, &dist)?;
        }
        Command::Headers(args) => headers::run(&project, args)?,
        Command::Conform(args) => return conform::run(&project, args),
        Command::Bench => bench::run(&project)?,
        Command::Bundle => build::bundle::run(&project)?,
        Command::Screens => screens::run(&project)?,
    }
    Ok(ExitCode::SUCCESS)
}
