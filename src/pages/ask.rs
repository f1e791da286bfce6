//! "Ask a question": what the help centre knows of it, found by the person's own words.

use contract::Article;
use leptos::prelude::*;

use super::{head::set_head_of_own_words, home_crumb, lead, load, query};
use crate::{
    api::{fetched, urls},
    components::{
        article_list::{ArticleList, Rank},
        breadcrumbs::Breadcrumbs,
        load_state::Load,
        page_heading::PageHeading,
        search_box::Variant,
    },
    erase::view,
    flows::search::SearchFlow,
    i18n,
    live::live,
    paths,
};

#[component]
pub fn AskPage() -> impl IntoView {
    set_head_of_own_words(t!("ask-title"), t!("ask-lead"), |locale| paths::ask(locale, None));
    view! {
        <div class="page-layout__top"><Breadcrumbs crumbs=vec![home_crumb()]/></div>
        <PageHeading title=t!("ask-title") lead=t!("ask-lead")/>
        <SearchFlow variant=Variant::Results text=live(String::new) go=lead()/>
        <About/>
    }
}

/// What the page that led here was about, and what is read together with it.
#[component]
fn About() -> impl IntoView {
    let from = query("from");
    let article = fetched(move || {
        let slug = from.get();
        (!slug.is_empty()).then(|| urls::article(&i18n::locale(), &slug))
    });
    let article = load::<Article>(article);
    move || match article.get() {
        // The way here is a help, not a need: without it the page is whole.
        Load::Waiting | Load::Failed(_) => None,
        Load::Ready(article) => Some(view! {
            <section class="related-articles" aria-labelledby="about">
                <h2 class="related-articles__title" id="about">{t!("ask-about", title = article.summary.title)}</h2>
                <p class="related-articles__text">{t!("ask-about-text")}</p>
                <ArticleList articles=article.related rank=Rank::Third has_summaries=true/>
                <p class="related-articles__text"><a href=paths::article(&i18n::locale(), &article.summary.slug)>{t!("ask-back")}</a></p>
            </section>
        }),
    }
}
