//! What can stop prerendering.

use std::{fmt, io, path::PathBuf};

/// Names the page, file or call that failed.
#[derive(Debug)]
pub enum PrerenderError {
    /// A file could not be read or written.
    File { file: PathBuf, source: io::Error },
    /// The shell lacks a place to fill.
    Marker { marker: &'static str },
    /// The backend did not answer as the contract says.
    Call { path: String, reason: String },
    /// A page kept asking for more.
    NeverReady { page: String },
    /// The words of a locale cannot be read.
    Words { locale: String },
}

impl fmt::Display for PrerenderError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File { file, source } => write!(out, "{}: {source}", file.display()),
            Self::Marker { marker } => write!(out, "shell.html lacks {marker}; keep the comment in index.html"),
            Self::Call { path, reason } => write!(out, "the backend did not answer {path}: {reason}"),
            Self::NeverReady { page } => write!(out, "{page} asks for more data each time it is rendered"),
            Self::Words { locale } => write!(out, "locales/{locale}: the words cannot be read"),
        }
    }
}

impl std::error::Error for PrerenderError {}
