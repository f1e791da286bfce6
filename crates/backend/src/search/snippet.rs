//! The words around the best fit in an article, with the fitting ones marked.

use contract::SnippetPart;

use super::{
    concepts::{Meanings, SURE},
    lexicon::WordId,
};

/// A section's words with the bytes they stand at, and its heading's words.
pub struct Marked {
    pub heading: Vec<WordId>,
    pub words: Vec<(usize, usize, WordId)>,
}

/// Chooses the best place of an article.
pub struct Snippets<'a> {
    pub sections: &'a [Marked],
    pub meanings: &'a Meanings,
}

/// A place in an article: a section, and the words of it to show.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub section: usize,
    from: usize,
    to: usize,
    score: f32,
}

/// Words that are shown.
const LENGTH: usize = 30;
/// Words before the first fit.
const LEAD: usize = 6;
/// What the heading adds.
const HEADING: f32 = 0.5;
const CUT: &str = "…";

impl Snippets<'_> {
    /// The place that most concepts meet at; none if the text holds none.
    pub fn best(&self) -> Option<Place> {
        let places = self.sections.iter().enumerate().filter_map(|(at, section)| self.best_of(at, section));
        places.reduce(|best, next| if next.score > best.score { next } else { best })
    }

    fn best_of(&self, section: usize, marked: &Marked) -> Option<Place> {
        let heading = HEADING * self.weigh(marked.heading.iter());
        let fits = marked.words.iter().enumerate().filter(|(_, (_, _, word))| self.meanings.contains_key(word));
        let places = fits.map(|(at, _)| {
            let from = if marked.words.len() <= LENGTH { 0 } else { at.saturating_sub(LEAD) };
            let to = (from + LENGTH).min(marked.words.len());
            let shown = marked.words.get(from..to).unwrap_or_default();
            Place { section, from, to, score: heading + self.weigh(shown.iter().map(|(_, _, word)| word)) }
        });
        places.reduce(|best, next| if next.score > best.score { next } else { best })
    }

    /// Each concept counts once, at its best; repetitions only break ties.
    fn weigh<'a>(&self, words: impl Iterator<Item = &'a WordId>) -> f32 {
        let mut best: Vec<(usize, f32)> = Vec::new();
        let mut repeated = 0.0;
        for (concept, weight) in words.filter_map(|word| self.meanings.get(word)) {
            match best.iter_mut().find(|(known, _)| known == concept) {
                Some((_, known)) => {
                    *known = known.max(*weight);
                    repeated += 0.01;
                }
                None => best.push((*concept, *weight)),
            }
        }
        best.iter().map(|(_, weight)| weight).sum::<f32>() + repeated
    }

    /// A text as it is, without marks.
    pub fn plain(text: &str) -> Vec<SnippetPart> {
        vec![SnippetPart { text: text.to_owned(), mark: false }]
    }
}

impl Place {
    /// The words of the place, in parts.
    pub fn cut(self, text: &str, sections: &[Marked], meanings: &Meanings) -> Vec<SnippetPart> {
        let words = sections.get(self.section).map(|section| section.words.as_slice()).unwrap_or_default();
        let shown = words.get(self.from..self.to).unwrap_or_default();
        let start = if self.from == 0 { 0 } else { shown.first().map_or(0, |word| word.0) };
        let end = if self.to == words.len() { text.len() } else { shown.last().map_or(text.len(), |word| word.1) };
        let mut parts = Parts::default();
        parts.push(if start > 0 { CUT } else { "" }, false);
        let mut at = start;
        for (from, to, _) in shown.iter().filter(|(_, _, word)| is_sure(meanings, *word)) {
            parts.push(text.get(at..*from).unwrap_or_default(), false);
            parts.push(text.get(*from..*to).unwrap_or_default(), true);
            at = *to;
        }
        parts.push(text.get(at..end).unwrap_or_default(), false);
        parts.push(if end < text.len() { CUT } else { "" }, false);
        parts.0
    }
}

fn is_sure(meanings: &Meanings, word: WordId) -> bool {
    meanings.get(&word).is_some_and(|(_, weight)| *weight >= SURE)
}

#[derive(Default)]
struct Parts(Vec<SnippetPart>);

impl Parts {
    fn push(&mut self, text: &str, mark: bool) {
        match self.0.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.mark == mark => last.text.push_str(text),
            _ => self.0.push(SnippetPart { text: text.to_owned(), mark }),
        }
    }
}
