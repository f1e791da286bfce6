//! What can go wrong, each with a sentence and a way on.

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

/// A step that did not work; its text is a sentence without the full stop.
#[derive(Debug, Error)]
pub enum Failure {
    #[error("could not {action} {}: {cause}", path.display())]
    File { action: &'static str, path: PathBuf, cause: io::Error },
    #[error("{step} failed ({program} {ended})")]
    Step { step: String, program: String, ended: String },
    #[error("{step} could not start: {program}: {cause}")]
    Start { step: String, program: String, cause: io::Error },
    #[error("{tool} is missing")]
    Missing { tool: &'static str, install: &'static str },
    #[error("no way to get {tool} {version} worked")]
    Tool { tool: &'static str, version: String },
    #[error("Cargo.lock names no version of {0}")]
    NotLocked(&'static str),
    #[error("{} lacks {marker}", file.display())]
    Marker { file: PathBuf, marker: &'static str },
    #[error("{} is not what was expected: {why}", file.display())]
    Unexpected { file: PathBuf, why: String },
    #[error("{0} is not an address such as https://help.example.com")]
    Address(String),
    #[error("port {0} is in use by another program")]
    PortInUse(u16),
    #[error("the backend ended before it listened ({0})")]
    Backend(String),
    #[error("a visit fetches more than its budget")]
    OverBudget,
    #[error("there is no dist/ to serve")]
    NothingBuilt,
    #[error("{0} does not answer ({1})")]
    NoAnswer(String, String),
    #[error("the pages in {} ask their own origin", .0.display())]
    OwnOrigin(PathBuf),
    #[error("listening for Ctrl-C did not work: {0}")]
    Signals(#[from] ctrlc::Error),
}

impl Failure {
    /// Turns the error of a file operation into a failure that names the file.
    pub fn file(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |cause| Self::File { action, path, cause }
    }

    /// What a person can do about it, where there is something to say.
    pub fn advice(&self) -> Option<String> {
        let advice = match self {
            Self::File { .. } => {
                "check that the folder is there, may be written and has space left, then try again.".into()
            }
            Self::Step { .. } => "the lines above say why; mend that and run the same command again.".into(),
            Self::Start { program, .. } => format!("install {program}, or put its folder on PATH."),
            Self::Missing { install, .. } => (*install).into(),
            Self::Tool { tool, version } => {
                format!("the lines above say why; or install {tool} {version} yourself and put it on PATH.")
            }
            Self::NotLocked(_) => "run `cargo update --workspace` and try again.".into(),
            Self::Marker { .. } => "put it back; README and xtask/src/build/shell.rs say what it is for.".into(),
            Self::PortInUse(_) => "choose another one, for example `--port 8090`.".into(),
            Self::Backend(_) => "the lines above say why.".into(),
            Self::OverBudget => "`cargo xtask bench` shows the size of each file.".into(),
            Self::NothingBuilt => "run it once without --no-build.".into(),
            Self::NoAnswer(..) => "check the address, and that the backend runs.".into(),
            Self::OwnOrigin(_) => "build them once with --api; from then on this command changes the address.".into(),
            Self::Unexpected { .. } | Self::Address(_) | Self::Signals(_) => return None,
        };
        Some(advice)
    }
}
