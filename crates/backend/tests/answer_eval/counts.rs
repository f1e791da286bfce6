//! Questions with what is expected, and how many of them were answered how.

use serde::Deserialize;

/// A file of questions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub question: Vec<Row>,
}

/// A question, and the sections that answer it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub locale: String,
    pub q: String,
    #[serde(default)]
    pub sources: Vec<String>,
    #[serde(default)]
    pub none: bool,
}

/// How many could be answered, came first, came among the first three; how many could not, were answered wrongly.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub answerable: usize,
    pub first: usize,
    pub three: usize,
    pub unanswerable: usize,
    pub answered_anyway: usize,
    pub beside_the_point: usize,
}

impl Counts {
    /// Counts what was found for a question.
    pub fn add(&mut self, row: &Row, found: &[String]) {
        if row.none {
            self.unanswerable += 1;
            self.answered_anyway += usize::from(!found.is_empty());
            return;
        }
        let place = found.iter().position(|section| row.sources.contains(section));
        self.answerable += 1;
        self.first += usize::from(place == Some(0));
        self.three += usize::from(place.is_some_and(|place| place < 3));
        self.beside_the_point += usize::from(!found.is_empty() && place.is_none_or(|place| place >= 3));
    }

    /// Percent: first, among the first three, answered wrongly.
    pub fn figures(&self) -> [f64; 3] {
        let percent = |part: usize, whole: usize| {
            100.0 * f64::from(u32::try_from(part).unwrap()) / f64::from(u32::try_from(whole.max(1)).unwrap())
        };
        let wrong = self.answered_anyway + self.beside_the_point;
        [
            percent(self.first, self.answerable),
            percent(self.three, self.answerable),
            percent(wrong, self.answerable + self.unanswerable),
        ]
    }

    /// The figures as a sentence.
    pub fn said(&self) -> String {
        let [first, three, wrong] = self.figures();
        format!(
            "{} answerable: first source right {first:.1} %, among the first three {three:.1} %; \
             {} unanswerable, {} of them answered anyway; answered wrongly {wrong:.1} %",
            self.answerable, self.unanswerable, self.answered_anyway
        )
    }
}
