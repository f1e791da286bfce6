//! When an article was updated, and that it is in another language than the page, where it is.

use crate::erase::view;
use contract::LocaleName;
use leptos::prelude::*;
use time::Date;

use super::icon::Icon;
use crate::i18n::format;

/// `language` is the one that the article is in, where it is not the page's.
#[component]
pub fn ArticleMeta(updated_on: Date, language: Option<LocaleName>) -> impl IntoView {
    view! {
        <div class="article-meta">
            {language.map(|language| {
                let words = t!("article-meta-language", tag = language.tag, language = language.name);
                view! { <p class="article-meta__language"><Icon name="globe"/>{words}</p> }
            })}
            <p class="article-meta__updated">
                {t!("article-meta-updated")} " "
                <time datetime=format::iso_day(updated_on)>{format::day(updated_on)}</time>
            </p>
        </div>
    }
}
