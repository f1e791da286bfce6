//! What an article is made of: folded above it on small screens, beside it on large ones.

use crate::erase::view;
use contract::Heading;
use leptos::prelude::*;

use super::icon::Icon;

#[component]
pub fn ArticleContents(headings: Vec<Heading>, language: Option<String>) -> impl IntoView {
    let entries = headings.into_iter().filter(|heading| heading.level == 2).collect::<Vec<_>>();
    (entries.len() > 1).then(|| {
        view! {
            <nav class="article-contents page-layout__aside" aria-label=t!("article-contents-title")>
                <details class="article-contents__fold">
                    <summary class="article-contents__summary">
                        {t!("article-contents-title")} <Icon name="chevron-down"/>
                    </summary>
                    <ContentsList headings=entries.clone() language=language.clone()/>
                </details>
                <div class="article-contents__aside">
                    <h2 class="article-contents__title">{t!("article-contents-title")}</h2>
                    <ContentsList headings=entries language=language/>
                </div>
            </nav>
        }
    })
}

#[component]
fn ContentsList(headings: Vec<Heading>, language: Option<String>) -> impl IntoView {
    view! {
        <ol class="article-contents__list" lang=language>
            {headings
                .into_iter()
                .map(|heading| {
                    view! {
                        <li class="article-contents__item">
                            <a class="article-contents__link" href=format!("#{}", heading.anchor) rel="external">
                                {heading.text}
                            </a>
                        </li>
                    }
                })
                .collect::<Vec<_>>()}
        </ol>
    }
}
