//! What can be wrong with the content folder, with file and line, each as one sentence for an editor.

use std::{fmt, path::PathBuf};

use thiserror::Error;

/// Something wrong in a content file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub struct Fault {
    pub file: PathBuf,
    /// Counted from 1.
    pub line: usize,
    pub wrong: Wrong,
}

impl fmt::Display for Fault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}: {}", self.file.display(), self.line, self.wrong)
    }
}

/// The kinds of wrong.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Wrong {
    #[error("The file cannot be read: {0}.")]
    Unreadable(String),
    #[error("The front matter has to stand between two lines of +++ at the top.")]
    FrontMatterMissing,
    #[error("This is not valid here: {0}.")]
    Toml(String),
    #[error("The date has to be written as 2026-10-31.")]
    Date,
    #[error("`{0}` may not be empty.")]
    Empty(&'static str),
    #[error("The summary is longer than {0} characters.")]
    SummaryTooLong(usize),
    #[error("There is no category `{0}` in categories.toml.")]
    UnknownCategory(String),
    #[error("There is no article `{0}`.")]
    UnknownArticle(String),
    #[error("The article `{slug}` has no anchor `#{anchor}`.")]
    UnknownAnchor { slug: String, anchor: String },
    #[error("There is no page `{0}` to link to.")]
    UnknownPage(String),
    #[error("A link leads to `article:slug`, `page:name` or `https://…`, and `{0}` is none of these.")]
    UnknownLink(String),
    #[error("E-mail addresses are not shown; link to a page instead.")]
    EmailAddress,
    #[error("Raw HTML is not allowed; Markdown is enough.")]
    RawHtml,
    #[error("{0} are not allowed in articles.")]
    Unsupported(&'static str),
    #[error("An article has `##` and `###` headings only.")]
    HeadingLevel,
    #[error("This heading skips a level.")]
    HeadingSkips,
    #[error("The heading needs an anchor of its own, such as {{#what-to-do}}.")]
    AnchorMissing,
    #[error("An anchor has small letters, numbers and hyphens only, and `{0}` has more.")]
    AnchorForm(String),
    #[error("The anchor `#{0}` is used twice.")]
    AnchorTwice(String),
    #[error("The article has no headings.")]
    HeadingsMissing,
    #[error("The article has to end with a section {{#next}} that names the next action.")]
    NextMissing,
    #[error("The section {{#next}} needs a link to its action.")]
    NextHasNoLink,
    #[error("A number in the text comes from facts.toml, as {{{{key}}}}; `{0}` is written out.")]
    Digits(String),
    #[error("There is no fact `{0}` in facts.toml.")]
    UnknownFact(String),
    #[error("A fact is written {{{{key}}}}, and this one is not closed.")]
    FactNotClosed,
    #[error("languages.toml does not say how to write `{0}` in this language.")]
    UnknownName(String),
    #[error("`{key}` differs from the same article in `{locale}`.")]
    Differs { key: &'static str, locale: String },
    #[error("A slug has small letters, numbers and hyphens only, and `{0}` has more.")]
    Slug(String),
    #[error("There are no languages: a language is a folder with a folder `articles` in it.")]
    NoLanguages,
    #[error("The mail `{0}` has to name `{{{1}}}`.")]
    MailLacks(&'static str, &'static str),
    #[error("The mail `{0}` knows no `{1}`.")]
    MailKnowsNo(&'static str, String),
    #[error("The mail `{0}` has a subject of more than one line.")]
    SubjectLines(&'static str),
    #[error("`{0}` is missing; every language has the same keys.")]
    Missing(String),
    #[error("There is no `{0}` in an order.")]
    UnknownField(String),
    #[error("A line is `slug#anchor: words, words`, and `{0}` is not.")]
    NoWords(String),
    #[error("`{0}` is written twice.")]
    Twice(String),
    #[error("There is no time zone `{0}`.")]
    UnknownZone(String),
    #[error("There is no list of languages `{0}` in facts.toml.")]
    UnknownLanguages(String),
    #[error("Nobody speaks `{0}` by this method.")]
    NotSpoken(String),
    #[error("A weekday is 1 for Monday to 7 for Sunday, and `{0}` is not.")]
    Weekday(i64),
    #[error("Hours go from 09:00 to 18:00, by 24:00 at the latest; `{0}` to `{1}` is two rows or none.")]
    Hours(String, String),
    #[error("A topic has small letters and underscores only, and `{0}` has more.")]
    TopicForm(String),
    #[error("There is no topic `{0}` in topics.toml.")]
    UnknownTopic(String),
    #[error("The topic `{0}` is neither general nor open in any state of an order.")]
    NeverOpen(String),
    #[error("There is no state `{0}` of an order; `any` is all of them.")]
    UnknownState(String),
    #[error("There is no action `{0}` of an order.")]
    UnknownAction(String),
    #[error("A topic has the sections {{#buyer}} and {{#seller}}, and `#{0}` is neither.")]
    UnknownSection(String),
    #[error("A queue is long with at least one who waits, full no sooner, and a slot has at least one place.")]
    QueueLimits,
}

/// The line that a byte offset of `text` is on, counted from 1.
#[must_use]
pub fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|byte| *byte == b'\n').count() + 1
}
