//! An answer as a signal: there at once where it is kept, asked for where it is not.
//! Leptos' own `Resource` would hand data over by inline scripts, which the strict CSP refuses;
//! this hands it over by the data block that [`super::kept`] was filled from, synchronously on both sides.

use std::sync::Arc;

use leptos::prelude::*;

use super::{ApiError, kept};
#[cfg(not(feature = "ssr"))]
use crate::browser::{self, timer};

/// An answer's text; `None` while waiting.
pub type Answer = Option<Result<Arc<str>, ApiError>>;

/// What a path answers, and a way to ask again. It holds text, not what the text says, so that all of this
/// is compiled once and not once for each kind of answer.
#[derive(Clone, Copy)]
pub struct Fetched {
    pub answer: Signal<Answer>,
    /// Asks again, after a failure.
    pub retry: Callback<()>,
}

/// Fetches what the contract holds at `path`, and again whenever `path` changes. `None` asks for nothing.
#[cfg(feature = "ssr")]
pub fn fetched(path: impl Fn() -> Option<String> + Send + Sync + 'static) -> Fetched {
    let answer = path().and_then(|path| kept::get(&path)).map(|kept| Ok::<_, ApiError>(kept.body));
    Fetched { answer: Signal::stored(answer), retry: Callback::new(|()| ()) }
}

/// Fetches what the contract holds at `path`, and again whenever `path` changes. `None` asks for nothing.
#[cfg(not(feature = "ssr"))]
pub fn fetched(path: impl Fn() -> Option<String> + Send + Sync + 'static) -> Fetched {
    follow(Memo::new(move |_| path()))
}

#[cfg(not(feature = "ssr"))]
fn follow(path: Memo<Option<String>>) -> Fetched {
    let attempt = RwSignal::new(0_u32);
    let arrived = RwSignal::new(None::<(String, u32, Result<Arc<str>, ApiError>)>);
    Effect::new(move |_| {
        let (path, attempt) = (path.get(), attempt.get());
        if let Some(path) = path {
            browser::start::spawn(async move {
                let answer = ask(&path, attempt > 0).await;
                // The page may be gone by now.
                let _ = arrived.try_set(Some((path, attempt, answer)));
            });
        }
    });
    if path.get_untracked().is_some_and(|path| is_old(&path)) {
        browser::start::spawn(async move {
            timer::idle().await;
            let _ = attempt.try_update(|count| *count += 1);
        });
    }
    let answer = Signal::derive(move || {
        let (path, attempt) = (path.get()?, attempt.get());
        // What was asked for another path, or before a retry, is no answer to this one.
        let current = arrived.with(|arrived| match arrived {
            Some((asked, tried, answer)) if *asked == path && *tried == attempt => Some(answer.clone()),
            _ => None,
        });
        current.or_else(|| kept::get(&path).map(|kept| Ok(kept.body)))
    });
    Fetched { answer, retry: Callback::new(move |()| attempt.update(|count| *count += 1)) }
}

/// A kept answer that is young enough serves; an old one still serves where no new one can be had.
#[cfg(not(feature = "ssr"))]
async fn ask(path: &str, is_repeated: bool) -> Result<Arc<str>, ApiError> {
    match kept::get(path) {
        Some(kept) if !is_repeated && !is_old(path) => Ok(kept.body),
        Some(kept) => match super::get(path).await {
            Err(ApiError::Offline | ApiError::Unavailable) => Ok(kept.body),
            answer => answer,
        },
        None => super::get(path).await,
    }
}

#[cfg(not(feature = "ssr"))]
fn is_old(path: &str) -> bool {
    kept::get(path).is_some_and(|kept| rules::freshness::should_revalidate(kept.at, timer::now()))
}
