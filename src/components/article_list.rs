//! Articles to choose from.

use contract::ArticleSummary;
use leptos::prelude::*;

use crate::{erase::view, i18n, paths};

/// How an article's title ranks below the heading above the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Straight below the page's title.
    Second,
    /// Below a section's heading.
    Third,
}

/// `has_summaries` adds to each title what one will be able to do.
#[component]
pub fn ArticleList(articles: Vec<ArticleSummary>, rank: Rank, has_summaries: bool) -> impl IntoView {
    view! {
        <ul class="article-list">
            {articles
                .into_iter()
                .map(|article| view! { <ArticleEntry article=article rank=rank has_summary=has_summaries/> })
                .collect::<Vec<_>>()}
        </ul>
    }
}

/// The same without summaries, in order.
#[component]
pub fn NumberedArticles(articles: Vec<ArticleSummary>) -> impl IntoView {
    view! {
        <ol class="article-list article-list--numbered">
            {articles
                .into_iter()
                .map(|article| view! { <ArticleEntry article=article rank=Rank::Third has_summary=false/> })
                .collect::<Vec<_>>()}
        </ol>
    }
}

#[component]
fn ArticleEntry(article: ArticleSummary, rank: Rank, has_summary: bool) -> impl IntoView {
    let language = foreign(&article.locale);
    let link = view! {
        <a class="article-list__link" href=paths::article(&i18n::locale(), &article.slug) lang=language.clone()>
            {article.title}
        </a>
    };
    let heading = match rank {
        Rank::Second => view! { <h2 class="article-list__title">{link}</h2> },
        Rank::Third => view! { <h3 class="article-list__title">{link}</h3> },
    };
    view! {
        <li class="article-list__item">
            {heading}
            {has_summary.then(|| view! { <p class="article-list__summary" lang=language>{article.summary}</p> })}
        </li>
    }
}

/// The language of some words, where it is not the page's: their `lang`.
#[must_use]
pub fn foreign(locale: &str) -> Option<String> {
    (locale != i18n::locale()).then(|| locale.to_owned())
}
