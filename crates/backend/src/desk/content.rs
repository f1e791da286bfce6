//! Content as the desk shows it: node trees and answers. What is text stays text.

use contract::{Answer, Engine, Node, Source};
use maud::{Markup, html};

use super::words;
use crate::shared::{SharedFact, WRONG_ABOUT_ORDER};

/// A tree of nodes.
pub fn nodes(nodes: &[Node]) -> Markup {
    html! { @for node in nodes { (one(node)) } }
}

fn one(node: &Node) -> Markup {
    match node {
        Node::Paragraph { children } => html! { p { (nodes(children)) } },
        Node::Heading { children, .. } => html! { p { strong { (nodes(children)) } } },
        Node::List { ordered: true, items } => html! { ol { @for item in items { li { (nodes(item)) } } } },
        Node::List { items, .. } => html! { ul { @for item in items { li { (nodes(item)) } } } },
        Node::Table { head, rows } => table(head, rows),
        Node::Quote { children } => html! { blockquote { (nodes(children)) } },
        Node::Code { text, .. } => html! { code { (text) } },
        Node::Callout { children, .. } => html! { div { (nodes(children)) } },
        Node::Image { alt, .. } => html! { (alt) },
        Node::Link { href, children } if href.starts_with("https://") || href.starts_with("http://") => {
            html! { a href=(href) rel="noreferrer" { (nodes(children)) } }
        }
        Node::Link { children, .. } => nodes(children),
        Node::Strong { children } => html! { strong { (nodes(children)) } },
        Node::Emphasis { children } => html! { em { (nodes(children)) } },
        Node::Text { text } => html! { (text) },
        Node::Other { text, children } => html! { (text) (nodes(children)) },
    }
}

fn table(head: &[Vec<Node>], rows: &[Vec<Vec<Node>>]) -> Markup {
    html! {
        table {
            tr { @for cell in head { th { (nodes(cell)) } } }
            @for row in rows { tr { @for cell in row { td { (nodes(cell)) } } } }
        }
    }
}

/// An answer, each sentence with what it rests on.
pub fn answer(answer: &Answer) -> Markup {
    html! {
        p.asked { "Asked: " bdi { (answer.question) } }
        @if answer.engine == Engine::Generated { p.small { "Written by AI from these sources." } }
        @if answer.sentences.is_empty() { p { "Nothing that is known answered the question." } }
        ol.sentences {
            @for sentence in &answer.sentences {
                li {
                    div { (nodes(&sentence.nodes)) }
                    @for source in &sentence.sources { (from(source)) }
                }
            }
        }
    }
}

/// What the person says of the answer that they sent along, in their words.
pub fn doubt(shared: &[SharedFact]) -> Markup {
    let doubt = shared.iter().find(|fact| fact.name == WRONG_ABOUT_ORDER);
    html! {
        @if let Some(doubt) = doubt {
            p { strong { "The person says that this is wrong about their order." } }
            @if !doubt.value.is_empty() { div.words dir="auto" { p { (doubt.value) } } }
        }
    }
}

fn from(source: &Source) -> Markup {
    let heading = source.heading.as_ref().map(|heading| heading.text.as_str()).unwrap_or_default();
    html! {
        p.source {
            cite { (source.title) @if !heading.is_empty() { ", " (heading) } }
            ": " q { (words::fact_value(&source.id, &source.quote)) }
        }
    }
}
