//! The results of a search, at an address of their own.

use contract::SearchResults;
use leptos::prelude::*;
use rules::query::{self as rule, QueryRefused};

use super::{
    AskDoor, face,
    head::{PageHead, set_head},
    home_crumb, lead, load, query, retry_part,
};
use crate::{
    api::{fetched, urls},
    components::{
        breadcrumbs::Breadcrumbs,
        empty::Empty,
        load_state::{Loaded, Shape},
        search_box::Variant,
        search_results::SearchResultsList,
    },
    erase::view,
    flows::search::SearchFlow,
    i18n,
    live::live,
    paths,
};

#[component]
pub fn SearchPage() -> impl IntoView {
    let asked = query("q");
    set_head(move || {
        let asked = asked.get();
        let title = if asked.is_empty() { t!("search-title") } else { t!("search-title-for", query = asked) };
        Some(PageHead { title, ..PageHead::default() })
    });
    view! {
        <div class="page-layout__top"><Breadcrumbs crumbs=vec![home_crumb()]/></div>
        <header class="page-heading">
            <h1 class="page-heading__title" id="page-title" tabindex="-1">{t!("search-title")}</h1>
            <SearchFlow variant=Variant::Results text=live(move || asked.get()) go=lead()/>
        </header>
        <Results asked=asked/>
        <div class="page-layout__door">
            <AskDoor/>
        </div>
    }
}

#[component]
fn Results(asked: Memo<String>) -> impl IntoView {
    let found =
        fetched(move || asked.with(|text| rule::check(text).ok().map(|text| urls::search(&i18n::locale(), text))));
    let loaded = load::<SearchResults>(found);
    move || match rule::check(&asked.get()) {
        Ok(text) => {
            let text = text.to_owned();
            let face = face(loaded, move |found| results_view(&text, found));
            view! { <Loaded face=face shape=Shape::Results is_page=false retry=retry_part(move || found.retry.run(()))/> }
        }
        Err(QueryRefused::Empty) => ().into_any(),
        Err(QueryRefused::TooLong) => {
            let words = t!("search-box-too-long", count = contract::QUERY_MAX_CHARS);
            view! { <p class="search-results__count" role="status">{words}</p> }
        }
    }
}

fn results_view(text: &str, found: SearchResults) -> AnyView {
    if found.items.is_empty() {
        return view! { <NothingFound text=text.to_owned()/> };
    }
    let count = t!("search-count", count = found.items.len(), query = text.to_owned());
    view! {
        <p class="search-results__count" role="status">{count}</p>
        <SearchResultsList hits=found.items/>
    }
}

#[component]
fn NothingFound(text: String) -> impl IntoView {
    view! {
        <div class="load-state" role="status">
            <Empty art="art-empty" title=t!("search-nothing-title", query = text) text=t!("search-nothing-text") is_page=false>
                <a class="button button--quiet" href=paths::articles(&i18n::locale())>{t!("site-footer-articles")}</a>
            </Empty>
        </div>
    }
}
