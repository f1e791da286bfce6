//! The index of one language's passages: how well each fits a question, and how much of the question it bears.

use std::collections::HashSet;

use tantivy::{
    Index, IndexReader, SingleSegmentIndexWriter, TantivyDocument, collector::TopDocs, directory::RamDirectory,
};

use super::{Question, passages::Passage};
use crate::{
    content::Audience,
    folding::composed,
    search::{
        SearchError,
        analysis::tokens,
        concepts::{Concept, Reader},
        lexicon::{Lexicon, WordId},
        put,
        query::Fields,
        synonyms::Synonyms,
    },
};

/// Passages in one language, ready to be asked.
pub struct PassageIndex {
    reader: IndexReader,
    fields: Fields,
    lexicon: Lexicon,
    synonyms: Synonyms,
    entries: Vec<Entry>,
}

struct Entry {
    passage: Passage,
    /// Stems of title, heading and keywords.
    about: HashSet<String>,
    /// Stems of each sentence.
    sentences: Vec<HashSet<String>>,
}

/// A passage that fits a question.
#[derive(Clone, Debug)]
pub struct Ranked<'a> {
    pub passage: &'a Passage,
    pub score: f32,
    /// The share of what the question says that the passage bears, from 0 to 1.
    pub coverage: f32,
    /// The same for each sentence alone.
    pub sentences: Vec<f32>,
}

/// Bytes that the writer may use: enough for one segment, so that a passage's number is its place in the list.
const WRITER_BYTES: usize = 64 << 20;
/// Passages that are looked at more closely.
const CANDIDATES: usize = 60;
/// Words of a question that are read.
const MOST_WORDS: usize = 80;
/// Weights of title, heading, keywords and body.
const PASSAGE: [f32; 4] = [0.6, 1.2, 1.2, 1.0];
/// What the share of the question counts that the best sentence bears, beside the score of the index.
const SENTENCE: f32 = 0.5;
/// What the share counts that the passage bears.
const COVERAGE: f32 = 2.5;
/// What is left of a passage's score that is written for the other side of the order.
const OTHER_SIDE: f32 = 0.85;
/// What a passage of the topic that was chosen gains.
const TOPIC: f32 = 1.1;
/// How much a word says that stands nowhere in the texts, as a share of the rarest known word.
const UNKNOWN: f32 = 0.6;

/// How much an everyday word says, as a share of what it would say.
const ASIDE: f32 = 0.15;

impl PassageIndex {
    pub fn build(locale: &str, passages: Vec<Passage>, synonyms: &str) -> Result<Self, SearchError> {
        let (fields, schema) = Fields::weighted(PASSAGE);
        let mut writer: SingleSegmentIndexWriter<TantivyDocument> =
            Index::builder().schema(schema).single_segment_index_writer(RamDirectory::create(), WRITER_BYTES)?;
        let mut lexicon = Lexicon::new(locale);
        let mut entries = Vec::with_capacity(passages.len());
        for passage in passages {
            let (entry, document) = Entry::read(passage, fields, &mut lexicon);
            writer.add_document(document)?;
            entries.push(entry);
        }
        let reader = writer.finalize()?.reader()?;
        let synonyms = Synonyms::read(synonyms, &mut lexicon);
        Ok(Self { reader, fields, lexicon, synonyms, entries })
    }

    /// The passages that fit a question, best first.
    pub fn rank(&self, question: &Question<'_>) -> Result<Vec<Ranked<'_>>, SearchError> {
        let asked = Asked::read(self, question.words);
        if asked.concepts.is_empty() {
            return Ok(Vec::new());
        }
        let query = self.fields.query(&asked.concepts);
        let found = self.reader.searcher().search(&query, &TopDocs::with_limit(CANDIDATES).order_by_score())?;
        let best = found.first().map_or(1.0, |(score, _)| score.max(f32::MIN_POSITIVE));
        let ranked = found.into_iter().filter_map(|(score, address)| {
            let entry = self.entries.get(usize::try_from(address.doc_id).ok()?)?;
            let mut ranked = asked.weigh(entry);
            let sentence = ranked.sentences.iter().copied().fold(0.0, f32::max);
            let fit = score / best + SENTENCE * sentence + COVERAGE * ranked.coverage;
            ranked.score = fit * fits_the_asker(&entry.passage, question);
            Some(ranked)
        });
        let mut ranked: Vec<Ranked<'_>> = ranked.collect();
        ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
        Ok(ranked)
    }
}

/// Who asks as a buyer is seldom helped by what is written for sellers, and the other way round.
fn fits_the_asker(passage: &Passage, question: &Question<'_>) -> f32 {
    let other = match question.order.map(|order| order.role.as_str()) {
        Some("buyer") => Some(Audience::Seller),
        Some("seller") => Some(Audience::Buyer),
        _ => None,
    };
    let side = if other.is_some() && passage.audience == other { OTHER_SIDE } else { 1.0 };
    let is_topic = question.topic.is_some_and(|topic| topic == passage.topic);
    if is_topic { side * TOPIC } else { side }
}

impl Entry {
    fn read(passage: Passage, fields: Fields, lexicon: &mut Lexicon) -> (Self, TantivyDocument) {
        let mut document = TantivyDocument::new();
        let heading = passage.heading.as_ref().map(|heading| heading.text.as_str()).unwrap_or_default();
        let title = learn(&passage.title, lexicon);
        let heading = learn(heading, lexicon);
        let keywords = learn(&passage.keywords.join(", "), lexicon);
        let asked = learn(&passage.asked, lexicon);
        // What nobody tells has no sentence to fit best: how people ask for it stands in its place, or it would lose
        // every tie.
        let sentences: Vec<Vec<WordId>> = if passage.sentences.is_empty() {
            passage.asked.split(',').map(|line| learn(line, lexicon)).collect()
        } else {
            passage.sentences.iter().map(|sentence| learn(&sentence.text, lexicon)).collect()
        };
        put(&mut document, fields.title, title.iter().chain(&keywords).copied(), lexicon);
        put(&mut document, fields.heading, heading.iter().copied(), lexicon);
        put(&mut document, fields.keyword, asked.iter().copied(), lexicon);
        put(&mut document, fields.body, sentences.iter().flatten().copied(), lexicon);
        let stems = |words: &[WordId]| words.iter().map(|word| lexicon.forms(*word).0.to_owned()).collect();
        let about = [title, heading, keywords, asked].concat();
        let entry =
            Self { about: stems(&about), sentences: sentences.iter().map(|words| stems(words)).collect(), passage };
        (entry, document)
    }

    fn stands(&self, stem: &str) -> bool {
        self.about.contains(stem) || self.sentences.iter().any(|words| words.contains(stem))
    }
}

/// The words that are read: the first, each once. Nobody is helped by an answer to more, and each costs time.
fn gist(question: &str) -> String {
    let mut seen = HashSet::new();
    let words = tokens(&composed(question)).into_iter().map(|token| token.word);
    words.filter(|word| seen.insert(word.clone())).take(MOST_WORDS).collect::<Vec<_>>().join(" ")
}

fn learn(text: &str, lexicon: &mut Lexicon) -> Vec<WordId> {
    tokens(&composed(text)).into_iter().map(|token| lexicon.learn(&token.word, 1)).collect()
}

/// A question, read.
struct Asked {
    concepts: Vec<Concept>,
    /// What each telling word of the question says.
    masses: Vec<f32>,
}

impl Asked {
    fn read(index: &PassageIndex, question: &str) -> Self {
        let reader = Reader { lexicon: &index.lexicon, synonyms: &index.synonyms, is_half_typed: false };
        let concepts = reader.read(&gist(question));
        let mut masses = Vec::new();
        for concept in concepts.iter().filter(|concept| concept.words.len() == 1) {
            let count = index.entries.iter().filter(|entry| borne(concept, |stem| entry.stands(stem)) > 0.0).count();
            let mass = rarity(count, index.entries.len());
            masses.push(if concept.is_aside { ASIDE * mass } else { mass });
        }
        Self { concepts, masses }
    }

    fn weigh<'a>(&self, entry: &'a Entry) -> Ranked<'a> {
        let coverage = self.share(|stem| entry.stands(stem));
        let sentences = entry.sentences.iter().map(|words| self.share(|stem| words.contains(stem))).collect();
        Ranked { passage: &entry.passage, score: 0.0, coverage, sentences }
    }

    /// The share of what the question says that a text bears. A phrase bears each of its words.
    fn share(&self, stands: impl Fn(&str) -> bool) -> f32 {
        let mut best = vec![0.0_f32; self.masses.len()];
        for concept in &self.concepts {
            let weight = borne(concept, &stands);
            for best in best.get_mut(concept.words.clone()).into_iter().flatten() {
                *best = best.max(weight);
            }
        }
        let borne: f32 = best.iter().zip(&self.masses).map(|(weight, mass)| weight * mass).sum();
        borne / self.masses.iter().sum::<f32>().max(f32::MIN_POSITIVE)
    }
}

/// How surely a concept is meant by one of the stems that stand somewhere.
fn borne(concept: &Concept, stands: impl Fn(&str) -> bool) -> f32 {
    let there = concept.alternatives.iter().filter(|alternative| alternative.stems.iter().all(|stem| stands(stem)));
    there.map(|alternative| alternative.weight).fold(0.0, f32::max)
}

/// What a word says that stands in `count` of `all` passages, as in BM25.
fn rarity(count: usize, all: usize) -> f32 {
    let number = |number: usize| f32::from(u16::try_from(number).unwrap_or(u16::MAX));
    let of = |count: f32| (1.0 + (number(all) - count + 0.5) / (count + 0.5)).ln();
    if count == 0 { UNKNOWN * of(0.0) } else { of(number(count)) }
}
