//! Cuts a section's nodes into sentences that can stand alone: an item of a list and a row of a table are read
//! together with the words that introduce them.

mod runs;

use contract::Node;

use self::runs::{Run, cut, inline, plain, runs, trimmed, words};
use crate::content::markdown::words_of;

/// A sentence as it stands in an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub text: String,
    /// The same words with their links and stresses.
    pub nodes: Vec<Node>,
    /// Which paragraph, list or table of the section it stands in.
    pub block: usize,
}

/// The sentences of a section, in their order.
#[must_use]
pub fn sentences(nodes: &[Node]) -> Vec<Sentence> {
    let mut reading = Reading::default();
    reading.blocks(nodes);
    reading.sentences
}

#[derive(Default)]
struct Reading {
    sentences: Vec<Sentence>,
    block: usize,
    /// A sentence that ends with a colon waits for what it introduces.
    lead: Option<Vec<Run>>,
}

impl Reading {
    fn blocks(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Paragraph { children } => self.paragraph(children),
                Node::Quote { children } | Node::Callout { children, .. } => self.blocks(children),
                Node::List { items, .. } => {
                    let lead = self.lead.take();
                    items.iter().for_each(|item| self.item(lead.as_deref(), item));
                    self.block += 1;
                }
                Node::Table { head, rows } => {
                    self.lead = None;
                    rows.iter().for_each(|row| self.row(head, row));
                    self.block += 1;
                }
                Node::Heading { .. } | Node::Code { block: true, .. } | Node::Image { .. } => {}
                inline => self.paragraph(std::slice::from_ref(inline)),
            }
        }
        self.release();
    }

    fn paragraph(&mut self, children: &[Node]) {
        self.release();
        let mut parts = cut(runs(children));
        if parts.last().is_some_and(|last| words(last).trim_end().ends_with(':')) {
            self.lead = parts.pop();
        }
        for part in parts {
            self.add(part);
        }
        if self.lead.is_none() {
            self.block += 1;
        }
    }

    /// A lead that nothing follows is a sentence itself.
    fn release(&mut self) {
        if let Some(lead) = self.lead.take() {
            self.add(lead);
            self.block += 1;
        }
    }

    fn item(&mut self, lead: Option<&[Run]>, item: &[Node]) {
        let mut all: Vec<Run> = lead.map(<[Run]>::to_vec).unwrap_or_default();
        if !all.is_empty() {
            all.push(plain(" "));
        }
        all.extend(inline(item));
        self.add(all);
    }

    /// "Tracking shows: Delivery failed. What you can do: Contact the carrier soon."
    fn row(&mut self, head: &[Vec<Node>], cells: &[Vec<Node>]) {
        let mut all = Vec::new();
        for (at, cell) in cells.iter().enumerate() {
            let name = head.get(at).map(|name| words_of(name).trim().to_owned()).filter(|name| !name.is_empty());
            if !all.is_empty() {
                all.push(plain(" "));
            }
            all.extend(name.map(|name| plain(&format!("{name}: "))));
            all.extend(inline(cell));
            if words(&all).trim_end().ends_with(char::is_alphanumeric) {
                all.push(plain("."));
            }
        }
        self.add(all);
    }

    fn add(&mut self, runs: Vec<Run>) {
        let runs = trimmed(runs);
        let text = words(&runs);
        if text.chars().any(char::is_alphanumeric) {
            let nodes = runs.into_iter().map(Run::node).collect();
            self.sentences.push(Sentence { text, nodes, block: self.block });
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn text(text: &str) -> Node {
        Node::Text { text: text.to_owned() }
    }

    fn paragraph(words: &str) -> Node {
        Node::Paragraph { children: vec![text(words)] }
    }

    fn read(nodes: &[Node]) -> Vec<String> {
        sentences(nodes).into_iter().map(|sentence| sentence.text).collect()
    }

    #[test]
    fn a_paragraph_is_cut_behind_its_sentences() {
        for (name, words, expected) in [
            ("two", "One. Two.", vec!["One.", "Two."]),
            ("question", "Is it? Yes.", vec!["Is it?", "Yes."]),
            ("small_letter_goes_on", "About approx. three days.", vec!["About approx. three days."]),
            ("closing_quotation", "He said “no.” Then he left.", vec!["He said “no.”", "Then he left."]),
            ("number_after", "Wait. 3 days are enough.", vec!["Wait.", "3 days are enough."]),
            ("no_stop", "Words", vec!["Words"]),
            ("no_words", " … ", vec![]),
        ] {
            assert_eq!(read(&[paragraph(words)]), expected, "{name}");
        }
    }

    #[test]
    fn links_and_stresses_stay_in_their_sentence() {
        let link = Node::Link { href: "/a".to_owned(), children: vec![text("there. And")] };
        let strong = Node::Strong { children: vec![text("now")] };
        let found =
            sentences(&[Node::Paragraph { children: vec![text("Go "), link, text(" do it "), strong, text(".")] }]);
        let linked = |words: &str| Node::Link { href: "/a".to_owned(), children: vec![text(words)] };
        assert_eq!(found[0].nodes, [text("Go "), linked("there.")]);
        let strong = Node::Strong { children: vec![text("now")] };
        assert_eq!(found[1].nodes, [linked("And"), text(" do it "), strong, text(".")]);
    }

    #[test]
    fn items_and_rows_are_read_with_what_introduces_them() {
        let list = Node::List { ordered: false, items: vec![vec![text("a lamp")], vec![paragraph("a vase.")]] };
        assert_eq!(read(&[paragraph("Look. Keep:"), list.clone()]), ["Look.", "Keep: a lamp", "Keep: a vase."]);
        assert_eq!(read(&[paragraph("Look."), list]), ["Look.", "a lamp", "a vase."]);
        assert_eq!(read(&[paragraph("Keep:"), paragraph("All.")]), ["Keep:", "All."]);
        let head = vec![vec![text("Shown")], vec![text("What to do")]];
        let table = Node::Table { head, rows: vec![vec![vec![text("Lost")], vec![text("Ask. Wait")]]] };
        assert_eq!(read(&[table]), ["Shown: Lost. What to do: Ask. Wait."]);
    }
}
