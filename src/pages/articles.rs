//! Every article, by shelf. Where scripts are off the search field leads here.

use contract::{ArticleSummary, Category, List};
use leptos::prelude::*;

use super::{Top, go, head::set_head_of_own_words, home_crumb, load, query, retry_part};
use crate::{
    api::{fetched, urls},
    components::{
        article_list::{ArticleList, Rank},
        load_state::{Load, Loaded, Shape},
        page_heading::PageHeading,
    },
    erase::view,
    i18n,
    live::live,
    paths,
};

#[component]
pub fn ArticlesPage() -> impl IntoView {
    lead_on_to_results();
    let categories = fetched(|| Some(urls::categories(&i18n::locale())));
    let articles = fetched(|| Some(urls::articles(&i18n::locale(), None, None)));
    let retry = retry_part(move || {
        categories.retry.run(());
        articles.retry.run(());
    });
    set_head_of_own_words(t!("articles-title"), t!("articles-lead"), paths::articles);
    let (categories, articles) = (load(categories), load(articles));
    let face = live(move || both(categories.get(), articles.get()));
    view! {
        <Top crumbs=vec![home_crumb()]/>
        <PageHeading title=t!("articles-title") lead=t!("articles-lead")/>
        <Loaded face=face shape=Shape::List is_page=false retry=retry/>
    }
}

/// A search sent before the app arrived came here; now it can be answered.
fn lead_on_to_results() {
    let asked = query("q");
    let go = go(true);
    Effect::new(move |_| {
        let text = asked.get();
        if !text.is_empty() {
            go(&paths::search(&i18n::locale(), &text));
        }
    });
}

fn both(categories: Load<Vec<Category>>, list: Load<List<ArticleSummary>>) -> Load<AnyView> {
    match (categories, list) {
        (Load::Failed(trouble), _) | (_, Load::Failed(trouble)) => Load::Failed(trouble),
        (Load::Waiting, _) | (_, Load::Waiting) => Load::Waiting,
        (Load::Ready(categories), Load::Ready(list)) => Load::Ready(shelves(&categories, &list)),
    }
}

fn shelves(categories: &[Category], list: &List<ArticleSummary>) -> AnyView {
    categories.iter().map(|category| shelf(category, list)).collect::<Vec<_>>().into_any()
}

/// A shelf with its articles, then the shelves inside it; an empty one is left out.
fn shelf(category: &Category, list: &List<ArticleSummary>) -> AnyView {
    let articles: Vec<_> = list.items.iter().filter(|article| article.category_id == category.id).cloned().collect();
    let id = format!("shelf-{}", category.slug);
    let label = id.clone();
    let title = category.title.clone();
    let own = (!articles.is_empty()).then(|| {
        view! {
            <section class="page-layout__pair" aria-labelledby=label>
                <h2 class="page-layout__pair-title" id=id>{title}</h2>
                <ArticleList articles=articles rank=Rank::Third has_summaries=false/>
            </section>
        }
    });
    (own, shelves(&category.children, list)).into_any()
}
