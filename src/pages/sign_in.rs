//! Signing in, and back to exactly where one was.

use leptos::prelude::*;

use super::{
    breadcrumb_top, go,
    head::{PageHead, set_head},
    meta, query,
};
use crate::{
    api,
    browser::dom,
    components::{page_heading::PageHeading, sign_in_form::SignInRedirect},
    erase::view,
    flows::sign_in::SignInFlow,
    i18n, paths,
    session::{self, Who},
};

#[component]
pub fn SignInPage() -> impl IntoView {
    set_head(|| Some(PageHead { title: t!("sign-in-title"), ..PageHead::default() }));
    let (asked, who) = (query("next"), session::who());
    let lead_on = lead_on(asked);
    // Whoever is signed in already has nothing to do here.
    Effect::new(move |_| {
        if matches!(who.get(), Who::Person(_)) {
            lead_on.run(());
        }
    });
    view! {
        {breadcrumb_top(Vec::new())}
        <PageHeading title=t!("sign-in-title") lead=t!("sign-in-lead")/>
        <Way asked=asked on_done=lead_on/>
    }
}

/// By password, or on the page that the backend names.
#[component]
fn Way(asked: Memo<String>, on_done: Callback<()>) -> impl IntoView {
    let (meta, failed) = (meta(), query("failed"));
    let elsewhere = Memo::new(move |_| {
        let way = meta.get().and_then(|meta| meta.sign_in)?;
        way.url.filter(|_| way.kind == "redirect")
    });
    move || match elsewhere.get() {
        Some(url) => {
            let href = format!("{}?next={}", api::on_origin(url), paths::encode(&back(&asked.get())));
            view! { <SignInRedirect href=href failed=failed.get()/> }
        }
        None => view! { <SignInFlow on_done=on_done/> },
    }
}

/// Where the person came from, if that is a page of this site; else their orders.
fn back(asked: &str) -> String {
    rules::next::safe(asked).map_or_else(|| paths::orders(&i18n::locale()), str::to_owned)
}

/// Loads the page anew: it asks who is there by itself, and nothing of the time before is left in it. A session that
/// lasts as long as the document goes on in it.
fn lead_on(asked: Memo<String>) -> Callback<()> {
    let go = go(true);
    // Once gone, the address asks for nothing any more.
    let has_gone = StoredValue::new(false);
    Callback::new(move |()| {
        let back = back(&asked.get_untracked());
        if !api::is_bearer_used() {
            dom::replace_document(&back);
        } else if !has_gone.get_value() {
            has_gone.set_value(true);
            go(&back);
        }
    })
}
