//! Every URL of the app as a function of the locale. Slugs come from the backend and are percent-encoded here.

mod place;

use std::fmt::Write;

pub use place::{AskStep, Part, Place, place};

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

/// One order.
#[must_use]
pub fn order(locale: &str, id: &str) -> String {
    format!("/{locale}/orders/{}", encode(id))
}

/// One case.
#[must_use]
pub fn case(locale: &str, id: &str) -> String {
    format!("/{locale}/cases/{}", encode(id))
}

/// A step of asking; the draft says about what, and with which words.
#[must_use]
pub fn ask_step(locale: &str, step: AskStep, draft: &str) -> String {
    format!("/{locale}/ask/{}?draft={}", step.word(), encode(draft))
}

/// A step, with a word on why sending leads back there.
#[must_use]
pub fn with_news(step: &str, why: &str) -> String {
    format!("{step}&news={why}")
}

/// Describing a question about an order, or about one object of it.
#[must_use]
pub fn get_support(locale: &str, order: &str, object: Option<&str>) -> String {
    let object = object.map(|id| format!("&object={}", encode(id))).unwrap_or_default();
    format!("/{locale}/ask/describe?order={}{object}", encode(order))
}

/// Describing a question that is about no order.
#[must_use]
pub fn describe_general(locale: &str, topic: &str) -> String {
    let topic = if topic.is_empty() { String::new() } else { format!("?topic={}", encode(topic)) };
    format!("/{locale}/ask/describe{topic}")
}

/// A request that has been sent.
#[must_use]
pub fn ask_sent(locale: &str, case: &str) -> String {
    format!("/{locale}/ask/sent?case={}", encode(case))
}

/// A message that has been sent to the other side of an order.
#[must_use]
pub fn ask_sent_to_seller(locale: &str, conversation: &str) -> String {
    format!("/{locale}/ask/sent?conversation={}", encode(conversation))
}

#[must_use]
pub fn cases(locale: &str) -> String {
    format!("/{locale}/cases")
}

#[must_use]
pub fn sign_in(locale: &str) -> String {
    format!("/{locale}/sign-in")
}

/// Sign-in that leads back to `next`, a path of the app.
#[must_use]
pub fn sign_in_to(locale: &str, next: &str) -> String {
    format!("/{locale}/sign-in?next={}", encode(next))
}

/// For those who cannot sign in.
#[must_use]
pub fn sign_in_help(locale: &str) -> String {
    format!("/{locale}/sign-in/help")
}

#[must_use]
pub fn account(locale: &str) -> String {
    format!("/{locale}/account")
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

/// A parameter of an address's query (with or without its `?`); empty where it has none.
#[must_use]
pub fn query_value(query: &str, name: &str) -> String {
    let mut pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.find(|(key, _)| *key == name).map(|(_, value)| value);
    value.map(|value| decode(&value.replace('+', " "))).unwrap_or_default()
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

/// Undoes percent-encoding; what is no encoding stays, and bytes that are no text become `\u{fffd}`.
fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
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
    fn query_values_are_read() {
        for (name, query, expected) in [
            ("there", "?q=parcel", "parcel"),
            ("without_question_mark", "q=parcel", "parcel"),
            ("second", "?a=b&q=c", "c"),
            ("plus_is_a_space", "?q=my+parcel", "my parcel"),
            ("encoded", "?q=f%C3%A5%20%26", "få &"),
            ("missing", "?x=1", ""),
            ("empty", "", ""),
            ("no_value", "?q", ""),
        ] {
            assert_eq!(query_value(query, "q"), expected, "{name}");
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
