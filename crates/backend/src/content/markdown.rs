//! An article's Markdown as the contract's node tree. Only what the tree can hold is let through.

mod builder;
mod links;
mod text;

use std::collections::BTreeSet;

use contract::{Heading, Node};
use pulldown_cmark::{Options, Parser, TextMergeWithOffset};

use self::builder::Builder;
use super::{
    facts::{Facts, Language},
    fault::{Wrong, line_of},
};

/// The anchor of the section that every article ends with.
pub const NEXT: &str = "next";

/// What an article's text may refer to.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    pub locale: &'a str,
    pub facts: &'a Facts,
    pub language: &'a Language,
}

/// An article's text, read.
#[derive(Debug, Default)]
pub struct Parsed {
    pub body: Vec<Node>,
    pub headings: Vec<Heading>,
    pub links: Vec<ArticleLink>,
    pub facts: BTreeSet<String>,
}

/// A link to another article, to be checked once all are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleLink {
    pub line: usize,
    pub slug: String,
    pub anchor: Option<String>,
}

/// Reads a text whose first line is `first_line` of its file.
///
/// # Errors
/// Everything wrong in it, by line.
pub fn parse(source: &str, first_line: usize, page: Page<'_>) -> Result<Parsed, Vec<(usize, Wrong)>> {
    built(source, first_line, page).finish(first_line + line_of(source, source.trim_end().len()) - 1)
}

/// Reads a part of a page, which needs neither headings nor a section of its own at its end.
///
/// # Errors
/// Everything wrong in it, by line.
pub fn parse_part(source: &str, first_line: usize, page: Page<'_>) -> Result<Parsed, Vec<(usize, Wrong)>> {
    built(source, first_line, page).finish_part()
}

fn built<'a>(source: &str, first_line: usize, page: Page<'a>) -> Builder<'a> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_GFM;
    let mut builder = Builder::new(page);
    for (event, range) in TextMergeWithOffset::new(Parser::new_ext(source, options).into_offset_iter()) {
        builder.take(event, first_line + line_of(source, range.start) - 1);
    }
    builder
}

/// A plain text with its facts filled in, for titles and summaries.
///
/// # Errors
/// What is wrong in it.
pub fn plain(text: &str, page: Page<'_>, used: &mut BTreeSet<String>) -> Result<String, Wrong> {
    text::fill(text, page, used)
}

/// The words of a tree, a space between blocks.
#[must_use]
pub fn words_of(nodes: &[Node]) -> String {
    let mut out = String::new();
    gather(nodes, &mut out);
    out
}

fn gather(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Text { text } => out.push_str(text),
            Node::Code { text, .. } => block(out, |out| out.push_str(text)),
            Node::Heading { children, .. }
            | Node::Paragraph { children }
            | Node::Quote { children }
            | Node::Callout { children, .. } => block(out, |out| gather(children, out)),
            Node::Link { children, .. } | Node::Strong { children } | Node::Emphasis { children } => {
                gather(children, out);
            }
            Node::List { items, .. } => items.iter().for_each(|item| block(out, |out| gather(item, out))),
            Node::Table { head, rows } => {
                row(head, out);
                rows.iter().for_each(|cells| row(cells, out));
            }
            Node::Image { alt, .. } => block(out, |out| out.push_str(alt)),
            Node::Other { text, children } => block(out, |out| {
                out.push_str(text);
                gather(children, out);
            }),
        }
    }
}

/// A row reads as a sentence: "Delivery failed: Contact the carrier soon."
fn row(cells: &[Vec<Node>], out: &mut String) {
    for (index, cell) in cells.iter().enumerate() {
        block(out, |out| {
            gather(cell, out);
            if out.ends_with(char::is_alphanumeric) {
                out.push(if index + 1 < cells.len() { ':' } else { '.' });
            }
        });
    }
}

fn block(out: &mut String, fill: impl FnOnce(&mut String)) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
    fill(out);
    if !out.ends_with(' ') {
        out.push(' ');
    }
}

/// Whether there is a link in a node.
fn has_link(node: &Node) -> bool {
    match node {
        Node::Link { .. } => true,
        Node::Heading { children, .. }
        | Node::Paragraph { children }
        | Node::Quote { children }
        | Node::Callout { children, .. }
        | Node::Strong { children }
        | Node::Emphasis { children }
        | Node::Other { children, .. } => children.iter().any(has_link),
        Node::List { items, .. } => items.iter().flatten().any(has_link),
        Node::Table { head, rows } => head.iter().chain(rows.iter().flatten()).flatten().any(has_link),
        Node::Code { .. } | Node::Image { .. } | Node::Text { .. } => false,
    }
}
