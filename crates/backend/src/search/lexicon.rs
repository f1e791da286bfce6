//! Every word of the indexed texts, and the words near a word: mistyped, half typed, or part of a longer one.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{
    analysis::Stems,
    distance::{slips, tolerated},
};
use crate::folding::folded;

/// A word's number in its lexicon.
pub type WordId = u32;

/// The words of one language.
pub struct Lexicon {
    stems: Stems,
    ids: HashMap<String, WordId>,
    words: Vec<Word>,
    by_stem: HashMap<String, Vec<WordId>>,
    by_fold: BTreeMap<String, Known>,
}

struct Word {
    stem: String,
    fold: String,
}

/// A word without accents.
struct Known {
    letters: Vec<char>,
    ids: Vec<WordId>,
    /// How often it stands in the texts.
    count: u32,
}

/// Fewest letters of a part of a longer word.
const PART_MIN: usize = 4;

impl Lexicon {
    pub fn new(locale: &str) -> Self {
        Self {
            stems: Stems::of(locale),
            ids: HashMap::new(),
            words: Vec::new(),
            by_stem: HashMap::new(),
            by_fold: BTreeMap::new(),
        }
    }

    /// Learns a word, in small letters; `count` is 0 for one that stands in no text.
    pub fn learn(&mut self, word: &str, count: u32) -> WordId {
        if let Some(id) = self.ids.get(word).copied() {
            let fold = self.forms(id).1.to_owned();
            if let Some(known) = self.by_fold.get_mut(&fold) {
                known.count += count;
            }
            return id;
        }
        let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        let (stem, fold) = (self.stems.stem(word), folded(word));
        self.ids.insert(word.to_owned(), id);
        self.by_stem.entry(stem.clone()).or_default().push(id);
        let letters = || Known { letters: fold.chars().collect(), ids: Vec::new(), count: 0 };
        let known = self.by_fold.entry(fold.clone()).or_insert_with(letters);
        known.ids.push(id);
        known.count += count;
        self.words.push(Word { stem, fold });
        id
    }

    fn word(&self, id: WordId) -> Option<&Word> {
        self.words.get(usize::try_from(id).ok()?)
    }

    /// The stem and the spelling without accents of a word that was learnt.
    pub fn forms(&self, id: WordId) -> (&str, &str) {
        self.word(id).map(|word| (word.stem.as_str(), word.fold.as_str())).unwrap_or_default()
    }

    /// The stem of any word.
    pub fn stem(&self, word: &str) -> String {
        let known = self.ids.get(word).and_then(|id| self.word(*id));
        known.map_or_else(|| self.stems.clone().stem(word), |known| known.stem.clone())
    }

    /// The words with this stem.
    pub fn with_stem(&self, stem: &str) -> &[WordId] {
        self.by_stem.get(stem).map(Vec::as_slice).unwrap_or_default()
    }

    pub fn knows_stem(&self, stem: &str) -> bool {
        self.by_stem.contains_key(stem)
    }

    pub fn knows(&self, fold: &str) -> bool {
        self.by_fold.contains_key(fold)
    }

    /// Words at most as many slips away as the word's length allows, the nearest and most frequent first.
    pub fn near(&self, fold: &str, most: usize) -> Vec<(usize, &str)> {
        let letters: Vec<char> = fold.chars().collect();
        let allowed = tolerated(letters.len());
        if allowed == 0 {
            return Vec::new();
        }
        let near = self.by_fold.iter().filter_map(|(other, known)| {
            let slips = slips(&letters, &known.letters, allowed)?;
            Some((slips, std::cmp::Reverse(known.count), other.as_str()))
        });
        let mut near: Vec<_> = near.collect();
        near.sort_unstable();
        near.into_iter().take(most).map(|(slips, _, other)| (slips, other)).collect()
    }

    /// Longer words that begin so, the most frequent first.
    pub fn beginning_with(&self, fold: &str, most: usize) -> Vec<&str> {
        let from = self.by_fold.range(fold.to_owned()..);
        let longer = from.take_while(|(other, _)| other.starts_with(fold)).filter(|(other, _)| *other != fold);
        most_frequent(longer.map(|(other, known)| (known.count, other.as_str())), most)
    }

    /// Longer words whose beginning is one slip away.
    pub fn beginning_near(&self, fold: &str, most: usize) -> Vec<&str> {
        let letters: Vec<char> = fold.chars().collect();
        if tolerated(letters.len()) == 0 {
            return Vec::new();
        }
        let longer = self.by_fold.iter().filter(|(_, known)| {
            known.letters.get(..letters.len()).is_some_and(|start| slips(&letters, start, 1).is_some())
        });
        most_frequent(longer.map(|(other, known)| (known.count, other.as_str())), most)
    }

    /// Longer words with this one inside or at their end: compounds.
    pub fn containing(&self, fold: &str, most: usize) -> Vec<&str> {
        if fold.chars().count() < PART_MIN {
            return Vec::new();
        }
        let inside = |other: &str| other.find(fold).is_some_and(|at| at > 0);
        let longer = self.by_fold.iter().filter(|(other, _)| inside(other));
        most_frequent(longer.map(|(other, known)| (known.count, other.as_str())), most)
    }

    /// The stems of the two words that a compound is made of, if both are known; an `s` may join them.
    pub fn parts(&self, fold: &str) -> Option<[String; 2]> {
        let cuts = fold.char_indices().map(|(at, _)| at).filter(|at| *at >= PART_MIN);
        let pair = |at: usize| {
            let (first, second) = fold.split_at_checked(at)?;
            let shorter = first.len().min(second.len());
            let known = |part: &str| Some(self.stem(part)).filter(|stem| shorter >= PART_MIN && self.knows_stem(stem));
            let first = known(first).or_else(|| known(first.strip_suffix('s')?))?;
            Some((shorter, [first, known(second)?]))
        };
        cuts.filter_map(pair).max_by_key(|(shorter, _)| *shorter).map(|(_, parts)| parts)
    }

    /// The numbers of the words with this spelling.
    pub fn spelled(&self, fold: &str) -> &[WordId] {
        self.by_fold.get(fold).map(|known| known.ids.as_slice()).unwrap_or_default()
    }

    /// The stems of the words with this spelling.
    pub fn stems_of(&self, fold: &str) -> HashSet<&str> {
        self.spelled(fold).iter().map(|id| self.forms(*id).0).collect()
    }
}

fn most_frequent<'a>(words: impl Iterator<Item = (u32, &'a str)>, most: usize) -> Vec<&'a str> {
    let mut words: Vec<_> = words.map(|(count, word)| (std::cmp::Reverse(count), word)).collect();
    words.sort_unstable();
    words.into_iter().take(most).map(|(_, word)| word).collect()
}
