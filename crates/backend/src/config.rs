//! The command line.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use axum::http::HeaderValue;
use clap::{Args, Parser, Subcommand};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::state::USUAL_EMAIL_REPLY_S;

/// The reference backend of Svar.
#[derive(Debug, Parser)]
#[command(name = "svar-backend", version)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(flatten)]
    pub serve: Serve,
    #[command(subcommand)]
    pub task: Option<Task>,
}

/// How to serve.
#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// Where to listen; port 0 takes a free one, and the first line on stdout says which
    #[arg(long, default_value = "127.0.0.1:8080")]
    pub addr: SocketAddr,
    /// Folder for what has to be kept
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// Folder of the articles
    #[arg(long, default_value = "content")]
    pub content: PathBuf,
    /// Built site to serve beside the API
    #[arg(long)]
    pub web: Option<PathBuf>,
    /// Database, as sqlite:… or postgres:… [default: sqlite in the data folder]
    #[arg(long)]
    pub database: Option<String>,
    /// Origin of a site elsewhere that may read the API, such as https://help.example.org; may be given again
    #[arg(long = "origin", value_name = "ORIGIN")]
    pub origins: Vec<HeaderValue>,
    /// Seconds until support usually has answered an e-mail: what people are told
    #[arg(long, value_name = "SECONDS", default_value_t = USUAL_EMAIL_REPLY_S)]
    pub email_reply_s: u32,
    /// Offer the demonstration marketplace; only where nobody else can reach it
    #[arg(long)]
    pub demo: bool,
    /// The moment the clock starts at, in RFC 3339; it runs on from there
    #[arg(long, value_parser = moment)]
    pub clock: Option<OffsetDateTime>,
}

/// What else it can do.
#[derive(Clone, Debug, Subcommand)]
pub enum Task {
    /// Print the OpenAPI document
    Openapi,
    /// Look after the support team
    Staff {
        #[command(subcommand)]
        task: StaffTask,
    },
    /// Check a content folder
    Content {
        /// Folder of the articles
        #[arg(long, default_value = "content")]
        content: PathBuf,
    },
    /// Measure the search over many articles, made of the folder's own
    BenchSearch {
        /// Folder of the articles
        #[arg(long, default_value = "content")]
        content: PathBuf,
        /// How many articles
        #[arg(long, default_value_t = 10_000)]
        articles: usize,
    },
}

/// What can be done about the support team.
#[derive(Clone, Debug, Subcommand)]
pub enum StaffTask {
    /// Add a member, whose password is the first line of the input
    Add {
        /// As people see it under an answer
        #[arg(long)]
        name: String,
        /// The address to sign in with
        #[arg(long)]
        email: String,
        /// Folder for what has to be kept
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// Database, as sqlite:… or postgres:… [default: sqlite in the data folder]
        #[arg(long)]
        database: Option<String>,
    },
}

impl Serve {
    /// Why it may not be started like this, if so.
    #[must_use]
    pub fn refused(&self) -> Option<&'static str> {
        let is_exposed = self.demo && !self.addr.ip().is_loopback();
        is_exposed.then_some(
            "--demo opens a marketplace that anybody may sign in to, so it is only served on a loopback address, \
             such as --addr 127.0.0.1:8080.",
        )
    }

    /// The database's address.
    #[must_use]
    pub fn database(&self) -> String {
        database(&self.data, self.database.as_deref())
    }
}

/// The address of a database: the one that is given, else SQLite in the data folder.
#[must_use]
pub fn database(data: &Path, given: Option<&str>) -> String {
    match given {
        None => format!("sqlite://{}?mode=rwc", data.join("svar.db").display()),
        Some(url) if url.starts_with("sqlite:") && !url.contains('?') => format!("{url}?mode=rwc"),
        Some(url) => url.to_owned(),
    }
}

fn moment(text: &str) -> Result<OffsetDateTime, time::error::Parse> {
    OffsetDateTime::parse(text, &Rfc3339)
}
