//! Writes the public pages as HTML, from the same views that the browser takes over, out of a backend's REST API.

use std::{path::PathBuf, process::ExitCode};

use clap::Parser;
use svar::prerender::{self, Job};

/// Writes the public pages as HTML.
#[derive(Parser)]
struct Options {
    /// The backend's origin, for instance http://127.0.0.1:8080
    #[arg(long)]
    api: String,
    /// The origin that the pages will be served from; canonical addresses begin with it
    #[arg(long)]
    site: String,
    /// The app asks another origin than its own: the one that /backend.json names
    #[arg(long)]
    elsewhere: bool,
    /// The folder with shell.html
    #[arg(long)]
    staging: PathBuf,
    /// The folder that the pages are written to
    #[arg(long)]
    out: PathBuf,
    /// The folder with one folder of .ftl files per language
    #[arg(long, default_value = "locales")]
    locales: PathBuf,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let options = Options::parse();
    let job = Job {
        api: options.api,
        site: options.site.trim_end_matches('/').to_owned(),
        is_elsewhere: options.elsewhere,
        staging: options.staging,
        out: options.out,
        locales: options.locales,
    };
    match prerender::run(&job).await {
        Ok(count) => {
            println!("{count} pages");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("prerender: {error}");
            ExitCode::FAILURE
        }
    }
}
