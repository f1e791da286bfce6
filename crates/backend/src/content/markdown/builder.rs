//! Builds the node tree from the parser's events: a stack of what is open, folded into its parent as it closes.

use contract::{CalloutTone, Heading, Node};
use pulldown_cmark::{BlockQuoteKind, Event, HeadingLevel, LinkType, Tag, TagEnd};

use super::{NEXT, Page, Parsed, has_link, links, text, words_of};
use crate::content::{fault::Wrong, is_slug};

enum Kind {
    Heading {
        level: u8,
        anchor: Option<String>,
    },
    List {
        ordered: bool,
    },
    Quote(Option<BlockQuoteKind>),
    Code,
    Link {
        href: String,
    },
    /// Its own end says what it is.
    Plain,
}

/// Something that has begun and not yet ended.
struct Open {
    kind: Kind,
    line: usize,
    children: Vec<Node>,
    /// Items of a list, or cells of a row.
    groups: Vec<Vec<Node>>,
    head: Vec<Vec<Node>>,
    rows: Vec<Vec<Vec<Node>>>,
}

impl Open {
    fn new(kind: Kind, line: usize) -> Self {
        Self { kind, line, children: Vec::new(), groups: Vec::new(), head: Vec::new(), rows: Vec::new() }
    }
}

/// Takes events in order and gives the tree, or all that is wrong.
pub struct Builder<'a> {
    page: Page<'a>,
    open: Vec<Open>,
    parsed: Parsed,
    faults: Vec<(usize, Wrong)>,
}

impl<'a> Builder<'a> {
    pub fn new(page: Page<'a>) -> Self {
        Self { page, open: Vec::new(), parsed: Parsed::default(), faults: Vec::new() }
    }

    pub fn take(&mut self, event: Event<'_>, line: usize) {
        match event {
            Event::Start(tag) => self.start(tag, line),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, line),
            Event::Code(text) => {
                let text = self.fill(&text, line);
                self.push(Node::Code { text, block: false });
            }
            Event::SoftBreak => self.push(Node::Text { text: " ".to_owned() }),
            Event::InlineHtml(_) => self.wrong(line, Wrong::RawHtml),
            // Told at the block's start.
            Event::Html(_) => {}
            Event::HardBreak => self.wrong(line, Wrong::Unsupported("Line breaks inside a paragraph")),
            Event::Rule => self.wrong(line, Wrong::Unsupported("Rules across the page")),
            _ => self.wrong(line, Wrong::Unsupported("Footnotes, check boxes and formulas")),
        }
    }

    pub fn finish(mut self, last_line: usize) -> Result<Parsed, Vec<(usize, Wrong)>> {
        let last = self.parsed.headings.iter().rfind(|heading| heading.level == 2);
        match last {
            None => self.wrong(last_line, Wrong::HeadingsMissing),
            Some(heading) if heading.anchor != NEXT => self.wrong(last_line, Wrong::NextMissing),
            Some(_) if !self.next_has_link() => self.wrong(last_line, Wrong::NextHasNoLink),
            Some(_) => {}
        }
        self.finish_part()
    }

    /// The same without what a whole article has to have.
    pub fn finish_part(self) -> Result<Parsed, Vec<(usize, Wrong)>> {
        if self.faults.is_empty() { Ok(self.parsed) } else { Err(self.faults) }
    }

    fn next_has_link(&self) -> bool {
        let is_next = |node: &Node| matches!(node, Node::Heading { anchor, .. } if anchor == NEXT);
        self.parsed.body.iter().skip_while(|node| !is_next(node)).any(has_link)
    }

    fn wrong(&mut self, line: usize, wrong: Wrong) {
        self.faults.push((line, wrong));
    }

    fn push(&mut self, node: Node) {
        let siblings = self.open.last_mut().map_or(&mut self.parsed.body, |open| &mut open.children);
        match (siblings.last_mut(), node) {
            (Some(Node::Text { text: before }), Node::Text { text }) => before.push_str(&text),
            (_, node) => siblings.push(node),
        }
    }

    fn fill(&mut self, text: &str, line: usize) -> String {
        text::fill(text, self.page, &mut self.parsed.facts).unwrap_or_else(|wrong| {
            self.wrong(line, wrong);
            text.to_owned()
        })
    }

    fn text(&mut self, text: &str, line: usize) {
        let text = self.fill(text, line);
        self.push(Node::Text { text });
    }

    fn start(&mut self, tag: Tag<'_>, line: usize) {
        let kind = match tag {
            Tag::Heading { level, id, .. } => {
                Kind::Heading { level: number(level), anchor: id.map(|id| id.to_string()) }
            }
            Tag::List(first) => Kind::List { ordered: first.is_some() },
            Tag::BlockQuote(kind) => Kind::Quote(kind),
            Tag::CodeBlock(_) => Kind::Code,
            Tag::Link { link_type, dest_url, .. } => Kind::Link { href: self.href(link_type, &dest_url, line) },
            Tag::HtmlBlock => {
                self.wrong(line, Wrong::RawHtml);
                Kind::Plain
            }
            Tag::Image { .. } => {
                self.wrong(line, Wrong::Unsupported("Pictures"));
                Kind::Plain
            }
            // The events inside say what is wrong.
            _ => Kind::Plain,
        };
        self.open.push(Open::new(kind, line));
    }

    fn href(&mut self, link_type: LinkType, to: &str, line: usize) -> String {
        let found = match link_type {
            LinkType::Email => Err(Wrong::EmailAddress),
            _ => links::resolve(to, line, self.page),
        };
        match found {
            Ok((href, needed)) => {
                self.parsed.links.extend(needed);
                href
            }
            Err(wrong) => {
                self.wrong(line, wrong);
                String::new()
            }
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let Some(done) = self.open.pop() else { return };
        match tag {
            TagEnd::Item | TagEnd::TableCell => {
                self.with_parent(|parent| parent.groups.push(done.children));
            }
            TagEnd::TableHead => self.with_parent(|parent| parent.head = done.groups),
            TagEnd::TableRow => self.with_parent(|parent| parent.rows.push(done.groups)),
            TagEnd::HtmlBlock | TagEnd::Image => {}
            _ => {
                let node = self.node(tag, done);
                self.push(node);
            }
        }
    }

    fn with_parent(&mut self, change: impl FnOnce(&mut Open)) {
        if let Some(parent) = self.open.last_mut() {
            change(parent);
        }
    }

    fn node(&mut self, tag: TagEnd, done: Open) -> Node {
        let Open { kind, line, children, groups, head, rows } = done;
        match (tag, kind) {
            (_, Kind::Heading { level, anchor }) => self.heading(level, anchor, children, line),
            (_, Kind::List { ordered }) => Node::List { ordered, items: groups },
            (_, Kind::Quote(None)) => Node::Quote { children },
            (_, Kind::Quote(Some(kind))) => Node::Callout { tone: tone(kind), children },
            (_, Kind::Code) => Node::Code { text: words_of(&children).trim_end().to_owned(), block: true },
            (_, Kind::Link { href }) => Node::Link { href, children },
            (TagEnd::Table, Kind::Plain) => Node::Table { head, rows },
            (TagEnd::Strong, Kind::Plain) => Node::Strong { children },
            (TagEnd::Emphasis, Kind::Plain) => Node::Emphasis { children },
            (_, Kind::Plain) => Node::Paragraph { children },
        }
    }

    fn heading(&mut self, level: u8, anchor: Option<String>, children: Vec<Node>, line: usize) -> Node {
        let before = self.parsed.headings.last().map_or(1, |heading| heading.level);
        if !(2..=3).contains(&level) {
            self.wrong(line, Wrong::HeadingLevel);
        } else if level > before + 1 {
            self.wrong(line, Wrong::HeadingSkips);
        }
        let anchor = anchor.unwrap_or_default();
        if anchor.is_empty() {
            self.wrong(line, Wrong::AnchorMissing);
        } else if !is_slug(&anchor) {
            self.wrong(line, Wrong::AnchorForm(anchor.clone()));
        } else if self.parsed.headings.iter().any(|heading| heading.anchor == anchor) {
            self.wrong(line, Wrong::AnchorTwice(anchor.clone()));
        }
        let text = words_of(&children).trim_end().to_owned();
        if text.is_empty() {
            self.wrong(line, Wrong::Empty("heading"));
        }
        self.parsed.headings.push(Heading { level, anchor: anchor.clone(), text });
        Node::Heading { level, anchor, children }
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn tone(kind: BlockQuoteKind) -> CalloutTone {
    match kind {
        BlockQuoteKind::Note => CalloutTone::Note,
        BlockQuoteKind::Tip => CalloutTone::Tip,
        BlockQuoteKind::Important => CalloutTone::Important,
        BlockQuoteKind::Warning => CalloutTone::Warning,
        BlockQuoteKind::Caution => CalloutTone::Caution,
    }
}
