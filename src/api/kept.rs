//! Answers kept while the document lives, under the path that was asked: those embedded by the prerenderer,
//! and each one fetched since. Back and forward need no second request, and a first visit needs none at all.

use std::{cell::RefCell, collections::HashMap, sync::Arc};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use time::OffsetDateTime;

/// Answers that a page was prerendered from, as they stand in its data block.
#[derive(Serialize, Deserialize)]
pub struct Embedded {
    /// Seconds since 1970.
    pub made_at: i64,
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
    pub body: Arc<str>,
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
    let at = OffsetDateTime::from_unix_timestamp(embedded.made_at).unwrap_or(OffsetDateTime::UNIX_EPOCH);
    for answer in embedded.answers {
        put(&answer.path, Kept { body: answer.body.get().into(), etag: answer.etag, at });
    }
}

/// The kept answer. What is asked for and not there is noted for [`missed`].
#[must_use]
pub fn get(path: &str) -> Option<Kept> {
    let kept = KEPT.with_borrow(|all| all.get(path).cloned());
    if kept.is_none() && cfg!(feature = "ssr") {
        MISSED.with_borrow_mut(|missed| missed.push(path.to_owned()));
    }
    kept
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
