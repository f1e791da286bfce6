//! A person's cases: which of them, and which page of the list, stands in the address.

use contract::{Case, List};
use leptos::prelude::*;

use super::{
    breadcrumb_top, face,
    for_person::ForPerson,
    head::{PageHead, set_head},
    load, query, retry_part,
};
use crate::{
    api::{fetched_anew, urls},
    browser::timer,
    components::{
        case_filter::{CaseFilter, CaseTurn},
        case_list::CaseList,
        empty::Empty,
        load_state::{Loaded, Shape},
        page_heading::PageHeading,
    },
    erase::view,
    i18n,
    live::live,
    paths,
};

#[component]
pub fn CasesPage() -> impl IntoView {
    let show = Callback::new(|_| view! { <Cases/> });
    view! { <ForPerson title=t!("cases-title") text=t!("cases-sign-in") show=show/> }
}

#[component]
fn Cases() -> impl IntoView {
    set_head(|| Some(PageHead { title: t!("cases-title"), ..PageHead::default() }));
    let (asked, cursor) = (query("turn"), query("cursor"));
    let turn = Memo::new(move |_| CaseTurn::of(&asked.get()));
    let found = fetched_anew(move || Some(urls::cases(turn.get().word().unwrap_or_default(), &cursor.get())));
    let face = face(load::<List<Case>>(found), move |list| shown(list, turn.get()));
    view! {
        {breadcrumb_top(Vec::new())}
        <PageHeading title=t!("cases-title") lead=t!("cases-lead")/>
        <CaseFilter current=live(move || turn.get())/>
        <Loaded face=face shape=Shape::Results is_page=false retry=retry_part(move || found.retry.run(()))/>
    }
}

fn shown(list: List<Case>, turn: CaseTurn) -> AnyView {
    if list.items.is_empty() {
        return nothing(turn);
    }
    let (next, prev) = (list.next_cursor, list.prev_cursor);
    view! {
        <CaseList cases=list.items now=timer::now()/>
        <nav class="case-list__pages" aria-label=t!("cases-pages")>
            {prev.map(|cursor| leaf(turn, &cursor, t!("cases-prev")))}
            {next.map(|cursor| leaf(turn, &cursor, t!("cases-next")))}
        </nav>
    }
}

/// The way to another page of the list.
fn leaf(turn: CaseTurn, cursor: &str, words: String) -> AnyView {
    let turn = turn.word().map(|word| format!("turn={word}&")).unwrap_or_default();
    let href = format!("{}?{turn}cursor={}", paths::cases(&i18n::locale()), paths::encode(cursor));
    view! { <a class="button button--quiet" href=href>{words}</a> }
}

fn nothing(turn: CaseTurn) -> AnyView {
    let locale = i18n::locale();
    let (title, text) = match turn {
        CaseTurn::All => (t!("cases-empty-title"), t!("cases-empty-text")),
        _ => (t!("cases-empty-here-title"), t!("cases-empty-here-text")),
    };
    view! {
        <Empty art="art-empty" title=title text=text is_page=false>
            <a class="button" href=paths::ask(&locale, None)>{t!("ask-title")}</a>
            <a class="button button--quiet" href=paths::home(&locale)>{t!("load-state-home")}</a>
        </Empty>
    }
}
