//! An answer as a signal: there at once where it is kept, asked for where it is not.
//! Leptos' own `Resource` would hand data over by inline scripts, which the strict CSP refuses;
//! this hands it over by the data block that [`super::kept`] was filled from, synchronously on both sides.

use leptos::prelude::*;
#[cfg(not(feature = "ssr"))]
use leptos::reactive::computed::ArcAsyncDerived;
use serde::de::DeserializeOwned;

use super::{ApiError, kept};
#[cfg(not(feature = "ssr"))]
use crate::browser::{self, timer};

/// What `path` answers, and a way to ask again.
pub struct Fetched<T: Clone + Send + Sync + 'static> {
    /// `None` while waiting.
    pub answer: Signal<Option<Result<T, ApiError>>>,
    /// Asks again, after a failure.
    pub retry: Callback<()>,
}

impl<T: Clone + Send + Sync + 'static> Clone for Fetched<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync + 'static> Copy for Fetched<T> {}

/// Fetches what the contract holds at `path`, and again whenever `path` changes. `None` asks for nothing.
#[cfg(feature = "ssr")]
pub fn fetched<T>(path: impl Fn() -> Option<String> + Send + Sync + 'static) -> Fetched<T>
where
    T: Clone + DeserializeOwned + Send + Sync + 'static,
{
    let answer = path().and_then(|path| kept::get::<T>(&path)).map(Ok::<T, ApiError>);
    Fetched { answer: Signal::stored(answer), retry: Callback::new(|()| ()) }
}

/// Fetches what the contract holds at `path`, and again whenever `path` changes. `None` asks for nothing.
#[cfg(not(feature = "ssr"))]
pub fn fetched<T>(path: impl Fn() -> Option<String> + Send + Sync + 'static) -> Fetched<T>
where
    T: Clone + DeserializeOwned + Send + Sync + 'static,
{
    let path = Memo::new(move |_| path());
    let attempt = RwSignal::new(0_u32);
    let first = path.get_untracked().and_then(|path| Some((path.clone(), 0, Ok(kept::get::<T>(&path)?))));
    let is_first_old = first.as_ref().is_some_and(|(path, _, _)| is_old(path));
    let asked = ArcAsyncDerived::new_unsync_with_initial(first.map(Some), move || {
        let (path, attempt) = (path.get(), attempt.get());
        async move {
            let path = path?;
            let answer = ask::<T>(&path, attempt > 0).await;
            Some((path, attempt, answer))
        }
    });
    if is_first_old {
        browser::start::spawn(async move {
            timer::idle().await;
            attempt.try_update(|count| *count += 1);
        });
    }
    let answer = Signal::derive(move || {
        let path = path.get()?;
        // What was asked for another path, or before a retry, is no answer to this one.
        let is_current = |asked: &(String, u32, _)| asked.0 == path && asked.1 == attempt.get();
        let current = asked.get().flatten().filter(is_current).map(|(_, _, answer)| answer);
        current.or_else(|| kept::get::<T>(&path).map(Ok))
    });
    Fetched { answer, retry: Callback::new(move |()| attempt.update(|count| *count += 1)) }
}

/// A kept answer that is young enough serves; an old one still serves where no new one can be had.
#[cfg(not(feature = "ssr"))]
async fn ask<T: DeserializeOwned>(path: &str, is_repeated: bool) -> Result<T, ApiError> {
    let kept = kept::get::<T>(path);
    match kept {
        Some(kept) if !is_repeated && !is_old(path) => Ok(kept),
        Some(kept) => match super::get(path).await {
            Err(ApiError::Offline | ApiError::Unavailable) => Ok(kept),
            answer => answer,
        },
        None => super::get(path).await,
    }
}

#[cfg(not(feature = "ssr"))]
fn is_old(path: &str) -> bool {
    kept::raw(path).is_some_and(|kept| rules::freshness::should_revalidate(kept.at, timer::now()))
}
