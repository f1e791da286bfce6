//! What a page shows of something fetched: waiting in the shape of what will come, failed with a way out, or the thing.

use leptos::prelude::*;

use super::empty::Empty;
use crate::{erase::view, i18n, live::Live, paths};

/// Something fetched, as a view sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Load<T> {
    Waiting,
    Ready(T),
    Failed(Trouble),
}

/// What kept something from being shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    Offline,
    NotFound,
    Failed,
    /// The backend speaks another version of the contract.
    Version,
}

impl Trouble {
    /// The title of its face.
    #[must_use]
    pub fn title(self) -> String {
        match self {
            Self::Offline => t!("load-state-offline-title"),
            Self::NotFound => t!("load-state-not-found-title"),
            Self::Failed => t!("load-state-failed-title"),
            Self::Version => t!("load-state-version-title"),
        }
    }

    fn text(self) -> String {
        match self {
            Self::Offline => t!("load-state-offline-text"),
            Self::NotFound => t!("load-state-not-found-text"),
            Self::Failed => t!("load-state-failed-text"),
            Self::Version => t!("load-state-version-text"),
        }
    }

    fn art(self) -> &'static str {
        match self {
            Self::Offline => "art-offline",
            Self::NotFound => "art-lost",
            Self::Failed | Self::Version => "art-failed",
        }
    }
}

/// The shape of what is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Home,
    Article,
    List,
    Results,
}

impl<T> Load<T> {
    /// The same state with what is ready made into something else.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Load<U> {
        match self {
            Self::Waiting => Load::Waiting,
            Self::Ready(value) => Load::Ready(make(value)),
            Self::Failed(trouble) => Load::Failed(trouble),
        }
    }
}

/// Shows one of the three faces. `is_page` where a failure leaves nothing else on the page.
#[component]
pub fn Loaded(face: Live<Load<AnyView>>, shape: Shape, is_page: bool, retry: Callback<()>) -> impl IntoView {
    move || match face() {
        Load::Waiting => view! { <Skeleton shape=shape is_page=is_page/> },
        Load::Failed(trouble) => view! { <TroubleView trouble=trouble is_page=is_page retry=retry/> },
        Load::Ready(view) => view,
    }
}

/// A failure in words, with a way out.
#[component]
pub fn TroubleView(trouble: Trouble, is_page: bool, retry: Callback<()>) -> impl IntoView {
    let locale = i18n::locale();
    let again = (trouble != Trouble::NotFound).then(|| {
        view! { <button class="button" type="button" on:click=move |_| retry.run(())>{t!("load-state-retry")}</button> }
    });
    view! {
        <div class="load-state" role="alert">
            <Empty art=trouble.art() title=trouble.title() text=trouble.text() is_page=is_page>
                {again}
                <a class="button button--quiet" href=paths::home(&locale)>{t!("load-state-home")}</a>
                <a class="button button--quiet" href=paths::articles(&locale)>{t!("site-footer-articles")}</a>
            </Empty>
        </div>
    }
}

#[component]
fn Skeleton(shape: Shape, is_page: bool) -> impl IntoView {
    let words = if is_page {
        view! { <h1 class="visually-hidden" id="page-title" tabindex="-1">{t!("load-state-waiting")}</h1> }
    } else {
        view! { <p class="visually-hidden" role="status">{t!("load-state-waiting")}</p> }
    };
    let (class, heads, entries, lines) = match shape {
        Shape::Home => ("load-state--home", vec![], 4, vec!["title", "", "short"]),
        Shape::Article => ("load-state--article", vec!["heading", "long", "short"], 2, vec!["title", "", "", "long"]),
        Shape::List => ("load-state--list", vec!["heading"], 5, vec!["title", ""]),
        Shape::Results => ("load-state--results", vec![], 4, vec!["short", "title", "", "long"]),
    };
    let entry = move || view! { <div class="load-state__entry">{lines.iter().map(|kind| line(kind)).collect::<Vec<_>>()}</div> };
    view! {
        <div class=format!("load-state load-state--waiting {class}")>
            {words}
            <div class="load-state__shape" aria-hidden="true">
                {heads.into_iter().map(line).collect::<Vec<_>>()}
                {(0..entries).map(|_| entry()).collect::<Vec<_>>()}
            </div>
        </div>
    }
}

fn line(kind: &str) -> impl IntoView + use<> {
    let class = if kind.is_empty() {
        "load-state__line".to_owned()
    } else {
        format!("load-state__line load-state__line--{kind}")
    };
    view! { <span class=class></span> }
}
