//! The words of content without its form: what is read out, and what a list shows.

use contract::Node;

/// All words, with a space between blocks.
#[must_use]
pub fn text(nodes: &[Node]) -> String {
    let mut words = String::new();
    gather(nodes, &mut words);
    words.trim().to_owned()
}

fn gather(nodes: &[Node], words: &mut String) {
    for node in nodes {
        match node {
            Node::Text { text } => words.push_str(text),
            Node::Strong { children } | Node::Emphasis { children } | Node::Link { children, .. } => {
                gather(children, words);
            }
            Node::Code { text, .. } => words.push_str(text),
            Node::Image { alt, .. } => block(words, |words| words.push_str(alt)),
            Node::Heading { children, .. }
            | Node::Paragraph { children }
            | Node::Quote { children }
            | Node::Callout { children, .. } => block(words, |words| gather(children, words)),
            Node::List { items, .. } => items.iter().for_each(|item| block(words, |words| gather(item, words))),
            Node::Table { head, rows } => {
                let cells = head.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| block(words, |words| gather(cell, words)));
            }
            Node::Other { text, children } => {
                words.push_str(text);
                gather(children, words);
            }
        }
    }
}

fn block(words: &mut String, fill: impl FnOnce(&mut String)) {
    if !words.is_empty() && !words.ends_with(' ') {
        words.push(' ');
    }
    fill(words);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Node {
        Node::Text { text: text.to_owned() }
    }

    #[test]
    fn words_are_kept_and_form_is_not() {
        for (name, nodes, expected) in [
            ("nothing", vec![], ""),
            (
                "paragraphs",
                vec![Node::Paragraph { children: vec![words("a")] }, Node::Paragraph { children: vec![words("b")] }],
                "a b",
            ),
            (
                "inline",
                vec![Node::Paragraph {
                    children: vec![words("a"), Node::Strong { children: vec![words("b")] }, words("c")],
                }],
                "abc",
            ),
            ("list", vec![Node::List { ordered: false, items: vec![vec![words("a")], vec![words("b")]] }], "a b"),
            ("unknown", vec![Node::Other { text: "a".to_owned(), children: vec![words("b")] }], "ab"),
        ] {
            assert_eq!(text(&nodes), expected, "{name}");
        }
    }
}
