//! Every path of the contract, in the form that axum and OpenAPI both read (`{name}` marks a parameter).

/// Where the contract's calls live below a backend's origin.
pub const BASE: &str = "/api/v1";

pub const META: &str = "/meta";
pub const CATEGORIES: &str = "/help/categories";
pub const ARTICLES: &str = "/help/articles";
pub const ARTICLE: &str = "/help/articles/{slug}";
/// Same shape as [`ARTICLE`] below the segment, so the parameter has the same name: here it holds the article's id.
pub const ARTICLE_FEEDBACK: &str = "/help/articles/{slug}/feedback";
pub const SEARCH: &str = "/help/search";
pub const OPENAPI: &str = "/openapi.json";
pub const HEALTHZ: &str = "/healthz";
pub const READYZ: &str = "/readyz";

/// Fills the parameters of a path in order: `fill(ARTICLE, &["returns"])` is `/help/articles/returns`.
/// The values have to be percent-encoded already.
#[must_use]
pub fn fill(path: &str, values: &[&str]) -> String {
    let mut values = values.iter();
    path.split('/')
        .map(|part| if part.starts_with('{') { values.next().copied().unwrap_or(part) } else { part })
        .collect::<Vec<_>>()
        .join("/")
}
