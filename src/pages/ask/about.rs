//! First step: an order, one object of it, an object that was looked at, or something else.

mod orders;
mod recent;

use contract::Article;
use leptos::prelude::*;

use self::{orders::Orders, recent::Recent};
use super::super::{load, query};
use crate::{
    api::{fetched, urls},
    browser::{dom, start::spawn, timer},
    components::{
        article_list::{ArticleList, Rank},
        load_state::Load,
        subject_choice::DraftChoice,
    },
    erase::view,
    flows::ask::draft::{self, Draft},
    i18n, paths, session,
};

/// The id of the title above what is unfinished; focus goes there when one of them goes.
const UNFINISHED_ID: &str = "ask-unfinished";

#[component]
pub fn About() -> impl IntoView {
    let general = move || {
        let (topic, locale) = (query("topic").get(), i18n::locale());
        paths::describe_general(&locale, &topic)
    };
    view! {
        // First what is there at once: nothing that arrives later moves it under anybody's finger.
        <section class="ask-about" aria-labelledby="ask-general">
            <h2 class="ask-about__title" id="ask-general">{t!("ask-about-general-title")}</h2>
            <p class="ask-about__text">{t!("ask-about-general-text")}</p>
            <a class="button" href=general>{t!("ask-about-general-button")}</a>
        </section>
        <Unfinished/>
        <section class="ask-about" aria-labelledby="ask-orders">
            <h2 class="ask-about__title" id="ask-orders" tabindex="-1">{t!("ask-about-order-title")}</h2>
            <Orders/>
        </section>
        <Recent/>
        <From/>
    }
}

/// What this person has begun here before, to go on with or to remove.
#[component]
fn Unfinished() -> impl IntoView {
    let who = session::who();
    let drafts = RwSignal::new(Vec::<Draft>::new());
    Effect::new(move |_| {
        if let Some(owner) = draft::owner(&who.get()) {
            spawn(async move { drop(drafts.try_set(draft::all(&owner).await)) });
        }
    });
    let remove = Callback::new(move |id: String| {
        if let Some(owner) = untrack(|| draft::owner(&who.get())) {
            draft::forget(&owner, &id);
        }
        drafts.update(|drafts| drafts.retain(|draft| draft.id != id));
        let next = if drafts.with_untracked(Vec::is_empty) { "page-title" } else { UNFINISHED_ID };
        spawn(async move {
            timer::frame().await;
            dom::focus(next);
        });
    });
    let entry = move |draft: Draft| {
        let href = paths::ask_step(&i18n::locale(), paths::AskStep::Describe, &draft.id);
        let id = draft.id;
        let on_remove = Callback::new(move |()| remove.run(id.clone()));
        view! { <DraftChoice href=href label=draft.label text=draft.text on_remove=on_remove/> }
    };
    move || {
        let drafts = drafts.get();
        (!drafts.is_empty()).then(|| {
            view! {
                <section class="ask-about" aria-labelledby=UNFINISHED_ID>
                    <h2 class="ask-about__title" id=UNFINISHED_ID tabindex="-1">{t!("ask-unfinished-title")}</h2>
                    <ul class="subject-choice">{drafts.into_iter().map(entry).collect::<Vec<_>>()}</ul>
                </section>
            }
        })
    }
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
