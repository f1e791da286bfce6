//! What a question can be about: `topics.toml` says whom and which orders each topic fits, and a Markdown file for each
//! topic and language what to know before asking. Without `topics.toml` there are no topics.

use std::collections::{BTreeMap, BTreeSet};

use contract::{Node, OrderAction, OrderState};
use rules::{order::Side, topic::Fits};
use serde::Deserialize;
use toml::Spanned;

use super::{
    fault::{Wrong, line_of},
    files::Reading,
    front_matter::{HEAD_LINE, read_toml, split},
    is_slug,
    markdown::{self, ArticleLink, Page},
};

/// The file.
pub const FILE: &str = "topics.toml";
/// Stands for every state of an order.
const ANY: &str = "any";

/// A topic with its texts.
#[derive(Clone, Debug, Default)]
pub struct TopicEntry {
    pub id: String,
    pub fits: Fits,
    /// What may help without support, if the order allows it.
    pub actions: Vec<OrderAction>,
    pub is_safety: bool,
    /// By language.
    pub texts: BTreeMap<String, TopicText>,
}

/// A topic in one language.
#[derive(Clone, Debug, Default)]
pub struct TopicText {
    pub title: String,
    /// What is worth knowing for everybody, and for one side alone.
    everyone: Vec<Node>,
    buyer: Vec<Node>,
    seller: Vec<Node>,
    /// Links to articles.
    pub links: Vec<ArticleLink>,
}

impl TopicText {
    /// What is worth knowing from a side.
    #[must_use]
    pub fn advice(&self, side: Option<Side>) -> Vec<Node> {
        let own: &[Node] = match side {
            Some(Side::Buyer) => &self.buyer,
            Some(Side::Seller) => &self.seller,
            None => &[],
        };
        [&self.everyone, own].concat()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    topic: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: Spanned<String>,
    #[serde(default)]
    general: bool,
    #[serde(default)]
    safety: bool,
    #[serde(default)]
    buyer: Vec<Spanned<String>>,
    #[serde(default)]
    seller: Vec<Spanned<String>>,
    #[serde(default)]
    actions: Vec<Spanned<String>>,
}

/// The head of a topic's words.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: Spanned<String>,
}

/// What the file says, without words.
pub fn read(reading: &mut Reading<'_>) -> Vec<TopicEntry> {
    if !reading.path(FILE).exists() {
        return Vec::new();
    }
    let Some(text) = reading.text(FILE) else { return Vec::new() };
    let file: File = match read_toml(&text, 1) {
        Ok(file) => file,
        Err((line, wrong)) => {
            reading.wrong(reading.path(FILE), line, wrong);
            return Vec::new();
        }
    };
    let (mut known, mut topics) = (BTreeSet::new(), Vec::new());
    for line in file.topic {
        let mut wrong = |at: usize, wrong: Wrong| reading.wrong(reading.path(FILE), line_of(&text, at), wrong);
        let at = line.id.span().start;
        let entry = entry(line, &mut wrong);
        if !known.insert(entry.id.clone()) {
            wrong(at, Wrong::Twice(entry.id.clone()));
        }
        topics.push(entry);
    }
    topics
}

fn entry(line: Line, wrong: &mut impl FnMut(usize, Wrong)) -> TopicEntry {
    let at = line.id.span().start;
    let id = line.id.into_inner();
    if !is_slug(&id.replace('_', "-")) || id.contains('-') {
        wrong(at, Wrong::TopicForm(id.clone()));
    }
    let fits = Fits { is_general: line.general, buyer: states(line.buyer, wrong), seller: states(line.seller, wrong) };
    if fits == Fits::default() {
        wrong(at, Wrong::NeverOpen(id.clone()));
    }
    let mut actions = Vec::new();
    for word in line.actions {
        if !OrderAction::KNOWN.contains(&word.get_ref().as_str()) {
            wrong(word.span().start, Wrong::UnknownAction(word.get_ref().clone()));
        }
        actions.push(OrderAction::from(word.into_inner()));
    }
    TopicEntry { id, fits, actions, is_safety: line.safety, texts: BTreeMap::new() }
}

fn states(words: Vec<Spanned<String>>, wrong: &mut impl FnMut(usize, Wrong)) -> Vec<OrderState> {
    let state = |word: &str| OrderState::from(word.to_owned());
    let mut states = Vec::new();
    for word in words {
        match word.get_ref().as_str() {
            ANY => states.extend(OrderState::KNOWN.iter().map(|word| state(word))),
            known if OrderState::KNOWN.contains(&known) => states.push(state(known)),
            unknown => wrong(word.span().start, Wrong::UnknownState(unknown.to_owned())),
        }
    }
    states
}

/// Adds what `<lang>/topics/<id>.md` says to each topic; a topic without its file is a fault, and so is the reverse.
pub fn words(reading: &mut Reading<'_>, page: Page<'_>, topics: &mut [TopicEntry], used: &mut BTreeSet<String>) {
    if topics.is_empty() {
        return;
    }
    let folder = format!("{}/topics", page.locale);
    for name in reading.names(&folder) {
        let id = name.strip_suffix(".md").unwrap_or(&name);
        if !topics.iter().any(|topic| topic.id == id) {
            reading.wrong(reading.path(&format!("{folder}/{name}")), 1, Wrong::UnknownTopic(id.to_owned()));
        }
    }
    for topic in topics {
        let file = format!("{folder}/{}.md", topic.id);
        let Some(text) = reading.text(&file) else { continue };
        match text_of(&text, page, used) {
            Ok(text) => drop(topic.texts.insert(page.locale.to_owned(), text)),
            Err(faults) => {
                let path = reading.path(&file);
                faults.into_iter().for_each(|(line, wrong)| reading.wrong(&path, line, wrong));
            }
        }
    }
}

fn text_of(text: &str, page: Page<'_>, used: &mut BTreeSet<String>) -> Result<TopicText, Vec<(usize, Wrong)>> {
    let split = split(text).map_err(|wrong| vec![(1, wrong)])?;
    let head: Head = read_toml(split.head, HEAD_LINE).map_err(|fault| vec![fault])?;
    let at = HEAD_LINE + line_of(split.head, head.title.span().start) - 1;
    let title = markdown::plain(head.title.get_ref().trim(), page, used).map_err(|wrong| vec![(at, wrong)])?;
    if title.is_empty() {
        return Err(vec![(at, Wrong::Empty("title"))]);
    }
    let parsed = markdown::parse_part(split.body, split.body_line, page)?;
    let mut found = TopicText { title, links: parsed.links, ..TopicText::default() };
    let mut faults = Vec::new();
    let mut side = None;
    for node in parsed.body {
        match node {
            Node::Heading { level: 2, anchor, .. } => match anchor.as_str() {
                "buyer" => side = Some(Side::Buyer),
                "seller" => side = Some(Side::Seller),
                _ => faults.push((line_with(text, &anchor), Wrong::UnknownSection(anchor))),
            },
            node => match side {
                None => found.everyone.push(node),
                Some(Side::Buyer) => found.buyer.push(node),
                Some(Side::Seller) => found.seller.push(node),
            },
        }
    }
    used.extend(parsed.facts);
    if faults.is_empty() { Ok(found) } else { Err(faults) }
}

fn line_with(text: &str, anchor: &str) -> usize {
    text.lines().position(|line| line.contains(&format!("{{#{anchor}}}"))).map_or(1, |at| at + 1)
}
