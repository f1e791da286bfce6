//! Running text: facts are filled in, numbers and addresses that are written out are refused.

use std::collections::BTreeSet;

use super::Page;
use crate::content::fault::Wrong;

const OPEN: &str = "{{";
const CLOSE: &str = "}}";

/// The text with every `{{fact}}` filled in; the keys go into `used`.
pub fn fill(text: &str, page: Page<'_>, used: &mut BTreeSet<String>) -> Result<String, Wrong> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(OPEN) {
        let (key, after) = after.split_once(CLOSE).ok_or(Wrong::FactNotClosed)?;
        out.push_str(written_out(before)?);
        out.push_str(&page.facts.written(key.trim(), page.language)?);
        used.insert(key.trim().to_owned());
        rest = after;
    }
    out.push_str(written_out(rest)?);
    Ok(out)
}

/// The text itself, unless a number or an e-mail address stands in it.
fn written_out(text: &str) -> Result<&str, Wrong> {
    for word in text.split_whitespace() {
        if word.chars().any(char::is_numeric) {
            return Err(Wrong::Digits(word.to_owned()));
        }
        if word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.')) {
            return Err(Wrong::EmailAddress);
        }
    }
    Ok(text)
}
