//! The built site beside the API: files of `dist/www`, under the headers that the build wrote down.

mod address;
mod files;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use axum::{
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use thiserror::Error;

use self::address::Address;
use crate::state::Backend;

/// Why a site cannot be served.
#[derive(Debug, Error)]
pub enum SiteError {
    #[error("{0} cannot be read: {1}; build the site first")]
    Unreadable(String, io::Error),
    #[error("{0} is not what the build writes: {1}")]
    Json(String, serde_json::Error),
    #[error("headers.json has a header that cannot be sent: {0}")]
    Header(String),
}

/// A built site.
#[derive(Debug)]
pub struct Site {
    www: PathBuf,
    headers: Vec<(HeaderName, HeaderValue)>,
    hashed_cache: HeaderValue,
    page_cache: HeaderValue,
}

#[derive(Deserialize)]
struct Headers {
    pages: BTreeMap<String, String>,
    hashed_cache: String,
    page_cache: String,
}

const ICON_CACHE: HeaderValue = HeaderValue::from_static("public, max-age=3600");
/// Says where the backend is; a change holds at the next start of a page.
const BACKEND_FILE: &str = "backend.json";
const NOT_KEPT: HeaderValue = HeaderValue::from_static("no-cache");

impl Site {
    /// Opens the `dist` folder of a build.
    ///
    /// # Errors
    /// If there is none, or its headers cannot be sent.
    pub fn open(dist: &Path) -> Result<Self, SiteError> {
        let file = dist.join("headers.json");
        let named = file.display().to_string();
        let text = fs::read_to_string(&file).map_err(|error| SiteError::Unreadable(named.clone(), error))?;
        let Headers { pages, hashed_cache, page_cache } =
            serde_json::from_str(&text).map_err(|error| SiteError::Json(named, error))?;
        let header = |(name, value): (String, String)| {
            let pair = HeaderName::try_from(&name).ok().zip(HeaderValue::try_from(value).ok());
            pair.ok_or(SiteError::Header(name))
        };
        Ok(Self {
            www: dist.join("www"),
            headers: pages.into_iter().map(header).collect::<Result<_, _>>()?,
            hashed_cache: value(hashed_cache, "hashed_cache")?,
            page_cache: value(page_cache, "page_cache")?,
        })
    }
}

fn value(text: String, name: &str) -> Result<HeaderValue, SiteError> {
    HeaderValue::try_from(text).map_err(|_| SiteError::Header(name.to_owned()))
}

/// Answers for every address that is not the API's.
pub async fn serve(State(backend): State<Backend>, request: Request) -> Response {
    let (request, _) = request.into_parts();
    let Some(site) = backend.site.clone() else { return StatusCode::NOT_FOUND.into_response() };
    let mut response = if matches!(request.method, Method::GET | Method::HEAD) {
        site.answer(&backend, &request).await
    } else {
        (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response()
    };
    let headers = response.headers_mut();
    for (name, value) in &site.headers {
        headers.insert(name, value.clone());
    }
    headers.entry(header::CACHE_CONTROL).or_insert(NOT_KEPT);
    response
}

impl Site {
    async fn answer(&self, backend: &Backend, request: &Parts) -> Response {
        let tags = backend.published().map(|published| published.tags().to_vec()).unwrap_or_default();
        match Address::read(request.uri.path(), &tags) {
            Address::Root => home(backend, request),
            Address::Slash(path) => {
                let query = request.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
                moved(StatusCode::PERMANENT_REDIRECT, &format!("{path}{query}"))
            }
            Address::File(path) => {
                let cache = match path.as_str() {
                    BACKEND_FILE => &NOT_KEPT,
                    path if address::is_hashed(path) => &self.hashed_cache,
                    _ => &ICON_CACHE,
                };
                let found = files::read(&self.www, &path, &request.headers, cache).await;
                found.unwrap_or_else(|| StatusCode::NOT_FOUND.into_response())
            }
            Address::Page { path, is_app } => self.page(&path, is_app, request).await,
            Address::Nowhere => StatusCode::NOT_FOUND.into_response(),
        }
    }

    /// A prerendered page, else the app's shell: it says itself what is not there.
    async fn page(&self, path: &str, is_app: bool, request: &Parts) -> Response {
        let page = files::read(&self.www, &format!("{path}.html"), &request.headers, &self.page_cache).await;
        if let Some(page) = page {
            return page;
        }
        let language = path.split('/').next().unwrap_or_default();
        let own = files::read(&self.www, &format!("{language}/app.html"), &request.headers, &self.page_cache).await;
        let shell = match own {
            Some(shell) => Some(shell),
            None => files::read(&self.www, "app.html", &request.headers, &self.page_cache).await,
        };
        match shell {
            Some(shell) if is_app => shell,
            Some(mut shell) => {
                if shell.status() == StatusCode::OK {
                    *shell.status_mut() = StatusCode::NOT_FOUND;
                }
                shell
            }
            None => StatusCode::NOT_FOUND.into_response(),
        }
    }
}

/// The help home in the reader's language.
fn home(backend: &Backend, request: &Parts) -> Response {
    let Some(published) = backend.published() else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let wishes = request.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    let wishes = rules::locale::wishes(wishes.unwrap_or_default());
    let locale = rules::locale::negotiate(&wishes, published.tags(), &published.default_locale);
    let mut response = moved(StatusCode::FOUND, &format!("/{locale}"));
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Accept-Language"));
    response
}

fn moved(status: StatusCode, to: &str) -> Response {
    HeaderValue::from_str(to)
        .map_or_else(|_| StatusCode::NOT_FOUND.into_response(), |to| (status, [(header::LOCATION, to)]).into_response())
}
