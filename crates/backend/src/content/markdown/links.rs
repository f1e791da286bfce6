//! Where a link of an article may lead: another article, a page of the app, or another site by https.

use super::{ArticleLink, Page};
use crate::content::{fault::Wrong, is_slug};

/// The pages of the app that an article can link to by name, with their paths below the language.
const PAGES: [(&str, &str); 4] = [("orders", "orders"), ("cases", "cases"), ("ask", "ask"), ("contact", "ask")];

/// A link's address on the page, and the article that has to be there for it.
pub fn resolve(to: &str, line: usize, page: Page<'_>) -> Result<(String, Option<ArticleLink>), Wrong> {
    if let Some(target) = to.strip_prefix("article:") {
        return article(target, line, page);
    }
    if let Some(name) = to.strip_prefix("page:") {
        let known = PAGES.iter().find(|(page, _)| *page == name);
        let (_, path) = known.ok_or_else(|| Wrong::UnknownPage(name.to_owned()))?;
        return Ok((format!("/{}/{path}", page.locale), None));
    }
    if to.starts_with("mailto:") {
        return Err(Wrong::EmailAddress);
    }
    let host = to.strip_prefix("https://").and_then(|rest| rest.split('/').next()).unwrap_or_default();
    if host.contains('.') && !host.contains('@') {
        return Ok((to.to_owned(), None));
    }
    Err(Wrong::UnknownLink(to.to_owned()))
}

fn article(target: &str, line: usize, page: Page<'_>) -> Result<(String, Option<ArticleLink>), Wrong> {
    let (slug, anchor) = target.split_once('#').map_or((target, None), |(slug, anchor)| (slug, Some(anchor)));
    if !is_slug(slug) {
        return Err(Wrong::UnknownArticle(slug.to_owned()));
    }
    let href = format!("/{}/articles/{target}", page.locale);
    Ok((href, Some(ArticleLink { line, slug: slug.to_owned(), anchor: anchor.map(str::to_owned) })))
}
