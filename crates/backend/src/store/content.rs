//! Puts the content folder's library into the tables, all at once.

use sqlx::{Any, Transaction};

use super::{
    Store, StoreError,
    page::{Sort, key},
};
use crate::{
    content::{ArticleEntry, Library, Shelf},
    folding,
};

/// From those that refer to those that are referred to.
const CLEAR: [&str; 6] = [
    "DELETE FROM article_order",
    "DELETE FROM article_related",
    "DELETE FROM article_text",
    "DELETE FROM article",
    "DELETE FROM category_text",
    "DELETE FROM category",
];

impl Store {
    /// Replaces what readers see by `library`; they see the old or the new, never a mixture.
    ///
    /// # Errors
    /// If the database fails; then the old content stays.
    pub async fn replace_content(&self, library: &Library, now: i64) -> Result<(), StoreError> {
        let mut to = self.writing().await?;
        sqlx::query("UPDATE content_state SET replaced_at = $1 WHERE id = 1").bind(now).execute(&mut *to).await?;
        for statement in CLEAR {
            sqlx::query(statement).execute(&mut *to).await?;
        }
        for (position, shelf) in (0_i64..).zip(&library.shelves) {
            category(&mut to, position, shelf).await?;
        }
        for article in library.articles.values() {
            article_row(&mut to, article).await?;
            texts(&mut to, article).await?;
            orders(&mut to, library, article).await?;
        }
        for article in library.articles.values() {
            related(&mut to, article).await?;
        }
        to.commit().await?;
        Ok(())
    }
}

async fn category(to: &mut Transaction<'_, Any>, position: i64, shelf: &Shelf) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO category (id, parent_id, position) VALUES ($1, $2, $3)")
        .bind(shelf.id.as_str())
        .bind(shelf.parent.as_deref())
        .bind(position)
        .execute(&mut **to)
        .await?;
    for (locale, title) in &shelf.title {
        let summary = shelf.summary.get(locale).map(String::as_str).unwrap_or_default();
        sqlx::query("INSERT INTO category_text (category_id, locale, title, summary) VALUES ($1, $2, $3, $4)")
            .bind(shelf.id.as_str())
            .bind(locale.as_str())
            .bind(title.as_str())
            .bind(summary)
            .execute(&mut **to)
            .await?;
    }
    Ok(())
}

async fn article_row(to: &mut Transaction<'_, Any>, article: &ArticleEntry) -> Result<(), StoreError> {
    let locales: Vec<&str> = article.texts.keys().map(String::as_str).collect();
    sqlx::query("INSERT INTO article (id, category_id, topic, locales) VALUES ($1, $2, $3, $4)")
        .bind(article.slug.as_str())
        .bind(article.category.as_str())
        .bind(article.topic.as_str())
        .bind(locales.join(","))
        .execute(&mut **to)
        .await?;
    Ok(())
}

async fn texts(to: &mut Transaction<'_, Any>, article: &ArticleEntry) -> Result<(), StoreError> {
    for (locale, text) in &article.texts {
        sqlx::query(
            "INSERT INTO article_text (article_id, locale, title, summary, updated_on, body, headings) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(article.slug.as_str())
        .bind(locale.as_str())
        .bind(text.title.as_str())
        .bind(text.summary.as_str())
        .bind(text.updated_on.to_string())
        .bind(serde_json::to_string(&text.body)?)
        .bind(serde_json::to_string(&text.headings)?)
        .execute(&mut **to)
        .await?;
    }
    Ok(())
}

async fn orders(to: &mut Transaction<'_, Any>, library: &Library, article: &ArticleEntry) -> Result<(), StoreError> {
    for locale in &library.locales {
        let Some((shown, text)) = library.text_for(article, &locale.tag) else { continue };
        let title = folding::sortable(&text.title, &locale.tag);
        let asked = library.most_asked.iter().position(|slug| *slug == article.slug);
        let asked = asked.map_or_else(|| "~".to_owned(), |rank| format!("{rank:04}"));
        for sort in Sort::ALL {
            let sort_key = match sort {
                Sort::Title => key(&[&title, &article.slug]),
                Sort::MostAsked | Sort::Newest => key(&[&asked, &title, &article.slug]),
            };
            sqlx::query(
                "INSERT INTO article_order (locale, sort, sort_key, article_id, shown_locale) \
                 VALUES ($1, $2, $3, $4, $5)",
            )
            .bind(locale.tag.as_str())
            .bind(sort.name())
            .bind(sort_key)
            .bind(article.slug.as_str())
            .bind(shown)
            .execute(&mut **to)
            .await?;
        }
    }
    Ok(())
}

async fn related(to: &mut Transaction<'_, Any>, article: &ArticleEntry) -> Result<(), StoreError> {
    for (position, slug) in (0_i64..).zip(&article.related) {
        sqlx::query("INSERT INTO article_related (article_id, related_id, position) VALUES ($1, $2, $3)")
            .bind(article.slug.as_str())
            .bind(slug.as_str())
            .bind(position)
            .execute(&mut **to)
            .await?;
    }
    Ok(())
}
