//! First step: an order, one object of it, an object that was looked at, or something else.

mod orders;
mod recent;

use contract::Article;
use leptos::prelude::*;

use self::{orders::Orders, recent::Recent};
use super::super::{load, query};
use crate::{
    api::{fetched, urls},
    components::{
        article_list::{ArticleList, Rank},
        load_state::Load,
        subject_choice::DraftChoice,
    },
    erase::view,
    flows::ask::draft,
    i18n, paths,
    session::{self, Who},
};

#[component]
pub fn About() -> impl IntoView {
    let general = move || {
        let (topic, locale) = (query("topic").get(), i18n::locale());
        paths::describe_general(&locale, &topic)
    };
    view! {
        {move || unfinished(&session::who().get())}
        <section class="ask-about" aria-labelledby="ask-orders">
            <h2 class="ask-about__title" id="ask-orders" tabindex="-1">{t!("ask-about-order-title")}</h2>
            <Orders/>
        </section>
        <Recent/>
        <section class="ask-about" aria-labelledby="ask-general">
            <h2 class="ask-about__title" id="ask-general">{t!("ask-about-general-title")}</h2>
            <p class="ask-about__text">{t!("ask-about-general-text")}</p>
            <a class="button" href=general>{t!("ask-about-general-button")}</a>
        </section>
        <From/>
    }
}

/// What this person has begun here before, to go on with.
fn unfinished(who: &Who) -> Option<AnyView> {
    let drafts = draft::all(&draft::owner(who)?);
    if drafts.is_empty() {
        return None;
    }
    let entries = drafts.into_iter().take(3).map(|draft| {
        let href = paths::ask_step(&i18n::locale(), paths::AskStep::Describe, &draft.id);
        view! { <DraftChoice href=href label=draft.label text=draft.text/> }
    });
    Some(view! {
        <section class="ask-about" aria-labelledby="ask-unfinished">
            <h2 class="ask-about__title" id="ask-unfinished">{t!("ask-unfinished-title")}</h2>
            <ul class="subject-choice">{entries.collect::<Vec<_>>()}</ul>
        </section>
    })
}

/// What the page that led here was about, and what is read together with it.
#[component]
fn From() -> impl IntoView {
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
