//! The help centre: categories, articles, search.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::Node;

/// A shelf of the help centre, with the shelves inside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(no_recursion))]
pub struct Category {
    pub id: String,
    pub slug: String,
    pub title: String,
    #[serde(default)]
    pub summary: String,
    /// Articles on this shelf and those inside it, in any language.
    pub article_count: u32,
    #[serde(default)]
    pub children: Vec<Category>,
}

/// Enough of a category to name it and lead there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CategoryLink {
    pub slug: String,
    pub title: String,
}

/// An article in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ArticleSummary {
    pub id: String,
    /// The same in every language, so that switching the language keeps the address.
    pub slug: String,
    pub title: String,
    #[serde(default)]
    pub summary: String,
    /// A day in UTC, `YYYY-MM-DD`.
    #[serde(with = "day")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = Date))]
    pub updated_on: Date,
    /// The language these words are in: the nearest one where the asked one is missing.
    pub locale: String,
    /// Every language the article exists in.
    pub locales: Vec<String>,
    /// The id of the category that the article stands in.
    #[serde(default)]
    pub category_id: String,
}

/// An article, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(from = "wire::Article")]
pub struct Article {
    #[serde(flatten)]
    pub summary: ArticleSummary,
    /// The language of the body; differs from the asked one where that is missing.
    pub locale_used: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryLink>,
    pub body: Vec<Node>,
    #[serde(default)]
    pub headings: Vec<Heading>,
    #[serde(default)]
    pub related: Vec<ArticleSummary>,
    /// Ids of the topics that this article is about; the first goes along with "Contact us".
    #[serde(default)]
    pub topics: Vec<String>,
    /// Set when the article now lives at another slug; the reader is led there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<String>,
}

/// A heading that can be linked to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Heading {
    pub level: u8,
    pub anchor: String,
    pub text: String,
}

/// What a search found, best first, at most [`crate::SEARCH_MAX_HITS`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SearchResults {
    pub items: Vec<SearchHit>,
    pub query_id: String,
}

/// One article that fits, with the words around the fit and the heading it stands under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SearchHit {
    pub article: ArticleSummary,
    pub snippet: Vec<SnippetPart>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<Heading>,
}

/// A run of a snippet; marked where it fits the question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SnippetPart {
    pub text: String,
    #[serde(default)]
    pub mark: bool,
}

/// Whether an article helped; sent with an `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct FeedbackRequest {
    pub helped: bool,
    pub locale: String,
}

mod wire {
    //! An article as it is read: flattening on the way in buffers everything, which costs WebAssembly.
    use serde::Deserialize;
    use time::Date;

    use super::{ArticleSummary, CategoryLink, Heading, Node, day};

    #[derive(Deserialize)]
    pub struct Article {
        id: String,
        slug: String,
        title: String,
        #[serde(default)]
        summary: String,
        #[serde(with = "day")]
        updated_on: Date,
        locale: String,
        locales: Vec<String>,
        #[serde(default)]
        category_id: String,
        locale_used: String,
        category: Option<CategoryLink>,
        body: Vec<Node>,
        #[serde(default)]
        headings: Vec<Heading>,
        #[serde(default)]
        related: Vec<ArticleSummary>,
        #[serde(default)]
        topics: Vec<String>,
        moved_to: Option<String>,
    }

    impl From<Article> for super::Article {
        fn from(wire: Article) -> Self {
            let Article { id, slug, title, summary, updated_on, locale, locales, category_id, .. } = wire;
            Self {
                summary: ArticleSummary { id, slug, title, summary, updated_on, locale, locales, category_id },
                locale_used: wire.locale_used,
                category: wire.category,
                body: wire.body,
                headings: wire.headings,
                related: wire.related,
                topics: wire.topics,
                moved_to: wire.moved_to,
            }
        }
    }
}

pub mod day {
    //! `YYYY-MM-DD`; `time`'s own formats need its macros or differ from RFC 3339.
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use time::{Date, Month};

    pub fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&format_args!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day()))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        let text = String::deserialize(from)?;
        read(&text).ok_or_else(|| D::Error::custom("a day is written YYYY-MM-DD"))
    }

    fn read(text: &str) -> Option<Date> {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month: u8 = parts.next()?.parse().ok()?;
        let day = parts.next()?.parse().ok()?;
        Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
    }
}
