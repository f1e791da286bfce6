//! Lists of articles, and articles whole.

use contract::{ArticleSummary, CategoryLink, List};

use super::{Summary, summaries, summary};
use crate::store::{
    Store, StoreError,
    page::{Cursor, Sort, Towards, cut},
};

/// Which page of the articles is wanted.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// A language that the content has.
    pub locale: &'a str,
    pub category: Option<&'a str>,
    pub sort: Sort,
    pub cursor: Option<Cursor>,
    pub limit: u32,
}

/// An article as it is kept.
#[derive(Clone, Debug)]
pub struct ArticleRow {
    pub summary: ArticleSummary,
    pub category: CategoryLink,
    pub topic: String,
    /// JSON.
    pub body: String,
    /// JSON.
    pub headings: String,
}

const NEXT: &str = summaries!(
    "WHERE o.locale = $1 AND o.sort = $2 AND o.sort_key > $3 AND ($4 = '' OR a.category_id IN ( \
       WITH RECURSIVE shelf (id) AS (SELECT id FROM category WHERE id = $5 \
       UNION SELECT c.id FROM category c JOIN shelf s ON c.parent_id = s.id) SELECT id FROM shelf)) \
     ORDER BY o.sort_key LIMIT $6"
);
const PREVIOUS: &str = summaries!(
    "WHERE o.locale = $1 AND o.sort = $2 AND o.sort_key < $3 AND ($4 = '' OR a.category_id IN ( \
       WITH RECURSIVE shelf (id) AS (SELECT id FROM category WHERE id = $5 \
       UNION SELECT c.id FROM category c JOIN shelf s ON c.parent_id = s.id) SELECT id FROM shelf)) \
     ORDER BY o.sort_key DESC LIMIT $6"
);
const RELATED: &str = summaries!(
    "JOIN article_related r ON r.related_id = a.id \
     WHERE o.locale = $1 AND o.sort = 'title' AND r.article_id = $2 ORDER BY r.position"
);

impl Store {
    /// Whether there is such a category.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn has_category(&self, slug: &str) -> Result<bool, StoreError> {
        let found: Option<(String,)> =
            sqlx::query_as("SELECT id FROM category WHERE id = $1").bind(slug).fetch_optional(&self.pool).await?;
        Ok(found.is_some())
    }

    /// One page of the articles of a shelf and those inside it, or of all.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn articles(&self, page: &Page<'_>) -> Result<List<ArticleSummary>, StoreError> {
        let towards = page.cursor.as_ref().map_or(Towards::Next, |cursor| cursor.towards);
        let key = page.cursor.as_ref().map(|cursor| cursor.key.as_str()).unwrap_or_default();
        let category = page.category.unwrap_or_default();
        let rows: Vec<Summary> = sqlx::query_as(if towards == Towards::Next { NEXT } else { PREVIOUS })
            .bind(page.locale)
            .bind(page.sort.name())
            .bind(key)
            .bind(category)
            .bind(category)
            .bind(i64::from(page.limit) + 1)
            .fetch_all(&self.pool)
            .await?;
        let place = |row: &Summary, towards| Cursor { towards, sort: page.sort, key: row.7.clone() };
        let cut = cut(rows, page.limit, towards, page.cursor.is_some(), place);
        let items = cut.items.into_iter().map(summary).collect::<Result<_, _>>()?;
        Ok(List { items, next_cursor: cut.next, prev_cursor: cut.previous })
    }

    /// An article as a reader of `locale`, a language that the content has, sees it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn article(&self, slug: &str, locale: &str) -> Result<Option<ArticleRow>, StoreError> {
        let found: Option<Summary> =
            sqlx::query_as(summaries!("WHERE o.locale = $1 AND o.sort = 'title' AND o.article_id = $2"))
                .bind(locale)
                .bind(slug)
                .fetch_optional(&self.pool)
                .await?;
        let Some(found) = found else { return Ok(None) };
        let shown = found.5.clone();
        let rest: Option<(String, String, String, String)> = sqlx::query_as(
            "SELECT a.category_id, a.topic, t.body, t.headings FROM article a \
             JOIN article_text t ON t.article_id = a.id WHERE a.id = $1 AND t.locale = $2",
        )
        .bind(slug)
        .bind(shown.as_str())
        .fetch_optional(&self.pool)
        .await?;
        let Some((category, topic, body, headings)) = rest else { return Ok(None) };
        let category = CategoryLink { slug: category.clone(), title: self.category_title(&category, locale).await? };
        Ok(Some(ArticleRow { summary: summary(found)?, category, topic, body, headings }))
    }

    async fn category_title(&self, id: &str, locale: &str) -> Result<String, StoreError> {
        let titles: Vec<(String, String)> =
            sqlx::query_as("SELECT locale, title FROM category_text WHERE category_id = $1 ORDER BY locale")
                .bind(id)
                .fetch_all(&self.pool)
                .await?;
        let best = titles.iter().find(|(tag, _)| tag == locale).or(titles.first());
        Ok(best.map_or_else(|| id.to_owned(), |(_, title)| title.clone()))
    }

    /// The articles that an article leads to, as a reader of `locale` sees them.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn related(&self, slug: &str, locale: &str) -> Result<Vec<ArticleSummary>, StoreError> {
        let rows: Vec<Summary> = sqlx::query_as(RELATED).bind(locale).bind(slug).fetch_all(&self.pool).await?;
        rows.into_iter().map(summary).collect()
    }
}
