//! Search in the articles: one index in memory for each language, made anew with the content.
//! A question is only words; there is no query language.

pub(crate) mod analysis;
pub(crate) mod concepts;
pub(crate) mod distance;
mod index;
pub(crate) mod lexicon;
pub(crate) mod query;
mod snippet;
pub(crate) mod synonyms;

pub mod bench;

use std::collections::BTreeMap;

use contract::{ArticleSummary, Heading, SearchHit};
use thiserror::Error;

use self::index::LocaleIndex;
pub(crate) use self::index::put;
use crate::content::{ArticleEntry, ArticleText, Library, markdown::words_of};

/// Why a search failed.
#[derive(Debug, Error)]
pub enum SearchError {
    #[error("the index failed: {0}")]
    Index(#[from] tantivy::TantivyError),
}

/// The articles as they are searched, by language.
pub struct Search {
    by_locale: BTreeMap<String, LocaleIndex>,
}

/// An article as it is searched.
#[derive(Clone, Debug)]
pub struct Document {
    pub summary: ArticleSummary,
    pub keywords: Vec<String>,
    pub sections: Vec<Section>,
}

/// The text under a heading, or the text before the first.
#[derive(Clone, Debug, Default)]
pub struct Section {
    pub heading: Option<Heading>,
    pub text: String,
}

impl Search {
    /// Indexes a library.
    ///
    /// # Errors
    /// If an index cannot be made.
    pub fn build(library: &Library) -> Result<Self, SearchError> {
        let mut by_locale = BTreeMap::new();
        for locale in &library.locales {
            let synonyms = library.synonyms.get(&locale.tag).map(String::as_str).unwrap_or_default();
            let index = LocaleIndex::build(&locale.tag, documents(library, &locale.tag), synonyms)?;
            by_locale.insert(locale.tag.clone(), index);
        }
        Ok(Self { by_locale })
    }

    /// The articles that fit a question best; none for a language without an index.
    ///
    /// # Errors
    /// If the index fails.
    pub fn find(&self, locale: &str, question: &str) -> Result<Vec<SearchHit>, SearchError> {
        self.by_locale.get(locale).map_or(Ok(Vec::new()), |index| index.find(question))
    }
}

/// The articles as a reader of `locale` sees them.
#[must_use]
pub fn documents(library: &Library, locale: &str) -> Vec<Document> {
    let shown = |article| library.text_for(article, locale).map(|(tag, text)| document(article, tag, text));
    library.articles.values().filter_map(shown).collect()
}

fn document(article: &ArticleEntry, locale: &str, text: &ArticleText) -> Document {
    let summary = ArticleSummary {
        id: article.slug.clone(),
        slug: article.slug.clone(),
        category_id: article.category.clone(),
        title: text.title.clone(),
        summary: text.summary.clone(),
        updated_on: text.updated_on,
        locale: locale.to_owned(),
        locales: article.texts.keys().cloned().collect(),
    };
    Document { summary, keywords: text.keywords.clone(), sections: sections(text) }
}

fn sections(text: &ArticleText) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    for node in &text.body {
        if let contract::Node::Heading { level, anchor, children } = node {
            let words = words_of(children).trim().to_owned();
            let heading = Heading { level: *level, anchor: anchor.clone(), text: words };
            sections.push(Section { heading: Some(heading), text: String::new() });
        } else if let Some(section) = sections.last_mut() {
            section.text.push_str(&words_of(std::slice::from_ref(node)));
        }
    }
    sections.retain(|section| section.heading.is_some() || !section.text.is_empty());
    sections
}
