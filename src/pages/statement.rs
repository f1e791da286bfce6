//! What we say about ourselves: accessibility, privacy, browsers. Our own words, so no backend is asked.

use leptos::prelude::*;

use super::{
    head::{PageHead, set_head},
    home_crumb, locales,
};
use crate::{
    components::{breadcrumbs::Breadcrumbs, page_heading::PageHeading},
    i18n, paths,
};

#[component]
pub fn AccessibilityPage() -> impl IntoView {
    view! {
        <Statement title=t!("accessibility-title") lead=t!("accessibility-lead") path=paths::accessibility>
            <p>{t!("accessibility-goal")}</p>
            <h2>{t!("accessibility-checked-title")}</h2>
            <ul>
                <li>{t!("accessibility-checked-tool")}</li>
                <li>{t!("accessibility-checked-keyboard")}</li>
                <li>{t!("accessibility-checked-colours")}</li>
            </ul>
            <h2>{t!("accessibility-gaps-title")}</h2>
            <p>{t!("accessibility-gaps")}</p>
            <p><a href=paths::ask(&i18n::locale(), None)>{t!("ask-title")}</a></p>
        </Statement>
    }
}

#[component]
pub fn PrivacyPage() -> impl IntoView {
    view! {
        <Statement title=t!("privacy-title") lead=t!("privacy-lead") path=paths::privacy>
            <h2>{t!("privacy-read-title")}</h2>
            <p>{t!("privacy-read")}</p>
            <h2>{t!("privacy-kept-title")}</h2>
            <ul>
                <li>{t!("privacy-kept-search")}</li>
                <li>{t!("privacy-kept-feedback")}</li>
                <li>{t!("privacy-kept-place")}</li>
            </ul>
            <h2>{t!("privacy-others-title")}</h2>
            <p>{t!("privacy-others")}</p>
        </Statement>
    }
}

#[component]
pub fn BrowsersPage() -> impl IntoView {
    view! {
        <Statement title=t!("browsers-title") lead=t!("browsers-lead") path=paths::browsers>
            <h2>{t!("browsers-all-title")}</h2>
            <p>{t!("browsers-all")}</p>
            <h2>{t!("browsers-reading-title")}</h2>
            <p>{t!("browsers-reading")}</p>
            <h2>{t!("browsers-help-title")}</h2>
            <p>{t!("browsers-help")}</p>
        </Statement>
    }
}

#[component]
fn Statement(title: String, lead: String, path: fn(&str) -> String, children: Children) -> impl IntoView {
    let locales = locales();
    let (head_title, description) = (title.clone(), lead.clone());
    set_head(move || {
        Some(PageHead {
            title: head_title.clone(),
            description: description.clone(),
            canonical: Some(path(&i18n::locale())),
            locales: locales.get(),
            structured: Vec::new(),
        })
    });
    view! {
        <div class="page-layout__top"><Breadcrumbs crumbs=vec![home_crumb()]/></div>
        <PageHeading title=title lead=lead/>
        <div class="article-body">{children()}</div>
    }
}
