//! The tree of categories in one language.

use std::collections::BTreeMap;

use contract::Category;

use crate::store::{Store, StoreError};

/// A category's id, language, title and summary.
type Text = (String, String, String, String);

struct Row {
    id: String,
    parent: Option<String>,
    title: String,
    summary: String,
}

impl Store {
    /// All categories, each in the first language of `wishes` that it has words in.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn categories(&self, wishes: &[&str]) -> Result<Vec<Category>, StoreError> {
        let rows: Vec<(String, Option<String>)> =
            sqlx::query_as("SELECT id, parent_id FROM category ORDER BY position").fetch_all(&self.pool).await?;
        let texts: Vec<Text> =
            sqlx::query_as("SELECT category_id, locale, title, summary FROM category_text ORDER BY locale")
                .fetch_all(&self.pool)
                .await?;
        let counts: Vec<(String, i64)> =
            sqlx::query_as("SELECT category_id, COUNT(*) FROM article GROUP BY category_id")
                .fetch_all(&self.pool)
                .await?;
        let counts = counts.into_iter().collect();
        let rows: Vec<Row> = rows.into_iter().map(|(id, parent)| worded(id, parent, &texts, wishes)).collect();
        Ok(inside(None, &rows, &counts))
    }
}

fn worded(id: String, parent: Option<String>, texts: &[Text], wishes: &[&str]) -> Row {
    let rank = |locale: &str| wishes.iter().position(|wish| *wish == locale).unwrap_or(usize::MAX);
    let best = texts.iter().filter(|(of, ..)| *of == id).min_by_key(|(_, locale, ..)| rank(locale));
    let (title, summary) =
        best.map_or((id.clone(), String::new()), |(_, _, title, summary)| (title.clone(), summary.clone()));
    Row { id, parent, title, summary }
}

fn inside(parent: Option<&str>, rows: &[Row], counts: &BTreeMap<String, i64>) -> Vec<Category> {
    let here = rows.iter().filter(|row| row.parent.as_deref() == parent);
    here.map(|row| {
        let children = inside(Some(&row.id), rows, counts);
        let own = counts.get(&row.id).copied().and_then(|count| u32::try_from(count).ok()).unwrap_or(0);
        Category {
            id: row.id.clone(),
            slug: row.id.clone(),
            title: row.title.clone(),
            summary: row.summary.clone(),
            article_count: own + children.iter().map(|child| child.article_count).sum::<u32>(),
            children,
        }
    })
    .collect()
}
