//! How long a search takes over many articles, made of the folder's own by mixing their sections.

use std::{
    fmt,
    time::{Duration, Instant},
};

use super::{Document, SearchError, documents, index::LocaleIndex};
use crate::content::Library;

/// What was measured.
#[derive(Debug)]
pub struct Report {
    articles: usize,
    queries: usize,
    median: Duration,
    p95: Duration,
    worst: Duration,
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { articles, queries, .. } = self;
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        let (median, p95, worst) = (ms(self.median), ms(self.p95), ms(self.worst));
        write!(
            to,
            "search over {articles} articles, {queries} queries: \
             median {median:.2} ms, p95 {p95:.2} ms, worst {worst:.2} ms"
        )
    }
}

impl Report {
    /// The time that 95 of 100 queries stay within.
    #[must_use]
    pub fn p95(&self) -> Duration {
        self.p95
    }
}

/// Plain, mistyped, half-typed, long, and not about anything.
const QUERIES: [&str; 12] = [
    "refund",
    "my parcel has not arrived",
    "pracel not arived",
    "withdr",
    "how do I get my money back from the seller",
    "counterfit",
    "p",
    "the",
    "when is the payout released after delivery of the object to the buyer",
    "“quotes” AND (operators OR not)",
    "zzzzzzzzzz",
    "customer suport phone numbr langages email chat",
];
const ROUNDS: usize = 10;

/// Indexes `articles` mixed articles of the default language and searches them.
///
/// # Errors
/// If the index fails.
pub fn measure(library: &Library, articles: usize) -> Result<Report, SearchError> {
    let locale = &library.default_locale;
    let synonyms = library.synonyms.get(locale).map(String::as_str).unwrap_or_default();
    let index = LocaleIndex::build(locale, mixed(&documents(library, locale), articles), synonyms)?;
    let mut times = Vec::with_capacity(QUERIES.len() * ROUNDS);
    for query in std::iter::repeat_n(QUERIES, ROUNDS).flatten() {
        let began = Instant::now();
        index.find(query)?;
        times.push(began.elapsed());
    }
    times.sort_unstable();
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    Ok(Report {
        articles,
        queries: times.len(),
        median: at(50),
        p95: at(95),
        worst: times.last().copied().unwrap_or_default(),
    })
}

/// Articles with the title of one, the keywords of another and sections of several.
fn mixed(real: &[Document], articles: usize) -> Vec<Document> {
    let pick = |number: usize| real.get(number % real.len().max(1));
    let article = |number: usize| {
        let mut document = pick(number)?.clone();
        document.summary.slug = format!("{}-{number}", document.summary.slug);
        document.keywords = pick(number / real.len())?.keywords.clone();
        for (at, section) in document.sections.iter_mut().enumerate().skip(1) {
            let other = pick(number / (at + 1) + at)?;
            if let Some(other) = other.sections.get(at) {
                *section = other.clone();
            }
        }
        Some(document)
    };
    (0..articles).filter_map(article).collect()
}
