//! Where the app asks for messages.

use std::collections::BTreeSet;

use super::{
    tokens::{Token, closing, is_at, outside_tests, places, tokens},
    tree::Source,
};

/// `t!("key", name = …)`: the key, the names it is given, and where.
pub struct Call {
    pub key: String,
    pub names: BTreeSet<String>,
    pub place: String,
}

/// What the sources ask for.
#[derive(Default)]
pub struct Asked {
    pub calls: Vec<Call>,
    /// Every string literal: a key may be chosen first and shown later.
    pub literals: BTreeSet<String>,
}

impl Asked {
    pub fn read(sources: &[Source]) -> Self {
        let mut asked = Self::default();
        for source in sources {
            let tokens = outside_tests(&tokens(&source.text));
            asked.literals.extend(tokens.iter().filter_map(|token| token.string.clone()));
            for at in places(&tokens, &["t", "!", "("]) {
                if let Some(key) = tokens.get(at + 3).and_then(|token| token.string.clone()) {
                    let names = names(&tokens[at + 3..closing(&tokens, at + 2)]);
                    asked.calls.push(Call { key, names, place: format!("{}:{}", source.path, tokens[at].line) });
                }
            }
        }
        asked
    }
}

/// The names in `"key", name = value, other = value`.
fn names(inside: &[Token]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut at = 0;
    while at < inside.len() {
        match inside[at].text.as_str() {
            "(" | "[" | "{" => at = closing(inside, at),
            "," if is_at(inside, at + 2, &["="]) => drop(names.insert(inside[at + 1].text.clone())),
            _ => {}
        }
        at += 1;
    }
    names
}
