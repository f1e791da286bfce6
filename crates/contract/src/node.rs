//! Content as a tree, never as markup: articles and messages are made of these.

use serde::{Deserialize, Serialize};

/// A piece of content; unknown kinds show what text they hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(no_recursion))]
#[serde(tag = "kind", rename_all = "snake_case", from = "wire::Node")]
pub enum Node {
    /// `level` is 2 to 4; the page's title is its only level 1.
    Heading {
        level: u8,
        anchor: String,
        children: Vec<Node>,
    },
    Paragraph {
        children: Vec<Node>,
    },
    List {
        ordered: bool,
        items: Vec<Vec<Node>>,
    },
    /// Cells of the head, then rows of cells.
    Table {
        head: Vec<Vec<Node>>,
        rows: Vec<Vec<Vec<Node>>>,
    },
    Quote {
        children: Vec<Node>,
    },
    Code {
        text: String,
        block: bool,
    },
    Callout {
        tone: CalloutTone,
        children: Vec<Node>,
    },
    /// Own origin only; sizes in CSS pixels.
    Image {
        src: String,
        alt: String,
        width: u32,
        height: u32,
    },
    /// `http`, `https`, or a path that starts with one `/`.
    Link {
        href: String,
        children: Vec<Node>,
    },
    Strong {
        children: Vec<Node>,
    },
    Emphasis {
        children: Vec<Node>,
    },
    Text {
        text: String,
    },
    #[serde(untagged)]
    Other {
        text: String,
        children: Vec<Node>,
    },
}

/// What a callout is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", from = "String")]
pub enum CalloutTone {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
    #[serde(untagged)]
    Other(String),
}

impl From<String> for CalloutTone {
    fn from(name: String) -> Self {
        match name.as_str() {
            "note" => Self::Note,
            "tip" => Self::Tip,
            "important" => Self::Important,
            "warning" => Self::Warning,
            "caution" => Self::Caution,
            _ => Self::Other(name),
        }
    }
}

mod wire {
    //! A node as it is read: every field that any kind has. Reading an internally tagged enum the derived way
    //! buffers each node first, which would cost every visitor tens of kilobytes of WebAssembly.
    use serde::Deserialize;

    #[derive(Default, Deserialize)]
    #[serde(default)]
    pub struct Node {
        kind: String,
        level: u8,
        anchor: String,
        children: Vec<super::Node>,
        ordered: bool,
        items: Vec<Vec<super::Node>>,
        head: Vec<Vec<super::Node>>,
        rows: Vec<Vec<Vec<super::Node>>>,
        text: String,
        block: bool,
        tone: String,
        src: String,
        alt: String,
        width: u32,
        height: u32,
        href: String,
    }

    impl From<Node> for super::Node {
        fn from(wire: Node) -> Self {
            let Node { kind, level, anchor, children, ordered, items, head, rows, text, block, .. } = wire;
            match kind.as_str() {
                "heading" => Self::Heading { level, anchor, children },
                "paragraph" => Self::Paragraph { children },
                "list" => Self::List { ordered, items },
                "table" => Self::Table { head, rows },
                "quote" => Self::Quote { children },
                "code" => Self::Code { text, block },
                "callout" => Self::Callout { tone: wire.tone.into(), children },
                "image" => Self::Image { src: wire.src, alt: wire.alt, width: wire.width, height: wire.height },
                "link" => Self::Link { href: wire.href, children },
                "strong" => Self::Strong { children },
                "emphasis" => Self::Emphasis { children },
                "text" => Self::Text { text },
                _ => Self::Other { text, children },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CalloutTone, Node};

    fn text(text: &str) -> Node {
        Node::Text { text: text.to_owned() }
    }

    #[test]
    fn nodes_are_written_and_read() {
        let children = || vec![text("a")];
        for (name, node, json) in [
            ("text", text("a"), r#"{"kind":"text","text":"a"}"#),
            (
                "heading",
                Node::Heading { level: 2, anchor: "x".to_owned(), children: children() },
                r#"{"kind":"heading","level":2,"anchor":"x","children":[{"kind":"text","text":"a"}]}"#,
            ),
            (
                "list",
                Node::List { ordered: true, items: vec![children()] },
                r#"{"kind":"list","ordered":true,"items":[[{"kind":"text","text":"a"}]]}"#,
            ),
            (
                "callout",
                Node::Callout { tone: CalloutTone::Tip, children: children() },
                r#"{"kind":"callout","tone":"tip","children":[{"kind":"text","text":"a"}]}"#,
            ),
            (
                "callout_of_a_new_tone",
                Node::Callout { tone: CalloutTone::Other("joy".to_owned()), children: vec![] },
                r#"{"kind":"callout","tone":"joy","children":[]}"#,
            ),
            ("code", Node::Code { text: "a".to_owned(), block: false }, r#"{"kind":"code","text":"a","block":false}"#),
        ] {
            assert_eq!(serde_json::to_string(&node).unwrap(), json, "{name} is written");
            assert_eq!(serde_json::from_str::<Node>(json).unwrap(), node, "{name} is read");
        }
    }

    #[test]
    fn unknown_kinds_keep_their_words() {
        let json = r#"{"kind":"poem","text":"a","children":[{"kind":"text","text":"b"}],"metre":5}"#;
        let expected = Node::Other { text: "a".to_owned(), children: vec![text("b")] };
        assert_eq!(serde_json::from_str::<Node>(json).unwrap(), expected);
    }
}
