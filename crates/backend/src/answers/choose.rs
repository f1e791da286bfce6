//! Chooses the sentences of an answer: the best passage speaks first and longest, up to two others add to it.

use contract::{AnswerSentence, Source, SourceKind};

use super::{index::Ranked, passages::Passage, sentences::Sentence};

/// Tuned on one half of the questions in `tests/data/questions.toml`: the least share of what a question says that a passage has to bear, so that it answers.
pub const SUPPORT: f32 = 0.35;
/// The same where facts of the order answer a part of the question.
pub const BESIDE_FACTS: f32 = 0.22;
/// How well another passage has to fit beside the best, as a share of its score.
const BESIDE: f32 = 0.5;
/// Passages that an answer is made of.
const PASSAGES: usize = 3;
/// Sentences of the best passage.
const OF_THE_BEST: usize = 3;
/// How much a further sentence of the best passage has to bear, as a share of its best.
const FURTHER: f32 = 0.6;

/// The sentences; none if the best passage bears less than `support` of the question.
pub fn chosen(ranked: &[Ranked<'_>], support: f32) -> Vec<AnswerSentence> {
    let is_told = |ranked: &&Ranked<'_>| !ranked.passage.sentences.is_empty();
    let Some(best) = ranked.first().filter(is_told).filter(|best| best.coverage >= support) else {
        return Vec::new();
    };
    let beside = ranked.iter().skip(1).filter(is_told).filter(|other| other.score >= BESIDE * best.score);
    let mut sentences = of_the_best(best);
    for other in beside.take(PASSAGES - 1) {
        let first = strongest(other).and_then(|at| other.passage.sentences.get(at));
        sentences.extend(first.map(|sentence| told(other.passage, sentence)));
    }
    sentences
}

/// The sentence that bears most; the earliest of equals.
fn strongest(ranked: &Ranked<'_>) -> Option<usize> {
    let shares = ranked.sentences.iter().copied().enumerate();
    shares.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(at, _)| at)
}

/// The strongest sentence with what stands beside it in the same block, and others that bear nearly as much.
fn of_the_best(best: &Ranked<'_>) -> Vec<AnswerSentence> {
    let Some(strongest) = strongest(best) else { return Vec::new() };
    let most = best.sentences.get(strongest).copied().unwrap_or_default();
    let block = |at: usize| best.passage.sentences.get(at).map(|sentence| sentence.block);
    let mut places = vec![strongest];
    let mut others: Vec<(usize, f32)> = best
        .sentences
        .iter()
        .copied()
        .enumerate()
        .filter(|(at, share)| *at != strongest && *share >= FURTHER * most)
        .collect();
    others.sort_by(|a, b| b.1.total_cmp(&a.1));
    places.extend(others.into_iter().map(|(at, _)| at));
    // The words before it say what it speaks of.
    let beside = [strongest.checked_sub(1), strongest.checked_add(1)];
    places.extend(beside.into_iter().flatten().filter(|at| block(*at).is_some() && block(*at) == block(strongest)));
    let mut kept: Vec<usize> = Vec::new();
    for at in places {
        if kept.len() < OF_THE_BEST && !kept.contains(&at) {
            kept.push(at);
        }
    }
    kept.sort_unstable();
    let sentences = kept.into_iter().filter_map(|at| best.passage.sentences.get(at));
    sentences.map(|sentence| told(best.passage, sentence)).collect()
}

/// A sentence of a passage, with where it stands.
pub fn told(passage: &Passage, sentence: &Sentence) -> AnswerSentence {
    let source = Source {
        kind: SourceKind::Article,
        id: passage.slug.clone(),
        title: passage.title.clone(),
        heading: passage.heading.clone(),
        quote: sentence.text.clone(),
    };
    AnswerSentence { nodes: sentence.nodes.clone(), sources: vec![source] }
}
