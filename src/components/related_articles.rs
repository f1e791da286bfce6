//! Articles that are read together with this one.

use crate::erase::view;
use contract::ArticleSummary;
use leptos::prelude::*;

use super::article_list::{ArticleList, Rank};

#[component]
pub fn RelatedArticles(articles: Vec<ArticleSummary>) -> impl IntoView {
    (!articles.is_empty()).then(|| {
        view! {
            <section class="related-articles" aria-labelledby="related">
                <h2 class="related-articles__title" id="related">{t!("related-articles-title")}</h2>
                <ArticleList articles=articles rank=Rank::Third has_summaries=true/>
            </section>
        }
    })
}
