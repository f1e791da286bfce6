//! One file per page: each fetches, lays out, and leads on; the only place, with the app, that knows the router.

pub mod arrival;
pub mod article;
pub mod articles;
pub mod ask;
pub mod category;
pub mod frame;
pub mod head;
pub mod help_home;
pub mod not_found;
pub mod search;
pub mod statement;
pub mod waiting_room;

use contract::Meta;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};

use crate::{
    api::{ApiError, Fetched, fetched, urls},
    components::{
        breadcrumbs::{Breadcrumbs, Crumb},
        load_state::{Load, Trouble},
        search_box::Variant,
    },
    flows::search::{Destination, SearchFlow},
    i18n, paths,
};

/// What a view is given: the wordless errors of the network become the troubles that a person can have.
fn load<T: Clone + Send + Sync + 'static>(fetched: Fetched<T>) -> Signal<Load<T>> {
    Signal::derive(move || match fetched.answer.get() {
        None => Load::Waiting,
        Some(Ok(value)) => Load::Ready(value),
        Some(Err(error)) => Load::Failed(trouble(&error)),
    })
}

fn trouble(error: &ApiError) -> Trouble {
    match error {
        ApiError::Offline => Trouble::Offline,
        ApiError::NotFound => Trouble::NotFound,
        ApiError::SignedOut | ApiError::Refused(_) | ApiError::Unavailable | ApiError::Malformed => Trouble::Failed,
    }
}

/// A parameter of the path; empty where the route has none.
fn param(name: &'static str) -> Memo<String> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|params| params.get(name).unwrap_or_default()))
}

/// A parameter of the query; empty where the address has none.
fn query(name: &'static str) -> Memo<String> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get(name).unwrap_or_default()))
}

/// Goes where a search leads.
fn lead() -> Callback<Destination> {
    let navigate = use_navigate();
    Callback::new(move |destination| {
        let locale = i18n::locale();
        let path = match destination {
            Destination::Results(text) => paths::search(&locale, &text),
            Destination::Article(slug) => paths::article(&locale, &slug),
        };
        navigate(&path, Default::default());
    })
}

/// What the backend says of itself, for all pages of a document.
#[derive(Clone, Copy)]
struct MetaContext(Signal<Option<Meta>>);

/// Asks the backend once what it offers. Called by the app, before any page.
pub fn provide_meta() {
    let meta = fetched::<Meta>(|| Some(urls::meta()));
    provide_context(MetaContext(Signal::derive(move || meta.answer.get().and_then(Result::ok))));
}

fn meta() -> Signal<Option<Meta>> {
    use_context::<MetaContext>().map_or_else(|| Signal::stored(None), |context| context.0)
}

/// The languages that a page of our own words exists in: all that the backend has.
fn locales() -> Signal<Vec<String>> {
    let meta = meta();
    Signal::derive(move || match meta.get() {
        Some(meta) => meta.locales.into_iter().map(|locale| locale.tag).collect(),
        None => vec![i18n::locale()],
    })
}

/// The first step of every way back.
fn home_crumb() -> Crumb {
    (t!("site-header-help"), paths::home(&i18n::locale()))
}

/// The way back and the search, at the top of every page but the first.
#[component]
fn Top(crumbs: Vec<Crumb>) -> impl IntoView {
    view! {
        <div class="page-layout__top">
            <Breadcrumbs crumbs=crumbs/>
            <SearchFlow variant=Variant::Compact text=Signal::stored(String::new()) go=lead()/>
        </div>
    }
}
