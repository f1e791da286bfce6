//! The help home: search, what most people ask, the shelves, and a door to a person.

use contract::{ArticleSummary, Category, List};
use leptos::prelude::*;

use super::{AskDoor, face, head::set_head_of_own_words, lead, load, retry_part};
use crate::{
    api::{fetched, urls},
    components::{
        article_list::NumberedArticles,
        category_list::CategoryList,
        icon::Drawing,
        load_state::{Loaded, Shape},
        search_box::Variant,
    },
    erase::view,
    flows::search::SearchFlow,
    i18n,
    live::live,
    paths,
    session::unfinished::{self, Unfinished},
};

#[component]
pub fn HelpHomePage() -> impl IntoView {
    let categories = fetched(|| Some(urls::categories(&i18n::locale())));
    let most_asked = fetched(|| Some(urls::most_asked(&i18n::locale())));
    set_head_of_own_words(t!("help-home-title"), t!("help-home-lead"), paths::home);
    view! {
        <Hero/>
        {unfinished()}
        <div class="page-layout__band">
            <Loaded face=face(load(most_asked), most_asked_view) shape=Shape::List is_page=false retry=retry_part(move || most_asked.retry.run(())) />
        </div>
        <div class="page-layout__band">
            <Loaded face=face(load(categories), categories_view)
                shape=Shape::Home
                is_page=false
                retry=retry_part(move || categories.retry.run(()))
                />
        </div>
        <AskDoor/>
    }
}

#[component]
fn Hero() -> impl IntoView {
    view! {
        <div class="page-layout__band">
            <div class="page-heading page-heading--hero">
                <div class="page-heading__words">
                    <h1 class="page-heading__title" id="page-title" tabindex="-1">{t!("help-home-title")}</h1>
                    <p class="page-heading__lead">{t!("help-home-lead")}</p>
                    <SearchFlow variant=Variant::Large text=live(String::new) go=lead()/>
                </div>
                <Drawing name="art-home".to_owned() class="page-heading__art" view_box="0 0 160 108"/>
            </div>
        </div>
    }
}

/// What somebody has begun on this device, to go on with: what each is about, and none of its words.
fn unfinished() -> Option<AnyView> {
    let all = unfinished::shown();
    if all.is_empty() {
        return None;
    }
    let entry = |one: Unfinished| {
        let href = paths::ask_step(&i18n::locale(), paths::AskStep::Describe, &one.id);
        let label = if one.label.is_empty() { t!("help-home-unfinished-general") } else { one.label };
        view! { <li><a href=href>{label}</a></li> }
    };
    Some(view! {
        <div class="page-layout__band">
            <section class="page-layout__pair" aria-labelledby="unfinished">
                <h2 class="page-layout__pair-title" id="unfinished">{t!("help-home-unfinished")}</h2>
                <ul>{all.into_iter().map(entry).collect::<Vec<_>>()}</ul>
            </section>
        </div>
    })
}

fn categories_view(categories: Vec<Category>) -> AnyView {
    view! { <CategoryList categories=categories/> }
}

fn most_asked_view(list: List<ArticleSummary>) -> AnyView {
    view! {
        <section class="page-layout__pair" aria-labelledby="most-asked">
            <h2 class="page-layout__pair-title" id="most-asked">{t!("help-home-most-asked")}</h2>
            <NumberedArticles articles=list.items/>
        </section>
    }
}
