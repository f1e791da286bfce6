//! `cargo xtask`: builds, serves and tests Svar, and gets the tools that this takes.
//! One module per command; `tools`, `build` and `backend` are what the commands share.

mod backend;
mod bench;
mod build;
mod cli;
mod conform;
mod dev;
mod failure;
mod files;
mod headers;
mod process;
mod project;
mod run;
mod screens;
mod stop;
mod test;
mod tools;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    match cli::dispatch(cli::Cli::parse()) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\nStopped: {failure}.");
            if let Some(advice) = failure.advice() {
                eprintln!("What to do: {advice}");
            }
            ExitCode::FAILURE
        }
    }
}
