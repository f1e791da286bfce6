//! What a language model may write an answer from: what is known of the order, and the passages that fit the question.

use contract::AnswerSentence;

use super::{choose::told, index::Ranked};
use crate::{
    content::markdown::words_of,
    model::{Ground, cleaned, speaks_to_a_machine},
};

/// Passages that fit, at most.
const PASSAGES: usize = 4;
/// Sentences of one passage, at most.
const OF_A_PASSAGE: usize = 10;
/// The least share of the question that a passage has to bear: less than for an answer out of its own sentences.
const BEARS: f32 = 0.2;

/// The facts, then the sentences of the passages. There are none where the best passage is one that nobody tells, or
/// where no passage fits and nothing is known of an order: then there is nothing to write from.
pub fn of(facts: Vec<AnswerSentence>, ranked: &[Ranked<'_>]) -> Vec<Ground> {
    if ranked.first().is_some_and(|best| best.passage.sentences.is_empty()) {
        return Vec::new();
    }
    let fit = ranked.iter().filter(|ranked| !ranked.passage.sentences.is_empty() && ranked.coverage >= BEARS);
    let of_articles = fit.take(PASSAGES).flat_map(|ranked| {
        let sentences = ranked.passage.sentences.iter().take(OF_A_PASSAGE);
        sentences.map(|sentence| told(ranked.passage, sentence))
    });
    facts.into_iter().chain(of_articles).filter_map(ground).collect()
}

/// A sentence as a model may read it. What is said to machines is left out: no editor writes that to people.
fn ground(sentence: AnswerSentence) -> Option<Ground> {
    let text = cleaned(&words_of(&sentence.nodes));
    let source = sentence.sources.into_iter().next()?;
    (!text.is_empty() && !speaks_to_a_machine(&text)).then_some(Ground { text, source })
}
