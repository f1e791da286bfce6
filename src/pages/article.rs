//! One article, whole.

use contract::{Article, LocaleName, Meta};
use leptos::prelude::*;

use super::{
    Top, face, go,
    head::{PageHead, set_head_of},
    home_crumb, load, meta, retry_page,
};
use crate::{
    api::{fetched, urls},
    components::{
        article_body::ArticleBody,
        article_contents::ArticleContents,
        article_list::foreign,
        article_meta::ArticleMeta,
        breadcrumbs::Crumb,
        contact_door::ContactDoor,
        load_state::{Load, Loaded, Shape},
        page_heading::PageHeading,
        related_articles::RelatedArticles,
    },
    erase::view,
    flows::feedback::FeedbackFlow,
    i18n, paths,
};

#[component]
pub fn ArticlePage(slug: String) -> impl IntoView {
    let path = urls::article(&i18n::locale(), &slug);
    let article = fetched(move || Some(path.clone()));
    let loaded = load::<Article>(article);
    follow_move(loaded);
    set_head_of(move || loaded.get().map(|article| head(&article)));
    let meta = meta();
    let face = face(loaded, move |article: Article| {
        view! {
            <Top crumbs=crumbs(&article)/>
            <ArticleView article=article meta=meta.get()/>
        }
    });
    view! { <Loaded face=face shape=Shape::Article is_page=true retry=retry_page(article)/> }
}

/// An article that has moved is read at its new address; the old one leaves no step for Back.
fn follow_move(article: super::Loading<Article>) {
    let go = go(true);
    Effect::new(move |_| {
        if let Load::Ready(Article { moved_to: Some(slug), .. }) = article.get() {
            go(&paths::article(&i18n::locale(), &slug));
        }
    });
}

#[component]
fn ArticleView(article: Article, meta: Option<Meta>) -> impl IntoView {
    let language = foreign(&article.locale_used);
    let Article { summary, headings, body, related, topics, .. } = article;
    let about = Some((topics.first().map_or("", String::as_str), summary.slug.as_str()));
    let heading_language = language.clone();
    let contents_language = language.clone();
    let words = named(language.as_deref(), meta.as_ref());
    let ask = paths::ask(&i18n::locale(), about);
    view! {
        <div class="page-layout__columns">
            <PageHeading title=summary.title lead=summary.summary language=heading_language>
                <ArticleMeta updated_on=summary.updated_on language=words/>
            </PageHeading>
            <ArticleContents headings=headings language=contents_language/>
            <div class="page-layout__text">
                <ArticleBody nodes=body language=language/>
                <FeedbackFlow article_id=summary.id/>
                <ContactDoor
                    title=t!("article-door-title")
                    text=t!("article-door-text")
                    button=t!("article-door-button")
                    href=ask
                />
                <RelatedArticles articles=related/>
            </div>
        </div>
    }
}

/// A language with its own name for itself, as the backend knows it.
fn named(tag: Option<&str>, meta: Option<&Meta>) -> Option<LocaleName> {
    let tag = tag?;
    let known = meta.and_then(|meta| meta.locales.iter().find(|locale| locale.tag == tag).cloned());
    Some(known.unwrap_or_else(|| LocaleName { tag: tag.to_owned(), name: tag.to_owned() }))
}

fn crumbs(article: &Article) -> Vec<Crumb> {
    let shelf = article.category.as_ref();
    let shelf = shelf.map(|shelf| (shelf.title.clone(), paths::category(&i18n::locale(), &shelf.slug)));
    [Some(home_crumb()), shelf].into_iter().flatten().collect()
}

fn head(article: &Article) -> PageHead {
    PageHead {
        title: article.summary.title.clone(),
        description: article.summary.summary.clone(),
        canonical: Some(paths::article(&article.locale_used, &article.summary.slug)),
        locales: article.summary.locales.clone(),
        structured: structured(article),
    }
}

/// In the browser nobody reads it.
#[cfg(not(feature = "ssr"))]
fn structured(_article: &Article) -> Vec<String> {
    Vec::new()
}

/// What search engines read of it: an article that answers, and where it stands.
#[cfg(feature = "ssr")]
fn structured(article: &Article) -> Vec<String> {
    use super::head::SITE;
    use serde_json::json;

    let steps = crumbs(article).into_iter().enumerate();
    let steps = steps
        .map(|(index, (name, item))| json!({"@type": "ListItem", "position": index + 1, "name": name, "item": format!("{SITE}{item}")}));
    let parts = [
        json!({
            "@type": "TechArticle",
            "headline": article.summary.title,
            "description": article.summary.summary,
            "dateModified": i18n::format::iso_day(article.summary.updated_on),
            "inLanguage": article.locale_used,
        }),
        json!({"@type": "BreadcrumbList", "itemListElement": steps.collect::<Vec<_>>()}),
    ];
    parts.iter().map(ToString::to_string).collect()
}
