//! Every URL of the app as a function of the locale. Slugs come from the backend and are percent-encoded here.

use std::fmt::Write;

/// The help home of a locale.
#[must_use]
pub fn home(locale: &str) -> String {
    format!("/{locale}")
}

#[must_use]
pub fn category(locale: &str, slug: &str) -> String {
    format!("/{locale}/categories/{}", encode(slug))
}

#[must_use]
pub fn articles(locale: &str) -> String {
    format!("/{locale}/articles")
}

#[must_use]
pub fn article(locale: &str, slug: &str) -> String {
    format!("/{locale}/articles/{}", encode(slug))
}

/// The results page; without a query it only asks for one.
#[must_use]
pub fn search(locale: &str, query: &str) -> String {
    if query.is_empty() { format!("/{locale}/search") } else { format!("/{locale}/search?q={}", encode(query)) }
}

/// "Ask a question", carrying the topic and the slug of the article that led there.
#[must_use]
pub fn ask(locale: &str, about: Option<(&str, &str)>) -> String {
    match about {
        Some((topic, slug)) => format!("/{locale}/ask?topic={}&from={}", encode(topic), encode(slug)),
        None => format!("/{locale}/ask"),
    }
}

#[must_use]
pub fn orders(locale: &str) -> String {
    format!("/{locale}/orders")
}

#[must_use]
pub fn cases(locale: &str) -> String {
    format!("/{locale}/cases")
}

#[must_use]
pub fn sign_in(locale: &str) -> String {
    format!("/{locale}/sign-in")
}

#[must_use]
pub fn accessibility(locale: &str) -> String {
    format!("/{locale}/accessibility")
}

#[must_use]
pub fn privacy(locale: &str) -> String {
    format!("/{locale}/privacy")
}

#[must_use]
pub fn browsers(locale: &str) -> String {
    format!("/{locale}/browsers")
}

/// The first segment of a path: the locale, if it is one.
#[must_use]
pub fn first_segment(path: &str) -> &str {
    path.trim_start_matches('/').split('/').next().unwrap_or_default()
}

/// The same page in another language. The slugs are the same in every language, so only the first segment changes.
#[must_use]
pub fn in_locale(path: &str, locale: &str) -> String {
    let rest = path.trim_start_matches('/').split_once('/').map(|(_, rest)| rest).unwrap_or_default();
    if rest.is_empty() { home(locale) } else { format!("/{locale}/{rest}") }
}

/// Percent-encodes all but unreserved characters (RFC 3986, 2.3), for a path segment or a query's value.
#[must_use]
pub fn encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_encoded() {
        for (name, made, expected) in [
            ("home", home("sv"), "/sv"),
            ("plain_slug", article("en", "track-your-parcel"), "/en/articles/track-your-parcel"),
            ("slug_with_slash", article("en", "a/../b"), "/en/articles/a%2F..%2Fb"),
            ("query", search("sv", "få pengar & mer"), "/sv/search?q=f%C3%A5%20pengar%20%26%20mer"),
            ("no_query", search("sv", ""), "/sv/search"),
            ("topic", ask("en", Some(("not_arrived", "x"))), "/en/ask?topic=not_arrived&from=x"),
        ] {
            assert_eq!(made, expected, "{name}");
        }
    }

    #[test]
    fn language_changes_only_the_first_segment() {
        for (name, path, expected) in [
            ("home", "/en", "/sv"),
            ("home_with_slash", "/en/", "/sv"),
            ("article", "/en/articles/x", "/sv/articles/x"),
            ("root", "/", "/sv"),
        ] {
            assert_eq!(in_locale(path, "sv"), expected, "{name}");
        }
    }
}
