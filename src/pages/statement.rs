//! What we say about ourselves: accessibility, privacy, browsers. Our own words, so no backend is asked.

use leptos::prelude::*;

use super::{head::set_head_of_own_words, home_crumb};
use crate::{
    components::{
        breadcrumbs::Breadcrumbs,
        element::{element, plain},
        page_heading::PageHeading,
    },
    erase::view,
    i18n, paths,
};

/// A piece of a statement, named by its message.
enum Part {
    Title(&'static str),
    Text(&'static str),
    Points(&'static [&'static str]),
    AskLink,
}

const ACCESSIBILITY: &[Part] = &[
    Part::Text("accessibility-goal"),
    Part::Title("accessibility-checked-title"),
    Part::Points(&["accessibility-checked-tool", "accessibility-checked-keyboard", "accessibility-checked-colours"]),
    Part::Title("accessibility-gaps-title"),
    Part::Text("accessibility-gaps"),
    Part::AskLink,
];

const PRIVACY: &[Part] = &[
    Part::Title("privacy-read-title"),
    Part::Text("privacy-read"),
    Part::Title("privacy-kept-title"),
    Part::Points(&["privacy-kept-search", "privacy-kept-feedback", "privacy-kept-place"]),
    Part::Title("privacy-asking-title"),
    Part::Points(&[
        "privacy-asking-answer",
        "privacy-asking-recent",
        "privacy-asking-drafts",
        "privacy-asking-session",
        "privacy-asking-support",
    ]),
    Part::Title("privacy-others-title"),
    Part::Text("privacy-others"),
];

const BROWSERS: &[Part] = &[
    Part::Title("browsers-all-title"),
    Part::Text("browsers-all"),
    Part::Title("browsers-reading-title"),
    Part::Text("browsers-reading"),
    Part::Title("browsers-help-title"),
    Part::Text("browsers-help"),
];

#[component]
pub fn AccessibilityPage() -> impl IntoView {
    statement(t!("accessibility-title"), t!("accessibility-lead"), paths::accessibility, ACCESSIBILITY)
}

#[component]
pub fn PrivacyPage() -> impl IntoView {
    statement(t!("privacy-title"), t!("privacy-lead"), paths::privacy, PRIVACY)
}

#[component]
pub fn BrowsersPage() -> impl IntoView {
    statement(t!("browsers-title"), t!("browsers-lead"), paths::browsers, BROWSERS)
}

fn statement(title: String, lead: String, path: fn(&str) -> String, parts: &[Part]) -> AnyView {
    set_head_of_own_words(title.clone(), lead.clone(), path);
    view! {
        <div class="page-layout__top"><Breadcrumbs crumbs=vec![home_crumb()]/></div>
        <PageHeading title=title lead=lead/>
        <div class="article-body">{parts.iter().map(part).collect::<Vec<_>>()}</div>
    }
}

fn part(part: &Part) -> AnyView {
    match part {
        Part::Title(id) => plain("h2", words(id)),
        Part::Text(id) => plain("p", words(id)),
        Part::Points(ids) => plain("ul", ids.iter().map(|id| plain("li", words(id))).collect()),
        Part::AskLink => {
            let link = element(
                "a",
                vec![("class", "button".to_owned()), ("href", paths::ask(&i18n::locale(), None))],
                words("ask-title"),
            );
            plain("p", vec![link])
        }
    }
}

fn words(id: &str) -> Vec<AnyView> {
    vec![t!(id).into_any()]
}
