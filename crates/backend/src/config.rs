//! The command line.

use std::{net::SocketAddr, path::PathBuf};

use axum::http::HeaderValue;
use clap::{Args, Parser, Subcommand};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use crate::state::ANSWER_PACE_MS;

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
    /// Where people see the site, for links in mails [default: the first --origin, else where it listens]
    #[arg(long, value_name = "URL")]
    pub site: Option<String>,
    /// Issuer of OpenID Connect at which people sign in, instead of with a password here
    #[arg(long, value_name = "URL", requires = "oidc_client_id")]
    pub oidc_issuer: Option<String>,
    /// What that issuer calls us
    #[arg(long, value_name = "ID", requires = "oidc_issuer")]
    pub oidc_client_id: Option<String>,
    /// What we prove it with, if it is needed [default: SVAR_OIDC_CLIENT_SECRET, which no list of processes shows]
    #[arg(long, value_name = "SECRET", requires = "oidc_issuer")]
    pub oidc_client_secret: Option<String>,
    /// Where that issuer sends people back to [default: /api/v1/session/callback of the site]
    #[arg(long, value_name = "URL", requires = "oidc_issuer")]
    pub oidc_callback: Option<String>,
    /// Offer the demonstration marketplace; only where nobody else can reach it
    #[arg(long)]
    pub demo: bool,
    /// Milliseconds between the sentences of a streamed answer
    #[arg(long, value_name = "MS", default_value_t = ANSWER_PACE_MS)]
    pub answer_pace: u64,
    /// Answer no questions, as if that part were down: people go on to support
    #[arg(long)]
    pub without_answers: bool,
    /// The moment the clock starts at, in RFC 3339; it runs on from there
    #[arg(long, value_parser = moment)]
    pub clock: Option<OffsetDateTime>,
}

/// What else it can do.
#[derive(Clone, Debug, Subcommand)]
pub enum Task {
    /// Print the OpenAPI document
    Openapi,
    /// Check a content folder
    Content {
        /// Folder of the articles
        #[arg(long, default_value = "content")]
        content: PathBuf,
    },
    /// Serve an issuer of OpenID Connect where anybody may be anybody of the demonstration
    #[command(hide = true)]
    Issuer {
        /// Where to listen, on a loopback address
        #[arg(long, default_value = "127.0.0.1:8090")]
        addr: SocketAddr,
        /// The moment the clock starts at, in RFC 3339
        #[arg(long, value_parser = moment)]
        clock: Option<OffsetDateTime>,
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

    /// Where people see the site, without a slash at its end, if it listens at `addr`.
    #[must_use]
    pub fn site_url(&self, addr: SocketAddr) -> String {
        let origin = self.origins.first().and_then(|origin| origin.to_str().ok()).map(str::to_owned);
        let url = self.site.clone().or(origin).unwrap_or_else(|| format!("http://{addr}"));
        url.trim_end_matches('/').to_owned()
    }

    /// The database's address.
    #[must_use]
    pub fn database(&self) -> String {
        let usual = || format!("sqlite://{}?mode=rwc", self.data.join("svar.db").display());
        self.database.clone().map_or_else(usual, |url| match url.split_once('?') {
            None if url.starts_with("sqlite:") => format!("{url}?mode=rwc"),
            _ => url,
        })
    }
}

fn moment(text: &str) -> Result<OffsetDateTime, time::error::Parse> {
    OffsetDateTime::parse(text, &Rfc3339)
}
