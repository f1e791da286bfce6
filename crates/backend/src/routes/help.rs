//! The help centre: categories and articles.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::Response};
use contract::{Article, ArticleSummary, Category, LIST_MAX_LIMIT, List, Node, Problem, routes};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer,
    request::{Params, Slug},
};
use crate::{
    content::is_slug,
    problem::{Reason, Refusal},
    state::{Backend, Published},
    store::{
        StoreError,
        help::{ArticleRow, Page},
        page::{Cursor, Sort},
    },
};

/// Articles on a page if the asker does not say.
const LIMIT: u32 = 20;

/// The language that is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LocaleParams {
    /// BCP 47; the nearest language that is there is given.
    locale: Option<String>,
}

/// Which articles are asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListParams {
    /// BCP 47; the nearest language that is there is given.
    locale: Option<String>,
    /// A category's slug; the categories inside it count.
    category: Option<String>,
    /// `title` (usual) or `most_asked`.
    sort: Option<String>,
    /// From `next_cursor` or `prev_cursor` of the same list.
    cursor: Option<String>,
    /// 1 to 100; usually 20.
    #[param(value_type = Option<u32>, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// The content, or the refusal while there is none yet.
pub(super) fn published(backend: &Backend) -> Result<Arc<Published>, Refusal> {
    backend.published().ok_or(Reason::NotReady.refusal())
}

/// The tree of categories.
#[utoipa::path(get, path = routes::CATEGORIES, context_path = routes::BASE, tag = "help", params(LocaleParams), responses(
    (status = 200, description = "Here it is.", body = Vec<Category>),
    (status = 304, description = "You have it already."),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn categories(
    State(backend): State<Backend>,
    headers: HeaderMap,
    Params(params): Params<LocaleParams>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let locale = published.nearest(params.locale.as_deref());
    let tree = backend.store.categories(&[locale, &published.default_locale]).await?;
    answer::public(&headers, Some(locale), &tree)
}

/// A page of the articles of a category, or of all.
#[utoipa::path(get, path = routes::ARTICLES, context_path = routes::BASE, tag = "help", params(ListParams), responses(
    (status = 200, description = "Here it is.", body = List<ArticleSummary>),
    (status = 304, description = "You have it already."),
    (status = 400, description = "`cursor_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such category.", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn articles(
    State(backend): State<Backend>,
    headers: HeaderMap,
    Params(params): Params<ListParams>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let locale = published.nearest(params.locale.as_deref());
    let sort = sort(params.sort.as_deref())?;
    let cursor = params.cursor.as_deref().map(|text| cursor(text, sort)).transpose()?;
    let category = params.category.as_deref();
    if let Some(slug) = category
        && !(is_slug(slug) && backend.store.has_category(slug).await?)
    {
        return Err(Reason::NotFound.at("category", "unknown", "There is no such category."));
    }
    let page = Page { locale, category, sort, cursor, limit: limit(params.limit.as_deref())? };
    answer::public(&headers, Some(locale), &backend.store.articles(&page).await?)
}

fn sort(name: Option<&str>) -> Result<Sort, Refusal> {
    let refused = || Reason::ParameterInvalid.at("sort", "unknown", "`sort` is `title` or `most_asked`.");
    name.map_or(Ok(Sort::default()), |name| Sort::named(name).ok_or_else(refused))
}

fn cursor(text: &str, sort: Sort) -> Result<Cursor, Refusal> {
    Cursor::read(text).filter(|cursor| cursor.sort == sort).ok_or(Reason::CursorInvalid.refusal())
}

/// How many items of a list are wanted.
pub(super) fn limit(text: Option<&str>) -> Result<u32, Refusal> {
    let refused = || Reason::ParameterInvalid.at("limit", "out_of_range", "`limit` is a number from 1 to 100.");
    let read = |text: &str| text.parse().ok().filter(|limit| (1..=LIST_MAX_LIMIT).contains(limit));
    text.map_or(Ok(LIMIT), |text| read(text).ok_or_else(refused))
}

/// An article, in the nearest language that it is there in.
#[utoipa::path(get, path = routes::ARTICLE, context_path = routes::BASE, tag = "help",
    params(("slug" = String, Path, description = "The same in every language."), LocaleParams), responses(
    (status = 200, description = "With `moved_to` when it was asked for by an old slug.", body = Article),
    (status = 304, description = "You have it already."),
    (status = 404, description = "There is no such article.", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn article(
    State(backend): State<Backend>,
    headers: HeaderMap,
    Slug(slug): Slug,
    Params(params): Params<LocaleParams>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let locale = published.nearest(params.locale.as_deref());
    let moved_to = published.moved_to(&slug).map(str::to_owned);
    let slug = moved_to.clone().unwrap_or(slug);
    let row = backend.store.article(&slug, locale).await?.ok_or(Reason::NotFound.refusal())?;
    let related = backend.store.related(&slug, locale).await?;
    let article = whole(row, related, moved_to, locale)?;
    answer::public(&headers, Some(&article.locale_used), &article)
}

fn whole(
    row: ArticleRow,
    related: Vec<ArticleSummary>,
    moved_to: Option<String>,
    locale: &str,
) -> Result<Article, Refusal> {
    let locale_used = row.summary.locale.clone();
    let mut body: Vec<Node> = serde_json::from_str(&row.body).map_err(StoreError::from)?;
    if locale_used != locale {
        keep_in_language(&mut body, &format!("/{locale_used}/"), &format!("/{locale}/"));
    }
    Ok(Article {
        headings: serde_json::from_str(&row.headings).map_err(StoreError::from)?,
        summary: row.summary,
        locale_used,
        category: Some(row.category),
        body,
        related,
        topics: vec![row.topic],
        moved_to,
    })
}

/// Whoever reads an article in another language than the page's stays on the page's language when they go on.
fn keep_in_language(nodes: &mut [Node], from: &str, to: &str) {
    for node in nodes {
        match node {
            Node::Link { href, children } => {
                if let Some(rest) = href.strip_prefix(from) {
                    *href = format!("{to}{rest}");
                }
                keep_in_language(children, from, to);
            }
            Node::Heading { children, .. }
            | Node::Paragraph { children }
            | Node::Quote { children }
            | Node::Callout { children, .. }
            | Node::Strong { children }
            | Node::Emphasis { children }
            | Node::Other { children, .. } => keep_in_language(children, from, to),
            Node::List { items, .. } => items.iter_mut().for_each(|item| keep_in_language(item, from, to)),
            Node::Table { head, rows } => {
                let cells = head.iter_mut().chain(rows.iter_mut().flatten());
                cells.for_each(|cell| keep_in_language(cell, from, to));
            }
            Node::Code { .. } | Node::Image { .. } | Node::Text { .. } => {}
        }
    }
}
