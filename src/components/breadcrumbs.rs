//! The way from the help home to this page.

use crate::erase::view;
use leptos::prelude::*;

/// One step: its words and its address.
pub type Crumb = (String, String);

#[component]
pub fn Breadcrumbs(crumbs: Vec<Crumb>) -> impl IntoView {
    view! {
        <nav class="breadcrumbs" aria-label=t!("breadcrumbs-label")>
            <ol class="breadcrumbs__list">
                {crumbs
                    .into_iter()
                    .map(|(words, href)| {
                        view! {
                            <li class="breadcrumbs__item">
                                <a class="breadcrumbs__link" href=href>{words}</a>
                            </li>
                        }
                    })
                    .collect::<Vec<_>>()}
            </ol>
        </nav>
    }
}
