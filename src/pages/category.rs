//! One shelf of the help centre.

use crate::erase::view;
use contract::{ArticleSummary, Category, List};
use leptos::prelude::*;

use super::{
    Top,
    head::{PageHead, set_head_of},
    home_crumb, load, locales,
};
use crate::{
    api::{fetched, urls},
    components::{
        article_list::{ArticleList, Rank},
        contact_door::ContactDoor,
        empty::Empty,
        load_state::{Load, Loaded, Shape, Trouble},
        page_heading::PageHeading,
    },
    i18n, paths,
};

#[component]
pub fn CategoryPage(slug: String) -> impl IntoView {
    let categories = fetched(|| Some(urls::categories(&i18n::locale())));
    let listed_path = urls::articles(&i18n::locale(), Some(&slug), None);
    let articles = fetched(move || Some(listed_path.clone()));
    let shelves = load::<Vec<Category>>(categories);
    let shelf = Memo::new(move |_| match shelves.get() {
        Load::Ready(categories) => find(&categories, &slug).map_or(Load::Failed(Trouble::NotFound), Load::Ready),
        Load::Waiting => Load::Waiting,
        Load::Failed(trouble) => Load::Failed(trouble),
    });
    let locales = locales();
    set_head_of(shelf, move |shelf| PageHead {
        title: shelf.title.clone(),
        description: shelf.summary.clone(),
        canonical: Some(paths::category(&i18n::locale(), &shelf.slug)),
        locales: locales(),
        structured: Vec::new(),
    });
    let listed = load(articles);
    view! {
        <Top crumbs=vec![home_crumb()]/>
        <Loaded load=shelf shape=Shape::List is_page=true retry=categories.retry children=move |shelf: Category| {
            view! {
                <PageHeading title=shelf.title lead=shelf.summary/>
                <Loaded load=listed shape=Shape::List is_page=false retry=articles.retry children=list_view/>
                <Door/>
            }
        }/>
    }
}

fn list_view(list: List<ArticleSummary>) -> AnyView {
    if list.items.is_empty() {
        view! {
            <Empty art="art-empty" title=t!("category-empty-title") text=t!("category-empty-text") is_page=false>
                <a class="button" href=paths::articles(&i18n::locale())>{t!("site-footer-articles")}</a>
            </Empty>
        }
    } else {
        view! { <ArticleList articles=list.items rank=Rank::Second has_summaries=true/> }
    }
}

#[component]
fn Door() -> impl IntoView {
    view! {
        <div class="page-layout__door">
            <ContactDoor
                title=t!("help-home-door-title")
                text=t!("help-home-door-text")
                button=t!("ask-title")
                href=paths::ask(&i18n::locale(), None)
            />
        </div>
    }
}

/// The shelf with this slug, at any depth.
fn find(categories: &[Category], slug: &str) -> Option<Category> {
    categories.iter().find_map(|category| {
        if category.slug == slug { Some(category.clone()) } else { find(&category.children, slug) }
    })
}
