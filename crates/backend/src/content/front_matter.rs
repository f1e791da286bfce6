//! The head of an article: TOML between two lines of `+++`.

use serde::Deserialize;
use toml::Spanned;

use super::fault::{Wrong, line_of};

const FENCE: &str = "+++";

/// The keys of an article's head; a key that is not here is refused.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    pub title: Spanned<String>,
    pub summary: Spanned<String>,
    pub category: Spanned<String>,
    pub topic: Spanned<String>,
    pub audience: Spanned<Audience>,
    pub updated_on: Spanned<toml::value::Datetime>,
    #[serde(default)]
    pub keywords: Vec<String>,
    #[serde(default)]
    pub related: Vec<Spanned<String>>,
}

/// Whom an article is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    Buyer,
    Seller,
    Everyone,
}

/// An article's file, cut in two.
pub struct Split<'a> {
    pub head: &'a str,
    pub body: &'a str,
    /// The line of the file that the body starts on.
    pub body_line: usize,
}

/// The line of the file that the head starts on.
pub const HEAD_LINE: usize = 2;

/// Cuts a file at its fences.
///
/// # Errors
/// [`Wrong::FrontMatterMissing`] unless both fences are there.
pub fn split(text: &str) -> Result<Split<'_>, Wrong> {
    let rest = text.strip_prefix(FENCE).and_then(|rest| rest.strip_prefix('\n')).ok_or(Wrong::FrontMatterMissing)?;
    let end = rest.find("\n+++\n").ok_or(Wrong::FrontMatterMissing)?;
    let head = rest.get(..=end).unwrap_or_default();
    let body = rest.get(end + FENCE.len() + 2..).unwrap_or_default();
    Ok(Split { head, body, body_line: HEAD_LINE + line_of(head, head.len()) })
}

/// Reads a TOML text whose first line is `first_line` of its file.
///
/// # Errors
/// The line and what is wrong there.
pub fn read_toml<T: serde::de::DeserializeOwned>(text: &str, first_line: usize) -> Result<T, (usize, Wrong)> {
    toml::from_str(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let said = error.message().trim_end_matches('.').replace('\n', " ");
        (first_line + line_of(text, offset) - 1, Wrong::Toml(said))
    })
}
