//! Answers kept while the document lives, under the path that was asked: those embedded by the prerenderer,
//! and each one fetched since. Back and forward need no second request, and a first visit needs none at all.

use std::{cell::RefCell, collections::HashMap};

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::value::RawValue;
use time::OffsetDateTime;

/// Answers that a page was prerendered from, as they stand in its data block.
#[derive(Serialize, Deserialize)]
pub struct Embedded {
    /// The path of the page that these made; another page is not taken over.
    pub page: String,
    /// Whether the page's view depends on the address's query, which prerendering does not know.
    pub depends_on_query: bool,
    /// UTC.
    #[serde(with = "time::serde::rfc3339")]
    pub made_at: OffsetDateTime,
    pub answers: Vec<EmbeddedAnswer>,
}

/// One answer, whole, with the validator it came with.
#[derive(Serialize, Deserialize)]
pub struct EmbeddedAnswer {
    pub path: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    pub body: Box<RawValue>,
}

/// An answer's text with its validator and its age.
#[derive(Clone)]
pub struct Kept {
    pub body: String,
    pub etag: Option<String>,
    pub at: OffsetDateTime,
}

thread_local! {
    static KEPT: RefCell<HashMap<String, Kept>> = RefCell::new(HashMap::new());
    static MISSED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// More than a visit reads; past it the oldest go.
const AT_MOST: usize = 60;

/// Keeps an answer.
pub fn put(path: &str, kept: Kept) {
    KEPT.with_borrow_mut(|all| {
        all.insert(path.to_owned(), kept);
        if all.len() > AT_MOST {
            let oldest = all.iter().min_by_key(|(_, kept)| kept.at).map(|(path, _)| path.clone());
            oldest.map(|path| all.remove(&path));
        }
    });
}

/// Keeps what a page was made from.
pub fn put_embedded(embedded: Embedded) {
    for answer in embedded.answers {
        put(&answer.path, Kept { body: answer.body.get().to_owned(), etag: answer.etag, at: embedded.made_at });
    }
}

/// The kept answer, as it came.
#[must_use]
pub fn raw(path: &str) -> Option<Kept> {
    KEPT.with_borrow(|all| all.get(path).cloned())
}

/// The kept answer, read. What is asked for and not there is noted for [`missed`].
#[must_use]
pub fn get<T: DeserializeOwned>(path: &str) -> Option<T> {
    let kept = raw(path);
    if kept.is_none() && cfg!(feature = "ssr") {
        MISSED.with_borrow_mut(|missed| missed.push(path.to_owned()));
    }
    kept.and_then(|kept| serde_json::from_str(&kept.body).ok())
}

/// What was asked for and not there since the last call: the prerenderer fetches it and renders again.
#[must_use]
pub fn missed() -> Vec<String> {
    MISSED.take()
}

/// Forgets everything; the prerenderer starts each page afresh.
pub fn clear() {
    KEPT.take();
}

/// Paths of all that is kept, in order.
#[must_use]
pub fn all() -> Vec<(String, Kept)> {
    let mut all: Vec<_> = KEPT.with_borrow(|all| all.iter().map(|(path, kept)| (path.clone(), kept.clone())).collect());
    all.sort_by(|(a, _), (b, _)| a.cmp(b));
    all
}
