//! Reads the help centre, and keeps what readers say of it.

mod articles;
mod categories;

use contract::ArticleSummary;
use serde::Deserialize;
use time::Date;

pub use self::articles::{ArticleRow, Page};
use super::{
    Store, StoreError,
    idempotency::{Attempt, Outcome, finish},
};

/// The columns of [`Summary`], of `article_order o`, `article a` and `article_text t`.
macro_rules! summaries {
    ($rest:literal) => {
        concat!(
            "SELECT a.id, a.category_id, t.title, t.summary, t.updated_on, t.locale, a.locales, o.sort_key FROM article_order o \
             JOIN article a ON a.id = o.article_id \
             JOIN article_text t ON t.article_id = o.article_id AND t.locale = o.shown_locale ",
            $rest
        )
    };
}
use summaries;

/// The last is the key of its place.
type Summary = (String, String, String, String, String, String, String, String);

fn summary(row: Summary) -> Result<ArticleSummary, StoreError> {
    let (id, category_id, title, summary, updated_on, locale, locales, _) = row;
    let locales = locales.split(',').map(str::to_owned).collect();
    let (slug, updated_on) = (id.clone(), day(&updated_on)?);
    Ok(ArticleSummary { id, slug, category_id, title, summary, updated_on, locale, locales })
}

/// Reads a day as `contract` writes it.
fn day(text: &str) -> Result<Date, StoreError> {
    #[derive(Deserialize)]
    struct Day(#[serde(with = "contract::help::day")] Date);
    serde_json::from_value(text.into()).map(|Day(day)| day).map_err(|_| StoreError::Day(text.to_owned()))
}

/// What a reader said of an article.
#[derive(Clone, Debug)]
pub struct Feedback<'a> {
    pub id: String,
    pub article_id: &'a str,
    pub locale: &'a str,
    pub helped: bool,
}

impl Store {
    /// Keeps a reader's word, once per attempt.
    ///
    /// # Errors
    /// If the database fails; then nothing is kept.
    pub async fn keep_feedback(
        &self,
        feedback: &Feedback<'_>,
        attempt: Attempt<'_>,
        outcome: &Outcome,
    ) -> Result<(), StoreError> {
        let mut to = self.writing().await?;
        sqlx::query("INSERT INTO feedback (id, article_id, locale, helped, created_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(feedback.id.as_str())
            .bind(feedback.article_id)
            .bind(feedback.locale)
            .bind(i64::from(feedback.helped))
            .bind(attempt.now)
            .execute(&mut *to)
            .await?;
        finish(&mut to, attempt, outcome).await?;
        to.commit().await?;
        Ok(())
    }

    /// How many readers an article helped, and how many it did not.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn feedback_counts(&self, article_id: &str) -> Result<(i64, i64), StoreError> {
        let counts: Vec<(i64, i64)> =
            sqlx::query_as("SELECT helped, COUNT(*) FROM feedback WHERE article_id = $1 GROUP BY helped")
                .bind(article_id)
                .fetch_all(&self.pool)
                .await?;
        let count = |wanted| counts.iter().find(|(helped, _)| *helped == wanted).map_or(0, |(_, count)| *count);
        Ok((count(1), count(0)))
    }
}
