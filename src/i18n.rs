//! Words, numbers and dates of the one locale that a page is in. Changing the language loads another document,
//! so nothing here is reactive.

pub mod format;
mod words;

use std::{borrow::Cow, cell::RefCell, collections::HashMap};

use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue};

pub use words::{Words, WordsError};

thread_local! {
    static WORDS: RefCell<Option<Words>> = const { RefCell::new(None) };
}

/// The values that a message names.
pub type Args = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// Makes `words` the words of this page.
pub fn install(words: Words) {
    WORDS.with_borrow_mut(|slot| *slot = Some(words));
}

/// The locale of this page, as its URL names it.
#[must_use]
pub fn locale() -> String {
    WORDS.with_borrow(|words| words.as_ref().map(|words| words.locale().to_string())).unwrap_or_default()
}

/// The message with this id; a missing one shows its id, so that it is seen and reported rather than blank.
#[must_use]
pub fn message(id: &str, args: Option<&Args>) -> String {
    WORDS.with_borrow(|words| match words {
        Some(words) => words.lookup_complete(words.locale(), id, args),
        None => id.to_owned(),
    })
}

/// `rtl` or `ltr`, by the script that the language is usually written in.
#[must_use]
pub fn direction(tag: &str) -> &'static str {
    let language = tag.parse::<LanguageIdentifier>().map(|id| id.language.to_string()).unwrap_or_default();
    if ["ar", "he", "fa", "ur", "yi", "ps", "dv", "ug"].contains(&language.as_str()) { "rtl" } else { "ltr" }
}

/// `t!("key")` or `t!("key", name = value)`: the message in the language of the page.
#[macro_export]
macro_rules! t {
    ($id:expr) => {
        $crate::i18n::message($id, None)
    };
    ($id:expr, $($name:ident = $value:expr),+ $(,)?) => {{
        let mut args = $crate::i18n::Args::new();
        $(args.insert(stringify!($name).into(), $value.into());)+
        $crate::i18n::message($id, Some(&args))
    }};
}
