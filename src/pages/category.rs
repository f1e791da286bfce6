//! One shelf of the help centre.

use contract::{ArticleSummary, Category, List};
use leptos::prelude::*;

use super::{
    AskDoor, Top, face,
    head::{PageHead, set_head_of},
    home_crumb, load, locales, retry_page, retry_part,
};
use crate::{
    api::{fetched, urls},
    components::{
        article_list::{ArticleList, Rank},
        empty::Empty,
        load_state::{Load, Loaded, Shape, Trouble},
        page_heading::PageHeading,
    },
    erase::view,
    i18n,
    live::{Live, live},
    paths,
};

#[component]
pub fn CategoryPage(slug: String) -> impl IntoView {
    let categories = fetched(|| Some(urls::categories(&i18n::locale())));
    let listed_path = urls::articles(&i18n::locale(), Some(&slug), None);
    let articles = fetched(move || Some(listed_path.clone()));
    let shelves = load::<Vec<Category>>(categories);
    let shelf = live(move || match shelves.get() {
        Load::Ready(categories) => find(&categories, &slug).map_or(Load::Failed(Trouble::NotFound), Load::Ready),
        Load::Waiting => Load::Waiting,
        Load::Failed(trouble) => Load::Failed(trouble),
    });
    let (heading, locales) = (shelf.clone(), locales());
    set_head_of(move || heading().map(|shelf| head(shelf, locales())));
    let listed = load(articles);
    let face = live(move || {
        shelf().map(|shelf| view! { <Shelf shelf=shelf listed=face(listed, list_view) retry=retry_part(move || articles.retry.run(()))/> })
    });
    view! {
        <Top crumbs=vec![home_crumb()]/>
        <Loaded face=face shape=Shape::List is_page=true retry=retry_page(categories)/>
    }
}

#[component]
fn Shelf(shelf: Category, listed: Live<Load<AnyView>>, retry: Callback<()>) -> impl IntoView {
    view! {
        <PageHeading title=shelf.title lead=shelf.summary/>
        <Loaded face=listed shape=Shape::List is_page=false retry=retry/>
        <div class="page-layout__door"><AskDoor/></div>
    }
}

fn head(shelf: Category, locales: Vec<String>) -> PageHead {
    PageHead {
        canonical: Some(paths::category(&i18n::locale(), &shelf.slug)),
        title: shelf.title,
        description: shelf.summary,
        locales,
        structured: Vec::new(),
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

/// The shelf with this slug, at any depth.
fn find(categories: &[Category], slug: &str) -> Option<Category> {
    categories.iter().find_map(|category| {
        if category.slug == slug { Some(category.clone()) } else { find(&category.children, slug) }
    })
}
