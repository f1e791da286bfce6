//! Content as a tree, never as markup: articles and messages are made of these.

use serde::{Deserialize, Serialize};

/// A piece of content; unknown kinds show what text they hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "schema", schema(no_recursion))]
#[serde(tag = "kind", rename_all = "snake_case")]
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
        #[serde(default)]
        text: String,
        #[serde(default)]
        children: Vec<Node>,
    },
}

/// What a callout is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CalloutTone {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
    #[serde(untagged)]
    Other(String),
}
