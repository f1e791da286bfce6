//! The title of a page, with a line that says what it is for. Focus comes here when a page is arrived at.

use crate::erase::view;
use leptos::prelude::*;

/// `id` is the one that every page's title has; `language` is set where it is not the page's.
#[component]
pub fn PageHeading(
    title: String,
    #[prop(optional, into)] lead: Option<String>,
    #[prop(optional)] language: Option<Option<String>>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let language = language.flatten();
    let lang = language.clone();
    view! {
        <header class="page-heading">
            <h1 class="page-heading__title" id="page-title" tabindex="-1" lang=language>{title}</h1>
            {lead.filter(|lead| !lead.is_empty()).map(|lead| view! { <p class="page-heading__lead" lang=lang>{lead}</p> })}
            {children.map(|children| children())}
        </header>
    }
}
