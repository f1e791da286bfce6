//! The contract's paths with their parameters filled in. They are also the names under which answers are kept.

use contract::routes;

use crate::paths::encode;

#[must_use]
pub fn meta() -> String {
    routes::META.to_owned()
}

#[must_use]
pub fn categories(locale: &str) -> String {
    format!("{}?locale={}", routes::CATEGORIES, encode(locale))
}

/// All articles, or those of one category; the first page, as long as the contract allows.
#[must_use]
pub fn articles(locale: &str, category: Option<&str>, cursor: Option<&str>) -> String {
    let mut url = format!("{}?locale={}&limit={}", routes::ARTICLES, encode(locale), contract::LIST_MAX_LIMIT);
    for (name, value) in [("category", category), ("cursor", cursor)] {
        if let Some(value) = value {
            url.push_str(&format!("&{name}={}", encode(value)));
        }
    }
    url
}

/// The articles that most people read.
#[must_use]
pub fn most_asked(locale: &str) -> String {
    format!("{}?locale={}&limit=6&sort=most_asked", routes::ARTICLES, encode(locale))
}

#[must_use]
pub fn article(locale: &str, slug: &str) -> String {
    format!("{}?locale={}", routes::fill(routes::ARTICLE, &[&encode(slug)]), encode(locale))
}

#[must_use]
pub fn feedback(id: &str) -> String {
    routes::fill(routes::ARTICLE_FEEDBACK, &[&encode(id)])
}

#[must_use]
pub fn search(locale: &str, query: &str) -> String {
    format!("{}?locale={}&q={}", routes::SEARCH, encode(locale), encode(query))
}

/// Orders of a role; `state` and `text` narrow them.
#[must_use]
pub fn orders(role: &str, state: &str, text: &str, cursor: &str) -> String {
    with_query(routes::ORDERS, &[("role", role), ("state", state), ("q", text), ("cursor", cursor)])
}

#[must_use]
pub fn order(id: &str) -> String {
    routes::fill(routes::ORDER, &[&encode(id)])
}

#[must_use]
pub fn answer(id: &str) -> String {
    routes::fill(routes::ANSWER, &[&encode(id)])
}

/// The rest of an answer, behind the event with this number.
#[must_use]
pub fn answer_after(id: &str, number: u64) -> String {
    format!("{}?after={number}", answer(id))
}

#[must_use]
pub fn answer_feedback(id: &str) -> String {
    routes::fill(routes::ANSWER_FEEDBACK, &[&encode(id)])
}

/// Which contact methods can be used for this.
#[must_use]
pub fn availability(topic: &str, order: &str, language: &str) -> String {
    with_query(routes::AVAILABILITY, &[("topic", topic), ("order_id", order), ("language", language)])
}

/// What happens, behind the event that was told last; from now on where none was.
#[must_use]
pub fn events(cursor: Option<u64>, passing: Option<u64>) -> String {
    let [cursor, passing] = [cursor, passing].map(|number| number.map(|it| it.to_string()).unwrap_or_default());
    with_query(routes::EVENTS, &[("cursor", &cursor), ("passing", &passing)])
}

/// Times at which support can call.
#[must_use]
pub fn callback_slots(topic: &str, language: &str) -> String {
    with_query(routes::CALLBACK_SLOTS, &[("topic", topic), ("language", language)])
}

/// A call back.
#[must_use]
pub fn callback(id: &str) -> String {
    routes::fill(routes::CALLBACK, &[&encode(id)])
}

/// Cases; `turn` narrows them.
#[must_use]
pub fn cases(turn: &str, cursor: &str) -> String {
    with_query(routes::CASES, &[("turn", turn), ("cursor", cursor)])
}

#[must_use]
pub fn case(id: &str) -> String {
    routes::fill(routes::CASE, &[&encode(id)])
}

#[must_use]
pub fn conversation(id: &str) -> String {
    routes::fill(routes::CONVERSATION, &[&encode(id)])
}

/// Up to where a conversation has been read.
#[must_use]
pub fn read_mark(conversation: &str) -> String {
    routes::fill(routes::READ_MARK, &[&encode(conversation)])
}

/// The case that a conversation is turned into.
#[must_use]
pub fn escalation(conversation: &str, case: &str) -> String {
    routes::fill(routes::ESCALATION, &[&encode(conversation), &encode(case)])
}

/// The last messages of a conversation, or the last before `cursor`; as many as the contract allows.
#[must_use]
pub fn messages(conversation: &str, cursor: &str) -> String {
    let limit = contract::LIST_MAX_LIMIT.to_string();
    with_query(&routes::fill(routes::MESSAGES, &[&encode(conversation)]), &[("before", cursor), ("limit", &limit)])
}

#[must_use]
pub fn message(conversation: &str, id: &str) -> String {
    routes::fill(routes::MESSAGE, &[&encode(conversation), &encode(id)])
}

/// Parameters that are empty are left out.
fn with_query(path: &str, parameters: &[(&str, &str)]) -> String {
    let mut url = path.to_owned();
    for (name, value) in parameters.iter().filter(|(_, value)| !value.is_empty()) {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(&format!("{name}={}", encode(value)));
    }
    url
}
