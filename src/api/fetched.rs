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
    follow(Memo::new(move |_| path()), false)
}

/// As [`fetched`]; what is kept serves at once, and is always asked for again: what others may have changed meanwhile.
#[cfg(not(feature = "ssr"))]
pub fn fetched_anew(path: impl Fn() -> Option<String> + Send + Sync + 'static) -> Fetched {
    follow(Memo::new(move |_| path()), true)
}

/// As [`fetched`]; nobody's own things are prerendered.
#[cfg(feature = "ssr")]
pub fn fetched_anew(_: impl Fn() -> Option<String> + Send + Sync + 'static) -> Fetched {
    Fetched { answer: Signal::stored(None), retry: Callback::new(|()| ()) }
}

#[cfg(not(feature = "ssr"))]
fn follow(path: Memo<Option<String>>, is_always_old: bool) -> Fetched {
    // The path that is asked again although its answer is kept, and how often.
    let again = RwSignal::new((String::new(), 0_u32));
    let arrived = RwSignal::new(None::<(String, u32, Result<Arc<str>, ApiError>)>);
    let attempt = move |path: &str| again.with(|(asked, count)| if asked == path { *count } else { 0 });
    let ask_again = move |path: String| {
        let _ = again.try_update(|again| *again = (path, again.1 + 1));
    };
    Effect::new(move |_| {
        let Some(path) = path.get() else { return };
        let attempt = attempt(&path);
        match kept::get(&path) {
            Some(_) if attempt == 0 && is_always_old => ask_again(path),
            Some(_) if attempt == 0 => revalidate_once_idle(path, ask_again),
            _ => browser::start::spawn(async move {
                let answer = ask(&path).await;
                // The page may be gone by now.
                let _ = arrived.try_set(Some((path, attempt, answer)));
            }),
        }
    });
    let answer = Memo::new(move |_| {
        let path = path.get()?;
        let attempt = attempt(&path);
        // What was asked for another path, or before a retry, is no answer to this one.
        let current = arrived.with(|arrived| match arrived {
            Some((asked, tried, answer)) if *asked == path && *tried == attempt => Some(answer.clone()),
            _ => None,
        });
        current.or_else(|| kept::get(&path).map(|kept| Ok(kept.body)))
    });
    let retry = Callback::new(move |()| path.get_untracked().into_iter().for_each(ask_again));
    Fetched { answer: answer.into(), retry }
}

/// A kept answer serves at once; where it is old it is asked for again when the browser has nothing better to do.
#[cfg(not(feature = "ssr"))]
fn revalidate_once_idle(path: String, ask_again: impl FnOnce(String) + 'static) {
    let is_old = kept::get(&path).is_some_and(|kept| rules::freshness::should_revalidate(kept.at, timer::now()));
    if is_old {
        browser::start::spawn(async move {
            timer::idle().await;
            ask_again(path);
        });
    }
}

/// An old answer still serves where no new one can be had.
#[cfg(not(feature = "ssr"))]
async fn ask(path: &str) -> Result<Arc<str>, ApiError> {
    match (super::get(path).await, kept::get(path)) {
        (Err(ApiError::Offline | ApiError::Unavailable), Some(kept)) => Ok(kept.body),
        (answer, _) => answer,
    }
}
