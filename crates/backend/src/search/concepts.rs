//! What a question asks for: one concept for each word that says something, with the words that stand for it.

use std::{collections::HashMap, ops::Range};

use super::{
    analysis::tokens,
    lexicon::{Lexicon, WordId},
    synonyms::Synonyms,
};
use crate::folding::{composed, folded};

/// A thing that is asked for.
#[derive(Clone, Debug, Default)]
pub struct Concept {
    pub alternatives: Vec<Alternative>,
    /// Which of the question's telling words it stands for, counted from 0.
    pub words: Range<usize>,
    /// Whether it is an everyday word, by which a question says little.
    pub is_aside: bool,
}

/// Words that stand for a concept if all of them are there.
#[derive(Clone, Debug)]
pub struct Alternative {
    pub stems: Vec<String>,
    /// The spelling without accents, when this is the word as it was typed.
    pub typed: Option<String>,
    /// 1 for the word itself, less for what only may be meant.
    pub weight: f32,
}

const SYNONYM: f32 = 0.7;
const ONE_SLIP: f32 = 0.8;
const TWO_SLIPS: f32 = 0.55;
const HALF_TYPED: f32 = 0.7;
const MAYBE_HALF_TYPED: f32 = 0.2;
const PART: f32 = 0.6;
const INSIDE: f32 = 0.35;
const MOST_NEAR: usize = 4;
const MOST_LONGER: usize = 8;

/// Reads questions in one language.
pub struct Reader<'a> {
    pub lexicon: &'a Lexicon,
    pub synonyms: &'a Synonyms,
    /// Whether the last word may be typed on.
    pub is_half_typed: bool,
}

impl Reader<'_> {
    /// The concepts of a question.
    pub fn read(&self, question: &str) -> Vec<Concept> {
        let all: Vec<String> = tokens(&composed(question)).into_iter().map(|token| token.word).collect();
        let telling: Vec<&String> = all.iter().filter(|word| !self.synonyms.ignores(word)).collect();
        let words = if telling.is_empty() { all.iter().collect() } else { telling };
        let last = words.len().saturating_sub(1);
        let is_last = |at| self.is_half_typed && at == last && words.get(at).copied() == all.last();
        let concept = |(at, word): (usize, &&String)| Concept {
            words: at..at + 1,
            // Whoever types a few words into a search means each of them.
            is_aside: !self.is_half_typed && self.synonyms.sets_aside(word),
            ..self.concept(word, is_last(at))
        };
        let mut concepts: Vec<Concept> = words.iter().enumerate().map(concept).collect();
        let stems: Vec<String> = words.iter().map(|word| self.lexicon.stem(word)).collect();
        concepts.extend(self.phrases(&stems));
        concepts.retain(|concept| !concept.alternatives.is_empty());
        concepts
    }

    /// Several words that together mean what others do.
    fn phrases(&self, stems: &[String]) -> Vec<Concept> {
        let runs = (2..=self.synonyms.longest()).flat_map(|length| stems.windows(length).enumerate());
        let concepts = runs.map(|(at, run)| {
            let others = self.synonyms.of(run);
            let alternatives = others.map(|stems| Alternative { stems: stems.clone(), typed: None, weight: SYNONYM });
            Concept { alternatives: alternatives.collect(), words: at..at + run.len(), is_aside: false }
        });
        concepts.filter(|concept| !concept.alternatives.is_empty()).collect()
    }

    fn concept(&self, word: &str, is_last: bool) -> Concept {
        let (stem, fold) = (self.lexicon.stem(word), folded(word));
        let is_known = self.lexicon.knows(&fold) || self.lexicon.knows_stem(&stem) || self.synonyms.sets_aside(word);
        let mut found = Found { reader: self, weights: HashMap::new() };
        found.word(vec![stem.clone()], 1.0);
        if is_known {
            for inside in self.lexicon.containing(&fold, MOST_LONGER) {
                found.spelled(inside, INSIDE);
            }
        } else {
            found.guesses(&fold);
        }
        if is_last {
            found.completions(&fold, is_known);
        }
        found.concept(&stem, fold)
    }
}

/// The alternatives found for a word, each at its best weight.
struct Found<'a> {
    reader: &'a Reader<'a>,
    weights: HashMap<Vec<String>, f32>,
}

impl Found<'_> {
    fn add(&mut self, stems: Vec<String>, weight: f32) {
        let best = self.weights.entry(stems).or_insert(weight);
        *best = best.max(weight);
    }

    fn word(&mut self, stems: Vec<String>, weight: f32) {
        for other in self.reader.synonyms.of(&stems) {
            self.add(other.clone(), weight * SYNONYM);
        }
        self.add(stems, weight);
    }

    fn spelled(&mut self, fold: &str, weight: f32) {
        for stem in self.reader.lexicon.stems_of(fold) {
            self.word(vec![stem.to_owned()], weight);
        }
    }

    /// What an unknown word may have been meant as.
    fn guesses(&mut self, fold: &str) {
        let lexicon = self.reader.lexicon;
        for (slips, near) in lexicon.near(fold, MOST_NEAR) {
            self.spelled(near, if slips <= 1 { ONE_SLIP } else { TWO_SLIPS });
        }
        for part in lexicon.parts(fold).into_iter().flatten() {
            self.word(vec![part], PART);
        }
        for inside in lexicon.containing(fold, MOST_LONGER) {
            self.spelled(inside, INSIDE);
        }
    }

    /// What a word may become when it is typed to its end.
    fn completions(&mut self, fold: &str, is_known: bool) {
        let lexicon = self.reader.lexicon;
        let begun = lexicon.beginning_with(fold, MOST_LONGER);
        if begun.is_empty() && !is_known {
            for near in lexicon.beginning_near(fold, MOST_NEAR) {
                self.spelled(near, HALF_TYPED * ONE_SLIP);
            }
        }
        for longer in begun {
            self.spelled(longer, if is_known { MAYBE_HALF_TYPED } else { HALF_TYPED });
        }
    }

    fn concept(self, stem: &str, fold: String) -> Concept {
        let typed = |stems: &[String]| (stems == [stem.to_owned()]).then(|| fold.clone());
        let mut alternatives: Vec<Alternative> = self
            .weights
            .into_iter()
            .map(|(stems, weight)| Alternative { typed: typed(&stems), stems, weight })
            .collect();
        alternatives.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.stems.cmp(&b.stems)));
        Concept { alternatives, words: 0..0, is_aside: false }
    }
}

/// What one word of several says of the concept that they stand for together.
const ONE_OF_SEVERAL: f32 = 0.5;
/// How surely a word has to stand for a concept to be marked.
pub const SURE: f32 = 0.5;

/// Which concept a word of the texts stands for, and how surely.
pub type Meanings = HashMap<WordId, (usize, f32)>;

/// The words of the texts that stand for one of the concepts.
pub fn meanings(concepts: &[Concept], lexicon: &Lexicon) -> Meanings {
    let mut meanings = Meanings::new();
    for (at, concept) in concepts.iter().enumerate() {
        for Alternative { stems, weight, .. } in &concept.alternatives {
            let weight = if stems.len() > 1 { weight * ONE_OF_SEVERAL } else { *weight };
            for id in stems.iter().flat_map(|stem| lexicon.with_stem(stem)) {
                let known = meanings.entry(*id).or_insert((at, weight));
                if known.1 < weight {
                    *known = (at, weight);
                }
            }
        }
    }
    meanings
}
