//! The contract's paths with their parameters filled in. They are also the names under which answers are kept.

use contract::routes;

use crate::paths::encode;

#[must_use]
pub fn meta() -> String {
    routes::META.to_owned()
}

#[must_use]
pub fn categories(locale: &str) -> String {
    format!("{}?locale={}", routes::CATEGORIES, encode(locale))
}

/// All articles, or those of one category; the first page, as long as the contract allows.
#[must_use]
pub fn articles(locale: &str, category: Option<&str>, cursor: Option<&str>) -> String {
    let mut url = format!("{}?locale={}&limit={}", routes::ARTICLES, encode(locale), contract::LIST_MAX_LIMIT);
    for (name, value) in [("category", category), ("cursor", cursor)] {
        if let Some(value) = value {
            url.push_str(&format!("&{name}={}", encode(value)));
        }
    }
    url
}

/// The articles that most people read.
#[must_use]
pub fn most_asked(locale: &str) -> String {
    format!("{}?locale={}&limit=6&sort=most_asked", routes::ARTICLES, encode(locale))
}

#[must_use]
pub fn article(locale: &str, slug: &str) -> String {
    format!("{}?locale={}", routes::fill(routes::ARTICLE, &[&encode(slug)]), encode(locale))
}

#[must_use]
pub fn feedback(id: &str) -> String {
    routes::fill(routes::ARTICLE_FEEDBACK, &[&encode(id)])
}

#[must_use]
pub fn search(locale: &str, query: &str) -> String {
    format!("{}?locale={}&q={}", routes::SEARCH, encode(locale), encode(query))
}
