//! Every URL of the app as a function of the locale. Slugs come from the backend and are percent-encoded here.

mod encoding;
mod place;

pub use encoding::{encode, query_value};
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

/// One object, whoever looks at it.
#[must_use]
pub fn object(locale: &str, id: &str) -> String {
    format!("/{locale}/objects/{}", encode(id))
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

/// Describing a question about an object that is in no order of the person's.
#[must_use]
pub fn describe_object(locale: &str, object: &str) -> String {
    format!("/{locale}/ask/describe?object={}", encode(object))
}

/// An address that has a query, with a topic if there is one.
#[must_use]
pub fn with_topic(mut address: String, topic: &str) -> String {
    if !topic.is_empty() {
        address.push_str("&topic=");
        address.push_str(&encode(topic));
    }
    address
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
            ("object", object("sv", "a/b"), "/sv/objects/a%2Fb"),
            ("about_an_object", describe_object("en", "object-1"), "/en/ask/describe?object=object-1"),
            ("with_topic", with_topic(get_support("en", "1", None), "refund"), "/en/ask/describe?order=1&topic=refund"),
            ("without_topic", with_topic(get_support("en", "1", None), ""), "/en/ask/describe?order=1"),
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
