//! What is known of the order that a question is about: the fields it asks for, each as a sentence with its source.

use contract::{AnswerSentence, Deadline, Node, Order, Source, SourceKind};
use time::OffsetDateTime;

use super::{
    Question,
    moments::{Told, day, money},
};
use crate::{
    content::order_facts::{Field, OrderFacts},
    folding::{composed, folded},
    search::{
        analysis::{Stems, tokens},
        distance::{slips, tolerated},
    },
};

/// Most facts of an answer.
const MOST: usize = 3;
/// Fields that a language model is not told: the one leads to an address, the other is whatever somebody typed.
const UNTOLD: [&str; 2] = ["shipping.tracking_code", "shipping.carrier"];
/// Fields that say where things stand: with one of them goes until when something can be done about it.
const STANDING: [&str; 8] = [
    "state",
    "shipping.eta",
    "shipping.delivered_at",
    "shipping.stations",
    "money.state",
    "money.release_at",
    "payout.state",
    "payout.planned_at",
];
/// Letters of a word in which a slip of the hand is seen.
const LONG: usize = 6;

/// The sentences of one language, with the words that ask for them.
pub struct Facts {
    words: OrderFacts,
    stems: Stems,
    /// The phrases that ask for a field.
    asks: Vec<(String, Vec<Vec<Word>>)>,
}

/// A word as its stem, and as it is spelled without accents.
struct Word {
    stem: String,
    fold: String,
}

impl Facts {
    pub fn of(locale: &str, words: OrderFacts) -> Self {
        let stems = Stems::of(locale);
        let phrases = |field: &Field| field.ask.iter().map(|phrase| read(phrase, &stems)).collect();
        let asks = words.field.iter().map(|(key, field)| (key.clone(), phrases(field))).collect();
        Self { words, stems, asks }
    }

    /// The facts that a question asks for, what it asks for most first.
    pub fn asked_for(&self, question: &Question<'_>) -> Vec<AnswerSentence> {
        let Some(order) = question.order else { return Vec::new() };
        let asked = read(question.words, &self.stems);
        let mut fields: Vec<(usize, &str)> =
            self.asks.iter().map(|(key, phrases)| (asking(phrases, &asked), key.as_str())).collect();
        fields.retain(|(words, _)| *words > 0);
        fields.sort_by_key(|(words, _)| std::cmp::Reverse(*words));
        let told = fields.into_iter().filter_map(|(_, key)| self.fact(key, order, question));
        told.take(MOST).collect()
    }

    /// The facts that a question asks for, and with where things stand the next deadline.
    pub fn answering(&self, question: &Question<'_>) -> Vec<AnswerSentence> {
        let mut facts = self.asked_for(question);
        let told: Vec<&str> = facts.iter().flat_map(|fact| &fact.sources).map(|source| source.id.as_str()).collect();
        let ahead = question.order.into_iter().flat_map(|order| order.deadlines.iter().map(move |it| (order, it)));
        let next = ahead.filter(|(_, it)| it.at > question.now).min_by_key(|(_, it)| it.at);
        let Some((order, deadline)) = next else { return facts };
        let key = format!("deadlines.{}", deadline.kind.word());
        if told.iter().any(|id| STANDING.contains(id)) && !told.contains(&key.as_str()) {
            facts.extend(self.fact(&key, order, question));
        }
        facts
    }

    /// Every fact of the order that a language model may be told; `None` where it is asked for one that it may not.
    pub fn told_to_a_model(&self, question: &Question<'_>) -> Option<Vec<AnswerSentence>> {
        let Some(order) = question.order else { return Some(Vec::new()) };
        let is_untold = |fact: &AnswerSentence| fact.sources.iter().any(|source| UNTOLD.contains(&source.id.as_str()));
        if self.asked_for(question).iter().any(is_untold) {
            return None;
        }
        let keys = self.asks.iter().map(|(key, _)| key.as_str()).filter(|key| !UNTOLD.contains(key));
        Some(keys.filter_map(|key| self.fact(key, order, question)).collect())
    }

    fn fact(&self, key: &str, order: &Order, question: &Question<'_>) -> Option<AnswerSentence> {
        let told = self.told(key, order, question)?;
        let source = Source {
            kind: SourceKind::OrderField,
            id: key.to_owned(),
            title: self.words.field.get(key)?.name.clone(),
            heading: None,
            quote: told.quote,
        };
        Some(AnswerSentence { nodes: vec![Node::Text { text: told.words }], sources: vec![source] })
    }

    /// The sentence about a field; none if the order does not have it.
    fn told(&self, key: &str, order: &Order, question: &Question<'_>) -> Option<Told> {
        let Question { timezone, now, .. } = *question;
        let (shipping, payout) = (order.shipping.as_ref(), order.payout.as_ref());
        let date = |at: OffsetDateTime| self.valued(key, day(at, timezone, &self.words), at <= now);
        let text = |text: &str| self.valued(key, Told { words: text.to_owned(), quote: text.to_owned() }, false);
        match key {
            "state" => self.worded(key, order.state.word()),
            "placed_at" => date(order.placed_at),
            "total" => self.valued(key, money(&order.total, &self.words), false),
            "shipping.carrier" => {
                text(&shipping?.carrier).filter(|_| shipping.is_some_and(|it| !it.carrier.is_empty()))
            }
            "shipping.tracking_code" => {
                text(&shipping?.tracking_code).filter(|_| shipping.is_some_and(|it| !it.tracking_code.is_empty()))
            }
            "shipping.eta" => date(shipping.filter(|shipping| shipping.delivered_at.is_none())?.eta?),
            "shipping.delivered_at" => date(shipping?.delivered_at?),
            "shipping.stations" => {
                let mut passed = shipping?.stations.iter().filter_map(|station| Some((station, station.at?)));
                let (station, at) = passed.rfind(|(_, at)| *at <= now)?;
                let value = day(at, timezone, &self.words);
                let said = self.worded(key, station.state.word())?;
                Some(Told { words: filled(&said.words, &value), quote: format!("{} {}", said.quote, value.quote) })
            }
            "money.state" => self.worded(key, order.money.as_ref()?.state.word()),
            "money.release_at" => date(order.money.as_ref()?.release_at?),
            "payout.state" => self.worded(key, payout?.state.word()),
            "payout.net" => self.valued(key, money(&payout?.net, &self.words), false),
            "payout.planned_at" => date(payout?.planned_at?),
            "payout.hold_reason" => self.worded(key, payout?.hold_reason.as_deref()?),
            "counterparty.professional" => {
                self.worded(key, if order.counterparty.professional? { "true" } else { "false" })
            }
            _ => {
                let kind = key.strip_prefix("deadlines.")?;
                self.deadline(key, order.deadlines.iter().find(|it| it.kind.word() == kind)?, question)
            }
        }
    }

    /// Until when, and what happens then by itself.
    fn deadline(&self, key: &str, deadline: &Deadline, question: &Question<'_>) -> Option<Told> {
        let is_over = deadline.at <= question.now;
        let until = self.valued(key, day(deadline.at, question.timezone, &self.words), is_over)?;
        match self.worded("deadlines.then", deadline.then.word()).filter(|_| !is_over) {
            Some(then) => Some(Told {
                words: format!("{} {}", until.words, then.words),
                quote: format!("{} {}", until.quote, then.quote),
            }),
            None => Some(until),
        }
    }

    fn worded(&self, key: &str, word: &str) -> Option<Told> {
        let words = self.words.field.get(key)?.words.get(word)?.clone();
        Some(Told { words, quote: word.to_owned() })
    }

    fn valued(&self, key: &str, value: Told, is_over: bool) -> Option<Told> {
        let field = self.words.field.get(key)?;
        let sentence = field.past.as_ref().filter(|_| is_over).or(field.sentence.as_ref())?;
        Some(Told { words: filled(sentence, &value), quote: value.quote })
    }
}

fn filled(sentence: &str, value: &Told) -> String {
    sentence.replace("{value}", &value.words)
}

fn read(text: &str, stems: &Stems) -> Vec<Word> {
    let mut stems = stems.clone();
    let words = tokens(&composed(text)).into_iter();
    words.map(|token| Word { stem: stems.stem(&token.word), fold: folded(&token.word) }).collect()
}

/// How many words of the phrases stand in the question, of those phrases that stand there whole.
fn asking(phrases: &[Vec<Word>], asked: &[Word]) -> usize {
    let whole = phrases.iter().filter(|phrase| phrase.iter().all(|word| asked.iter().any(|other| meant(other, word))));
    whole.map(Vec::len).sum()
}

/// Whether a word is the other, or as near as a slip of the hand.
fn meant(typed: &Word, word: &Word) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (typed.fold.chars().collect(), word.fold.chars().collect());
    // Short words are near to too many others.
    let is_near = || other.len() >= LONG && slips(&one, &other, tolerated(other.len())).is_some();
    typed.stem == word.stem || is_near()
}
