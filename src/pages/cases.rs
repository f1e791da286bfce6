//! A person's cases: which of them, and which page of the list, stands in the address.

use contract::{Case, List};
use leptos::prelude::*;

use super::{
    breadcrumb_top, face,
    head::{PageHead, set_head},
    load, query, retry_part,
    signed_in::SignedIn,
};
use crate::{
    api::{fetched_anew, urls},
    browser::server_time,
    components::{
        case_filter::{CaseFilter, CaseTurn},
        case_list::CaseList,
        empty::Empty,
        load_state::{Loaded, Shape},
        page_heading::PageHeading,
        pager::Pager,
    },
    erase::view,
    i18n,
    live::live,
    paths,
};

#[component]
pub fn CasesPage() -> impl IntoView {
    view! {
        {breadcrumb_top(Vec::new())}
        <SignedIn title=t!("cases-sign-in") shape=Shape::Results name=t!("cases-title")><Cases/></SignedIn>
    }
}

#[component]
fn Cases() -> impl IntoView {
    set_head(|| Some(PageHead { title: t!("cases-title"), ..PageHead::default() }));
    let (asked, cursor) = (query("turn"), query("cursor"));
    let turn = Memo::new(move |_| CaseTurn::of(&asked.get()));
    let found = fetched_anew(move || Some(urls::cases(turn.get().word().unwrap_or_default(), &cursor.get())));
    let face = face(load::<List<Case>>(found), move |list| shown(list, turn.get()));
    view! {
        <PageHeading title=t!("cases-title") lead=t!("cases-lead")/>
        <CaseFilter current=live(move || turn.get())/>
        <Loaded face=face shape=Shape::Results is_page=false retry=retry_part(move || found.retry.run(()))/>
    }
}

fn shown(list: List<Case>, turn: CaseTurn) -> AnyView {
    if list.items.is_empty() {
        return nothing(turn);
    }
    let newer = list.prev_cursor.map(|cursor| leaf(turn, &cursor));
    let older = list.next_cursor.map(|cursor| leaf(turn, &cursor));
    view! {
        <CaseList cases=list.items now=server_time::now()/>
        <Pager newer=newer older=older/>
    }
}

/// The address of another page of the list.
fn leaf(turn: CaseTurn, cursor: &str) -> String {
    let turn = turn.word().map(|word| format!("turn={word}&")).unwrap_or_default();
    format!("{}?{turn}cursor={}", paths::cases(&i18n::locale()), paths::encode(cursor))
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
