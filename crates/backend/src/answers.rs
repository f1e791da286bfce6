//! Answers out of the help centre and the order: sentences that stand there, chosen and put in order, never written.
//! Without support there is none. Pure: no network, no clock of its own.

mod choose;
mod facts;
mod grounds;
mod index;
mod moments;
mod passages;
mod sentences;

use std::collections::BTreeMap;

use contract::{AnswerSentence, Order};
use time::OffsetDateTime;

use self::{
    choose::{BESIDE_FACTS, SUPPORT, chosen},
    facts::Facts,
    index::PassageIndex,
    passages::passages,
};
use crate::{content::Library, model::Ground, search::SearchError};

/// Most sentences of an answer, and of one that begins with what is known of an order.
const MOST: usize = 5;
const MOST_OF_AN_ORDER: usize = 6;

/// The passages and facts that answers are made of, by language.
pub struct Answers {
    by_locale: BTreeMap<String, Sources>,
}

struct Sources {
    passages: PassageIndex,
    facts: Option<Facts>,
}

/// What is asked, and what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    pub words: &'a str,
    /// A language that the content has.
    pub locale: &'a str,
    pub topic: Option<&'a str>,
    /// The order it is about, as the asker may see it.
    pub order: Option<&'a Order>,
    /// Where the asker is, as an IANA name; dates are written in UTC where it is unknown.
    pub timezone: &'a str,
    pub now: OffsetDateTime,
}

impl Answers {
    /// Indexes a library's passages.
    ///
    /// # Errors
    /// If an index cannot be made.
    pub fn build(library: &Library) -> Result<Self, SearchError> {
        let mut by_locale = BTreeMap::new();
        for locale in &library.locales {
            let synonyms = library.synonyms.get(&locale.tag).map(String::as_str).unwrap_or_default();
            let passages = PassageIndex::build(&locale.tag, passages(library, &locale.tag), synonyms)?;
            let facts = library.order_words.get(&locale.tag).map(|words| Facts::of(&locale.tag, words.clone()));
            by_locale.insert(locale.tag.clone(), Sources { passages, facts });
        }
        Ok(Self { by_locale })
    }

    /// The sentences that answer a question, what is known of the order first; none if nothing supports an answer.
    ///
    /// # Errors
    /// If an index fails.
    pub fn answer(&self, question: &Question<'_>) -> Result<Vec<AnswerSentence>, SearchError> {
        let Some(sources) = self.by_locale.get(question.locale) else { return Ok(Vec::new()) };
        let facts = sources.facts.as_ref().map(|facts| facts.answering(question)).unwrap_or_default();
        // Beside what is known of the order, less of the question is left for the rules to bear.
        let (support, most) = if facts.is_empty() { (SUPPORT, MOST) } else { (BESIDE_FACTS, MOST_OF_AN_ORDER) };
        let told = chosen(&sources.passages.rank(question)?, support);
        Ok(facts.into_iter().chain(told).take(most).collect())
    }

    /// The sentences that a language model may write an answer from; none where it is not to be asked.
    ///
    /// # Errors
    /// If an index fails.
    pub fn grounds(&self, question: &Question<'_>) -> Result<Vec<Ground>, SearchError> {
        let Some(sources) = self.by_locale.get(question.locale) else { return Ok(Vec::new()) };
        let facts = match &sources.facts {
            Some(facts) => facts.told_to_a_model(question),
            None => Some(Vec::new()),
        };
        let Some(facts) = facts else { return Ok(Vec::new()) };
        Ok(grounds::of(facts, &sources.passages.rank(question)?))
    }
}
