//! Articles that may answer a question before it is asked.

use contract::SearchHit;
use leptos::prelude::*;

use super::article_list::foreign;
use crate::{erase::view, i18n, live::Live, paths};

/// More would be a list to read, not a hint.
const AT_MOST: usize = 3;

/// Its place stays while nothing is known, so that typing moves nothing.
#[component]
pub fn SuggestedArticles(hits: Live<Vec<SearchHit>>) -> impl IntoView {
    move || {
        let hits = hits();
        (!hits.is_empty()).then(|| {
            let entries = hits.into_iter().take(AT_MOST).map(entry).collect::<Vec<_>>();
            view! {
                <aside class="suggested-articles" aria-labelledby="suggested">
                    <h2 class="suggested-articles__title" id="suggested">{t!("suggested-articles-title")}</h2>
                    <ul class="suggested-articles__list">{entries}</ul>
                </aside>
            }
        })
    }
}

fn entry(hit: SearchHit) -> AnyView {
    let href = paths::article(&i18n::locale(), &hit.article.slug);
    view! { <li><a class="suggested-articles__link" href=href lang=foreign(&hit.article.locale)>{hit.article.title}</a></li> }
}
