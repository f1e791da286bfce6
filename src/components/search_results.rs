//! What a search found: articles with the words that fit and the heading they stand under.

use contract::{SearchHit, SnippetPart};
use leptos::prelude::*;

use super::{article_list::foreign, element::plain, icon::Icon};
use crate::{erase::view, i18n, paths};

#[component]
pub fn SearchResultsList(hits: Vec<SearchHit>) -> impl IntoView {
    view! {
        <ol class="search-results">{hits.into_iter().map(|hit| view! { <Hit hit=hit/> }).collect::<Vec<_>>()}</ol>
    }
}

#[component]
fn Hit(hit: SearchHit) -> impl IntoView {
    let href = paths::article(&i18n::locale(), &hit.article.slug);
    let section = hit.heading.map(|heading| {
        view! {
            <p class="search-results__heading">
                <a class="search-results__section" href=format!("{href}#{}", heading.anchor)>
                    <Icon name="arrow-forward" class="icon--forward"/>
                    {heading.text}
                </a>
            </p>
        }
    });
    view! {
        <li class="search-results__item" lang=foreign(&hit.article.locale)>
            <h2 class="search-results__title"><a class="search-results__link" href=href>{hit.article.title}</a></h2>
            <p class="search-results__snippet">{hit.snippet.into_iter().map(part).collect::<Vec<_>>()}</p>
            {section}
        </li>
    }
}

fn part(part: SnippetPart) -> AnyView {
    if part.mark { plain("mark", vec![part.text.into_any()]) } else { part.text.into_any() }
}
