//! The backend, as the prerenderer reads it.

use std::time::Duration;

use contract::routes;
use serde::de::DeserializeOwned;
use time::OffsetDateTime;
use ureq::Agent;

use super::PrerenderError;
use crate::api::kept::Kept;

/// A backend's REST API.
pub struct Source {
    agent: Agent,
    base: String,
}

impl Source {
    /// The API below this origin.
    pub fn new(origin: &str) -> Self {
        let config = Agent::config_builder().timeout_global(Some(Duration::from_secs(30))).build();
        Self { agent: config.into(), base: format!("{}{}", origin.trim_end_matches('/'), routes::BASE) }
    }

    /// An answer as it comes, to be embedded.
    pub fn fetch(&self, path: &str) -> Result<Kept, PrerenderError> {
        let failed = |error: ureq::Error| PrerenderError::Call { path: path.to_owned(), reason: error.to_string() };
        let mut response = self.agent.get(format!("{}{path}", self.base)).call().map_err(failed)?;
        let etag = response.headers().get("ETag").and_then(|etag| etag.to_str().ok()).map(str::to_owned);
        let body = response.body_mut().read_to_string().map_err(failed)?;
        Ok(Kept { body: body.into(), etag, at: OffsetDateTime::now_utc() })
    }

    /// An answer, read.
    pub fn read<T: DeserializeOwned>(&self, path: &str) -> Result<T, PrerenderError> {
        let kept = self.fetch(path)?;
        serde_json::from_str(&kept.body)
            .map_err(|error| PrerenderError::Call { path: path.to_owned(), reason: error.to_string() })
    }
}
