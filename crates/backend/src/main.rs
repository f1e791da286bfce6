//! `svar-backend`: reads the command line and does what it says.

use std::{io::Write, path::Path, process::ExitCode};

use backend::{
    config::{Cli, Task},
    content, routes, search, serve,
};
use clap::{CommandFactory, Parser, error::ErrorKind};

fn main() -> ExitCode {
    let cli = Cli::parse();
    if let Some(sentence) = cli.serve.refused() {
        Cli::command().error(ErrorKind::ArgumentConflict, sentence).exit();
    }
    match cli.task {
        None => serve::run(&cli.serve),
        Some(Task::Openapi) => openapi(),
        Some(Task::Content { content }) => check(&content),
        Some(Task::Issuer { addr, clock }) => serve::issuer(addr, clock),
        Some(Task::BenchSearch { content, articles }) => bench(&content, articles),
    }
}

fn openapi() -> ExitCode {
    match routes::openapi::document().to_pretty_json() {
        Ok(document) => said(&document),
        Err(error) => serve::failed(&error),
    }
}

fn check(folder: &Path) -> ExitCode {
    match content::load(folder) {
        Ok(library) => said(&format!("{} articles are in order.", library.articles.len())),
        Err(faults) => serve::faulty(&faults),
    }
}

fn bench(folder: &Path, articles: usize) -> ExitCode {
    match content::load(folder) {
        Ok(library) => match search::bench::measure(&library, articles) {
            Ok(report) => said(&report.to_string()),
            Err(error) => serve::failed(&error),
        },
        Err(faults) => serve::faulty(&faults),
    }
}

fn said(text: &str) -> ExitCode {
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
