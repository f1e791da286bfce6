//! The index of one language.

use contract::{SEARCH_MAX_HITS, SearchHit};
use tantivy::{
    DocId, Index, IndexReader, Score, SingleSegmentIndexWriter, TantivyDocument,
    collector::TopDocs,
    directory::RamDirectory,
    tokenizer::{PreTokenizedString, Token},
};

use super::{
    Document, SearchError,
    analysis::tokens,
    concepts::{Concept, Meanings, Reader, meanings},
    lexicon::{Lexicon, WordId},
    query::{Fields, Pair},
    snippet::{Marked, Snippets},
    synonyms::Synonyms,
};
use crate::folding::composed;

/// Articles in one language, ready to be searched.
pub struct LocaleIndex {
    reader: IndexReader,
    fields: Fields,
    lexicon: Lexicon,
    synonyms: Synonyms,
    entries: Vec<Entry>,
}

struct Entry {
    document: Document,
    title: Vec<WordId>,
    keywords: Vec<WordId>,
    sections: Vec<Marked>,
}

/// Bytes that the writer may use: enough for one segment, so that an article's number is its place in the list.
const WRITER_BYTES: usize = 256 << 20;
/// Articles that are looked at more closely.
const CANDIDATES: usize = 40;

impl LocaleIndex {
    pub fn build(locale: &str, documents: Vec<Document>, synonyms: &str) -> Result<Self, SearchError> {
        let (fields, schema) = Fields::schema();
        let mut writer: SingleSegmentIndexWriter<TantivyDocument> =
            Index::builder().schema(schema).single_segment_index_writer(RamDirectory::create(), WRITER_BYTES)?;
        let mut lexicon = Lexicon::new(locale);
        let mut entries = Vec::with_capacity(documents.len());
        for document in documents {
            let entry = Entry::read(document, &mut lexicon);
            writer.add_document(entry.indexed(fields, &lexicon))?;
            entries.push(entry);
        }
        let reader = writer.finalize()?.reader()?;
        let synonyms = Synonyms::read(synonyms, &mut lexicon);
        Ok(Self { reader, fields, lexicon, synonyms, entries })
    }

    pub fn find(&self, question: &str) -> Result<Vec<SearchHit>, SearchError> {
        let concepts = Reader { lexicon: &self.lexicon, synonyms: &self.synonyms, is_half_typed: true }.read(question);
        if concepts.is_empty() {
            return Ok(Vec::new());
        }
        let query = self.fields.query(&concepts);
        let found = self.reader.searcher().search(&query, &TopDocs::with_limit(CANDIDATES).order_by_score())?;
        let meanings = meanings(&concepts, &self.lexicon);
        let mut ranked: Vec<(Score, DocId)> = found
            .into_iter()
            .map(|(score, address)| (score * self.coverage(address.doc_id, &concepts, &meanings), address.doc_id))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let best = ranked.iter().take(SEARCH_MAX_HITS).filter_map(|(_, doc)| self.entry(*doc));
        Ok(best.map(|entry| entry.hit(&meanings)).collect())
    }

    fn entry(&self, doc: DocId) -> Option<&Entry> {
        self.entries.get(usize::try_from(doc).ok()?)
    }

    /// How much of the question an article answers: from a half to one.
    fn coverage(&self, doc: DocId, concepts: &[Concept], meanings: &Meanings) -> f32 {
        let mut best = vec![0_f32; concepts.len()];
        let words = self.entry(doc).into_iter().flat_map(Entry::words);
        for (at, weight) in words.filter_map(|word| meanings.get(&word)) {
            if let Some(best) = best.get_mut(*at) {
                *best = best.max(*weight);
            }
        }
        let count = f32::from(u16::try_from(best.len().max(1)).unwrap_or(u16::MAX));
        f32::midpoint(1.0, best.iter().sum::<f32>() / count)
    }
}

impl Entry {
    fn read(mut document: Document, lexicon: &mut Lexicon) -> Self {
        for section in &mut document.sections {
            section.text = composed(section.text.trim());
        }
        let title = learn(&document.summary.title, lexicon);
        let keywords = document.keywords.iter().flat_map(|keyword| learn(keyword, lexicon)).collect();
        let sections = document.sections.iter().map(|section| {
            let heading = section.heading.as_ref().map(|heading| learn(&heading.text, lexicon)).unwrap_or_default();
            let words = tokens(&section.text).into_iter();
            Marked { heading, words: words.map(|word| (word.from, word.to, lexicon.learn(&word.word, 1))).collect() }
        });
        let sections = sections.collect();
        Self { document, title, keywords, sections }
    }

    fn words(&self) -> impl Iterator<Item = WordId> {
        let sections = self
            .sections
            .iter()
            .flat_map(|section| section.heading.iter().copied().chain(section.words.iter().map(|(_, _, word)| *word)));
        self.title.iter().chain(&self.keywords).copied().chain(sections)
    }

    fn indexed(&self, fields: Fields, lexicon: &Lexicon) -> TantivyDocument {
        let mut to = TantivyDocument::new();
        let headings = self.sections.iter().flat_map(|section| section.heading.iter().copied());
        let body = self.sections.iter().flat_map(|section| section.words.iter().map(|(_, _, word)| *word));
        put(&mut to, fields.title, self.title.iter().copied(), lexicon);
        put(&mut to, fields.heading, headings, lexicon);
        put(&mut to, fields.keyword, self.keywords.iter().copied(), lexicon);
        put(&mut to, fields.body, body, lexicon);
        to
    }

    fn hit(&self, meanings: &Meanings) -> SearchHit {
        let found = Snippets { sections: &self.sections, meanings }.best();
        let section = found.and_then(|found| self.document.sections.get(found.section));
        let snippet = found.zip(section).map(|(found, section)| found.cut(&section.text, &self.sections, meanings));
        SearchHit {
            article: self.document.summary.clone(),
            snippet: snippet.unwrap_or_else(|| Snippets::plain(&self.document.summary.summary)),
            heading: section.and_then(|section| section.heading.clone()),
        }
    }
}

fn learn(text: &str, lexicon: &mut Lexicon) -> Vec<WordId> {
    tokens(&composed(text)).into_iter().map(|token| lexicon.learn(&token.word, 1)).collect()
}

pub(crate) fn put(to: &mut TantivyDocument, pair: Pair, words: impl Iterator<Item = WordId>, lexicon: &Lexicon) {
    let forms = words.enumerate().map(|(at, word)| (at, lexicon.forms(word)));
    let (stems, folds) = forms.map(|(at, (stem, fold))| (token(at, stem), token(at, fold))).unzip();
    for (field, tokens) in [(pair.stem, stems), (pair.fold, folds)] {
        to.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
    }
}

fn token(position: usize, text: &str) -> Token {
    Token { position, text: text.to_owned(), ..Token::default() }
}
