//! Runs of words with what they stand in, cut where sentences end.

use contract::Node;

use crate::content::markdown::words_of;

/// Some words, and what they stand in.
#[derive(Clone, Debug)]
pub struct Run {
    pub text: String,
    wrap: Wrap,
}

#[derive(Clone, Debug)]
pub enum Wrap {
    Plain,
    Link(String),
    Strong,
    Emphasis,
}

impl Run {
    /// The node it was.
    pub fn node(self) -> Node {
        let Self { text, wrap } = self;
        let children = vec![Node::Text { text: text.clone() }];
        match wrap {
            Wrap::Plain => Node::Text { text },
            Wrap::Link(href) => Node::Link { href, children },
            Wrap::Strong => Node::Strong { children },
            Wrap::Emphasis => Node::Emphasis { children },
        }
    }
}

pub fn plain(text: &str) -> Run {
    Run { text: text.to_owned(), wrap: Wrap::Plain }
}

pub fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The runs of nodes that may stand in blocks of their own.
pub fn inline(nodes: &[Node]) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    for node in nodes {
        let more = match node {
            Node::Paragraph { children } | Node::Quote { children } | Node::Callout { children, .. } => {
                inline(children)
            }
            Node::List { .. } | Node::Table { .. } => vec![plain(words_of(std::slice::from_ref(node)).trim())],
            inline => runs(std::slice::from_ref(inline)),
        };
        let is_block = matches!(node, Node::Paragraph { .. } | Node::List { .. } | Node::Table { .. });
        if is_block && !all.is_empty() && !more.is_empty() {
            all.push(plain(" "));
        }
        all.extend(more);
    }
    all
}

pub fn runs(nodes: &[Node]) -> Vec<Run> {
    let run = |node: &Node| {
        let text = match node {
            Node::Text { text } | Node::Code { text, .. } => text.clone(),
            node => words_of(std::slice::from_ref(node)),
        };
        let wrap = match node {
            Node::Link { href, .. } => Wrap::Link(href.clone()),
            Node::Strong { .. } => Wrap::Strong,
            Node::Emphasis { .. } => Wrap::Emphasis,
            _ => Wrap::Plain,
        };
        Run { text, wrap }
    };
    nodes.iter().map(run).filter(|run| !run.text.is_empty()).collect()
}

/// Runs cut behind each sentence.
pub fn cut(runs: Vec<Run>) -> Vec<Vec<Run>> {
    let ends = ends(&words(&runs));
    let mut parts = vec![Vec::new()];
    let (mut at, mut ends) = (0, ends.into_iter().peekable());
    for Run { text, wrap } in runs {
        let mut rest = text.as_str();
        while let Some(end) = ends.next_if(|end| *end <= at + rest.len()) {
            let (before, after) = rest.split_at(end - at);
            push(&mut parts, before, &wrap);
            parts.push(Vec::new());
            (at, rest) = (end, after);
        }
        push(&mut parts, rest, &wrap);
        at += rest.len();
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn push(parts: &mut [Vec<Run>], text: &str, wrap: &Wrap) {
    if let (Some(last), false) = (parts.last_mut(), text.is_empty()) {
        last.push(Run { text: text.to_owned(), wrap: wrap.clone() });
    }
}

/// The bytes behind which a sentence ends: a stop, maybe a closing sign, a space, and no small letter after it.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut is_stopped = false;
    for (at, letter) in text.char_indices() {
        match letter {
            '.' | '?' | '!' => is_stopped = true,
            '”' | '"' | '’' | ')' | '»' => {}
            letter if is_stopped && letter.is_whitespace() => {
                let next = text.get(at..).unwrap_or_default().trim_start().chars().next();
                if next.is_none_or(|next| !next.is_lowercase()) {
                    ends.push(at);
                }
                is_stopped = false;
            }
            _ => is_stopped = false,
        }
    }
    ends
}

pub fn trimmed(mut runs: Vec<Run>) -> Vec<Run> {
    if let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = runs.last_mut() {
        last.text = last.text.trim_end().to_owned();
    }
    runs.retain(|run| !run.text.is_empty());
    runs
}
