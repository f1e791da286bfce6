//! Concepts as an index query, and the fields that an index has.

use tantivy::{
    Term,
    query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Occur, Query, TermQuery},
    schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions},
};

use super::concepts::{Alternative, Concept};

/// A text in two forms: stems, and spellings without accents.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    pub stem: Field,
    pub fold: Field,
    boost: f32,
}

/// The fields of an index.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub title: Pair,
    pub heading: Pair,
    pub keyword: Pair,
    pub body: Pair,
}

/// What the other alternatives of a concept add to its best.
const ALSO: f32 = 0.2;
/// What the very spelling adds to the stem.
const SPELLING: f32 = 0.3;
/// What an everyday word counts.
const ASIDE: f32 = 0.25;
/// Weights of an article's title, headings, keywords and body.
const ARTICLE: [f32; 4] = [3.0, 1.5, 3.0, 1.0];

impl Fields {
    /// The fields of articles, and the schema they belong to.
    pub fn schema() -> (Self, Schema) {
        Self::weighted(ARTICLE)
    }

    /// The fields with weights of title, heading, keyword and body, and the schema they belong to.
    pub fn weighted([title, heading, keyword, body]: [f32; 4]) -> (Self, Schema) {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default().set_index_option(IndexRecordOption::WithFreqs).set_tokenizer("raw");
        let options = TextOptions::default().set_indexing_options(indexing);
        let mut pair = |name: &str, boost| Pair {
            stem: schema.add_text_field(&format!("{name}_stem"), options.clone()),
            fold: schema.add_text_field(&format!("{name}_fold"), options.clone()),
            boost,
        };
        let fields = Self {
            title: pair("title", title),
            heading: pair("heading", heading),
            keyword: pair("keyword", keyword),
            body: pair("body", body),
        };
        (fields, schema.build())
    }

    fn all(&self) -> [Pair; 4] {
        [self.title, self.heading, self.keyword, self.body]
    }

    /// The query that scores articles by the concepts they hold.
    pub fn query(&self, concepts: &[Concept]) -> BooleanQuery {
        let clauses = concepts.iter().map(|concept| (Occur::Should, self.concept(concept)));
        BooleanQuery::new(clauses.collect())
    }

    fn concept(&self, concept: &Concept) -> Box<dyn Query> {
        let alternatives = concept.alternatives.iter().map(|alternative| self.alternative(alternative));
        let any = Box::new(DisjunctionMaxQuery::with_tie_breaker(alternatives.collect(), ALSO));
        if concept.is_aside { Box::new(BoostQuery::new(any, ASIDE)) } else { any }
    }

    fn alternative(&self, alternative: &Alternative) -> Box<dyn Query> {
        let Alternative { stems, typed, weight } = alternative;
        // A share for each word, so that many words for a thing do not count more than one.
        let share = weight / f32::from(u16::try_from(stems.len().max(1)).unwrap_or(u16::MAX));
        let mut words: Vec<(Occur, Box<dyn Query>)> =
            stems.iter().map(|stem| (Occur::Must, self.word(stem, |pair| pair.stem, share))).collect();
        if let Some(fold) = typed {
            words.push((Occur::Should, self.word(fold, |pair| pair.fold, share * SPELLING)));
        }
        Box::new(BooleanQuery::new(words))
    }

    fn word(&self, text: &str, field: impl Fn(&Pair) -> Field, weight: f32) -> Box<dyn Query> {
        let terms = self.all().map(|pair| {
            let term = TermQuery::new(Term::from_field_text(field(&pair), text), IndexRecordOption::WithFreqs);
            let boosted: Box<dyn Query> = Box::new(BoostQuery::new(Box::new(term), pair.boost * weight));
            (Occur::Should, boosted)
        });
        Box::new(BooleanQuery::new(terms.into()))
    }
}
