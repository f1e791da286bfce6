//! Words of one meaning, from a file for each language: `parcel, package, money back` on a line.
//! `ignore: a, the` names words that say nothing about what is looked for, `aside: yesterday` words that say little.

use std::collections::{HashMap, HashSet};

use super::{analysis::tokens, lexicon::Lexicon};
use crate::folding::folded;

const IGNORE: &str = "ignore:";
const ASIDE: &str = "aside:";

/// A word or several, as stems.
pub type Phrase = Vec<String>;

/// The groups of phrases that mean the same.
#[derive(Debug, Default)]
pub struct Synonyms {
    groups: Vec<Vec<Phrase>>,
    by_phrase: HashMap<Phrase, Vec<usize>>,
    /// With their accents, and without: readers leave them out.
    ignored: HashSet<String>,
    /// The same of everyday words.
    aside: HashSet<String>,
    /// Words of the longest phrase.
    longest: usize,
}

impl Synonyms {
    /// Reads a file; its words become known to the lexicon, so that slips in them are seen, too.
    pub fn read(text: &str, lexicon: &mut Lexicon) -> Self {
        let mut synonyms = Self::default();
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        let (ignored, rest): (Vec<&str>, Vec<&str>) =
            lines.filter(|line| !line.is_empty()).partition(|line| line.starts_with(IGNORE));
        let (aside, groups): (Vec<&str>, Vec<&str>) = rest.into_iter().partition(|line| line.starts_with(ASIDE));
        synonyms.ignored = words(&ignored, IGNORE);
        synonyms.aside = words(&aside, ASIDE);
        for line in groups {
            let phrases = line.split(',').map(|phrase| synonyms.phrase(phrase, lexicon));
            let phrases: Vec<Phrase> = phrases.filter(|phrase| !phrase.is_empty()).collect();
            synonyms.add(phrases);
        }
        synonyms
    }

    fn phrase(&self, text: &str, lexicon: &mut Lexicon) -> Phrase {
        let words: Vec<String> = tokens(text).into_iter().map(|token| token.word).collect();
        let telling = words.iter().filter(|word| !self.ignored.contains(*word));
        telling.map(|word| learnt(word, lexicon)).collect()
    }

    fn add(&mut self, phrases: Vec<Phrase>) {
        let group = self.groups.len();
        for phrase in &phrases {
            self.longest = self.longest.max(phrase.len());
            self.by_phrase.entry(phrase.clone()).or_default().push(group);
        }
        self.groups.push(phrases);
    }

    /// Whether a word, in small letters, says nothing about what is looked for.
    pub fn ignores(&self, word: &str) -> bool {
        self.ignored.contains(word)
    }

    /// Whether a question says little by a word, in small letters.
    pub fn sets_aside(&self, word: &str) -> bool {
        self.aside.contains(word)
    }

    /// Words of the longest phrase.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// The other phrases that mean the same.
    pub fn of<'a>(&'a self, phrase: &'a [String]) -> impl Iterator<Item = &'a Phrase> {
        let groups = self.by_phrase.get(phrase).map(Vec::as_slice).unwrap_or_default();
        let phrases = groups.iter().filter_map(|group| self.groups.get(*group)).flatten();
        phrases.filter(move |other| other.as_slice() != phrase)
    }
}

/// With their accents, and without.
fn words(lines: &[&str], prefix: &str) -> HashSet<String> {
    let words = lines.iter().flat_map(|line| tokens(line.trim_start_matches(prefix)));
    words.flat_map(|word| [folded(&word.word), word.word]).collect()
}

fn learnt(word: &str, lexicon: &mut Lexicon) -> String {
    let id = lexicon.learn(word, 0);
    lexicon.forms(id).0.to_owned()
}
