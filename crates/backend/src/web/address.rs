//! What an address of the site stands for.

use std::borrow::Cow;

/// What is at an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// The front door, which leads to a language.
    Root,
    /// An address with a slash too many at its end, and without it.
    Slash(String),
    /// A file, by its path below the site's folder.
    File(String),
    /// A page, by its path; `is_app` if the app has pages of this form.
    Page { path: String, is_app: bool },
    /// Nothing that could be there.
    Nowhere,
}

/// The pages of the app below a language that have no name of their own in their path.
const PAGES: [&str; 10] =
    ["articles", "search", "accessibility", "privacy", "browsers", "ask", "orders", "cases", "sign-in", "account"];
/// The steps of asking.
const STEPS: [&str; 5] = ["describe", "answer", "contact", "check", "sent"];

impl Address {
    /// Reads the path of a request.
    pub fn read(path: &str, locales: &[String]) -> Self {
        if path == "/" {
            return Self::Root;
        }
        let Some(plain) = decoded(path.trim_start_matches('/')) else { return Self::Nowhere };
        let (plain, has_slash) = plain.strip_suffix('/').map_or((plain.as_ref(), false), |rest| (rest, true));
        if path.starts_with("//") || !plain.split('/').all(is_segment) {
            return Self::Nowhere;
        }
        if has_slash {
            return Self::Slash(path.trim_end_matches('/').to_owned());
        }
        let segments: Vec<&str> = plain.split('/').collect();
        if segments.last().is_some_and(|last| last.contains('.')) {
            return Self::File(plain.to_owned());
        }
        Self::Page { path: plain.to_owned(), is_app: is_app(&segments, locales) }
    }
}

fn is_segment(segment: &str) -> bool {
    !segment.is_empty() && !segment.starts_with('.') && !segment.contains(['\\', '\0', ':'])
}

fn is_app(segments: &[&str], locales: &[String]) -> bool {
    let known = |locale: &str| locales.iter().any(|tag| tag == locale);
    match segments {
        [locale] => known(locale),
        [locale, page] => known(locale) && PAGES.contains(page),
        [locale, "articles" | "categories" | "orders" | "objects" | "cases", _] => known(locale),
        [locale, "ask", step] => known(locale) && STEPS.contains(step),
        [locale, "sign-in", "help"] => known(locale),
        _ => false,
    }
}

/// Whether a file's name carries the hash of its content, and so never changes.
pub fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, "js" | "css" | "wasm" | "ftl")) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit('-').next().filter(|hash| hash.len() < stem.len()).unwrap_or_default();
    hash.len() >= 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// A path without percent signs; none if it is not text then.
fn decoded(path: &str) -> Option<Cow<'_, str>> {
    if !path.contains('%') {
        return Some(Cow::Borrowed(path));
    }
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { digit(rest.next()?)? << 4 | digit(rest.next()?)? } else { byte });
    }
    // A slash that was hidden would change what the address stands for.
    if bytes.iter().filter(|byte| **byte == b'/').count() != path.matches('/').count() {
        return None;
    }
    String::from_utf8(bytes).ok().map(Cow::Owned)
}

fn digit(letter: u8) -> Option<u8> {
    char::from(letter).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, is_app: bool) -> Address {
        Address::Page { path: path.to_owned(), is_app }
    }

    #[test]
    fn addresses_are_told_apart() {
        let locales = ["en".to_owned(), "sv".to_owned()];
        for (name, path, expected) in [
            ("root", "/", Address::Root),
            ("help_home", "/en", page("en", true)),
            ("slash_too_many", "/en/", Address::Slash("/en".to_owned())),
            ("article", "/sv/articles/how-to-contact-us", page("sv/articles/how-to-contact-us", true)),
            ("search", "/en/search", page("en/search", true)),
            ("order", "/en/orders/order-1", page("en/orders/order-1", true)),
            ("object", "/en/objects/object-1", page("en/objects/object-1", true)),
            ("no_list_of_objects", "/en/objects", page("en/objects", false)),
            ("step_of_asking", "/en/ask/check", page("en/ask/check", true)),
            ("no_step_of_asking", "/en/ask/elsewhere", page("en/ask/elsewhere", false)),
            ("help_with_sign_in", "/en/sign-in/help", page("en/sign-in/help", true)),
            ("unknown_language", "/xx/search", page("xx/search", false)),
            ("unknown_page", "/en/nothing", page("en/nothing", false)),
            ("too_deep", "/xx/yy/zz", page("xx/yy/zz", false)),
            ("file", "/favicon.svg", Address::File("favicon.svg".to_owned())),
            ("somebody_elses_program", "/wp-admin.php", Address::File("wp-admin.php".to_owned())),
            ("encoded_letters", "/en/articles/caf%C3%A9", page("en/articles/café", true)),
            ("up", "/../secret", Address::Nowhere),
            ("encoded_up", "/%2e%2e/secret", Address::Nowhere),
            ("encoded_slash", "/en%2Fsecret", Address::Nowhere),
            ("hidden_file", "/.git/config", Address::Nowhere),
            ("backslash", "/en/..%5Csecret", Address::Nowhere),
            ("zero_byte", "/en/%00", Address::Nowhere),
            ("not_text", "/%ff", Address::Nowhere),
            ("cut_percent", "/%2", Address::Nowhere),
            ("other_host", "//example.org/", Address::Nowhere),
            ("empty_segment", "/en//articles", Address::Nowhere),
        ] {
            assert_eq!(Address::read(path, &locales), expected, "{name}");
        }
    }

    #[test]
    fn hashed_names_are_known() {
        for (name, path, expected) in [
            ("module", "svar-1a2b3c4d5e6f7a8b.js", true),
            ("wasm", "svar-1a2b3c4d5e6f7a8b_bg.wasm", true),
            ("words", "words-en-0123456789abcdef.ftl", true),
            ("style", "css/svar-0123456789abcdef.css", true),
            ("icons", "icons.svg", false),
            ("not_a_hash", "some-wordhere.js", false),
            ("only_a_hash", "0123456789abcdef.js", false),
            ("page", "en/articles/a-0123456789abcdef.html", false),
        ] {
            assert_eq!(is_hashed(path), expected, "{name}");
        }
    }
}
