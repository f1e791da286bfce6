//! One file per page: each fetches, lays out, and leads on; the only place, with the app, that knows the router.

pub mod account;
pub mod arrival;
pub mod article;
pub mod articles;
pub mod ask;
pub mod case;
pub mod cases;
pub mod category;
pub mod foreign;
pub mod frame;
pub mod head;
pub mod help_home;
pub mod moment;
pub mod not_found;
pub mod object;
pub mod order;
pub mod order_search;
pub mod orders;
pub mod search;
pub mod sign_in;
pub mod sign_in_help;
pub mod signed_in;
pub mod statement;

use std::marker::PhantomData;

use contract::Meta;
use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};
use serde::de::DeserializeOwned;

use crate::{
    api::{Answer, ApiError, Fetched, fetched, urls},
    browser::dom,
    components::{
        breadcrumbs::{Breadcrumbs, Crumb},
        contact_door::ContactDoor,
        load_state::{Load, Trouble},
        search_box::Variant,
    },
    erase::view,
    flows::search::{Destination, SearchFlow},
    i18n,
    live::{Live, live},
    paths::{self, Part},
};

/// An answer read as what it says each time somebody looks: a memo of each kind of answer would be compiled whole.
struct Loading<T> {
    answer: Signal<Answer>,
    kind: PhantomData<fn() -> T>,
}

impl<T> Clone for Loading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Loading<T> {}

impl<T: DeserializeOwned> Loading<T> {
    /// What there is of it, with the wordless errors of the network as the troubles of a person.
    fn get(&self) -> Load<T> {
        match self.answer.get() {
            None => Load::Waiting,
            Some(Ok(text)) => serde_json::from_str(&text).map_or(Load::Failed(Trouble::Failed), Load::Ready),
            Some(Err(error)) => Load::Failed(trouble(&error)),
        }
    }
}

/// What a view is given. Asking again gives the same words most of the time: then nothing on the page is touched.
fn load<T: DeserializeOwned>(fetched: Fetched) -> Loading<T> {
    Loading { answer: fetched.answer, kind: PhantomData }
}

/// Tries a whole page again: focus is on a button that goes, and belongs on the title that comes.
fn retry_page(fetched: Fetched) -> Callback<()> {
    Callback::new(move |()| {
        arrival::begin();
        fetched.retry.run(());
    })
}

/// Tries a part of a page again; the title is there already.
fn retry_part(retry: impl Fn() + Send + Sync + 'static) -> Callback<()> {
    Callback::new(move |()| {
        retry();
        arrival::settle();
    })
}

/// What [`Loaded`](crate::components::load_state::Loaded) shows of it.
fn face<T, V: IntoAny>(load: Loading<T>, view: impl Fn(T) -> V + Send + Sync + 'static) -> Live<Load<AnyView>>
where
    T: DeserializeOwned + 'static,
{
    live(move || load.get().map(|value| view(value).into_any()))
}

fn trouble(error: &ApiError) -> Trouble {
    match error {
        ApiError::Offline => Trouble::Offline,
        ApiError::NotFound => Trouble::NotFound,
        ApiError::SignedOut | ApiError::Refused(_) | ApiError::Unavailable | ApiError::Malformed => Trouble::Failed,
    }
}

/// The way to sign-in and back to `next`; nothing typed is lost on it.
fn sign_in_door(text: String, next: &str) -> AnyView {
    view! {
        <ContactDoor
            title=t!("sign-in-door-title")
            text=text
            button=t!("site-header-sign-in")
            href=paths::sign_in_to(&i18n::locale(), next)
        />
    }
}

/// A parameter of the address's query; empty where it has none.
fn query(name: &'static str) -> Memo<String> {
    let search = use_location().search;
    Memo::new(move |_| paths::query_value(&search.get(), name))
}

/// Called by the app, before any page: which of the two WebAssembly files this is.
pub fn provide_part(part: Part) {
    provide_context(part);
}

/// Goes to a path of the app; `replace` leaves no step for Back. A page of the other part is another document.
fn go(replace: bool) -> impl Fn(&str) + Clone + Send + Sync {
    let navigate = use_navigate();
    let part = use_context::<Part>();
    move |path: &str| {
        let address = path.split(['?', '#']).next().unwrap_or_default();
        if part.is_some_and(|part| paths::place(address, &i18n::locale()).part() != part) {
            dom::load_document(path, replace);
        } else {
            navigate(path, NavigateOptions { replace, resolve: false, ..NavigateOptions::default() });
        }
    }
}

/// Goes where a search leads.
fn lead() -> Callback<Destination> {
    let go = go(false);
    Callback::new(move |destination| {
        let locale = i18n::locale();
        go(&match destination {
            Destination::Results(text) => paths::search(&locale, &text),
            Destination::Article(slug) => paths::article(&locale, &slug),
        });
    })
}

/// What the backend says of itself, for all pages of a document; `None` while that is not known.
#[derive(Clone, Copy)]
struct MetaContext(Memo<Option<Meta>>, Memo<bool>);

/// All that can be read of a backend of any version.
#[derive(serde::Deserialize)]
struct Spoken {
    #[serde(default)]
    contract_version: String,
}

/// Asks the backend once what it offers. Called by the app, before any page.
pub fn provide_meta() {
    let asked = fetched(|| Some(urls::meta()));
    let meta =
        Memo::new(move |_| asked.answer.get().and_then(Result::ok).and_then(|text| serde_json::from_str(&text).ok()));
    let is_foreign = Memo::new(move |_| {
        let text = asked.answer.get().and_then(Result::ok);
        let spoken = text.and_then(|text| serde_json::from_str::<Spoken>(&text).ok());
        spoken.is_some_and(|spoken| !rules::version::is_spoken(contract::CONTRACT_VERSION, &spoken.contract_version))
    });
    provide_context(MetaContext(meta, is_foreign));
}

/// Whether the backend is known to speak another version of the contract. What is kept can be read all the same.
pub fn is_foreign() -> bool {
    use_context::<MetaContext>().is_some_and(|context| context.1.get())
}

fn meta() -> Memo<Option<Meta>> {
    use_context::<MetaContext>().map_or_else(|| Memo::new(|_| None), |context| context.0)
}

/// The languages that a page of our own words exists in: all that the backend has.
fn locales() -> impl Fn() -> Vec<String> + Clone + Send + Sync {
    let meta = meta();
    move || match meta.get() {
        Some(meta) => meta.locales.into_iter().map(|locale| locale.tag).collect(),
        None => vec![i18n::locale()],
    }
}

/// The first step of every way back.
fn home_crumb() -> Crumb {
    (t!("site-header-help"), paths::home(&i18n::locale()))
}

/// The way back alone, at the top of pages that are not for searching.
fn breadcrumb_top(crumbs: Vec<Crumb>) -> AnyView {
    let crumbs = [home_crumb()].into_iter().chain(crumbs).collect();
    view! { <div class="page-layout__top"><Breadcrumbs crumbs=crumbs/></div> }
}

/// The way back and the search, at the top of every page but the first.
#[component]
fn Top(crumbs: Vec<Crumb>) -> impl IntoView {
    view! {
        <div class="page-layout__top">
            <Breadcrumbs crumbs=crumbs/>
            <SearchFlow variant=Variant::Compact text=live(String::new) go=lead()/>
        </div>
    }
}

/// The door to "Ask a question", at the foot of pages that people search on.
#[component]
fn AskDoor() -> impl IntoView {
    view! {
        <ContactDoor
            title=t!("help-home-door-title")
            text=t!("help-home-door-text")
            button=t!("ask-title")
            href=paths::ask(&i18n::locale(), None)
        />
    }
}
