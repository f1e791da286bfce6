//! Cuts text into words and words down to their stems.

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use crate::folding::folded;

/// A word of a text and the bytes it stands at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub from: usize,
    pub to: usize,
    /// In small letters, with its accents.
    pub word: String,
}

/// The words of a text: runs of letters and digits. `seller's` is `seller`, `e-mail` is `email`.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut open: Option<Token> = None;
    while let Some((at, letter)) = letters.next() {
        if letter.is_alphanumeric() {
            let token = open.get_or_insert_with(|| Token { from: at, to: at, word: String::new() });
            token.word.extend(letter.to_lowercase());
            token.to = at + letter.len_utf8();
            continue;
        }
        let joins = letters.peek().is_some_and(|(_, next)| next.is_alphanumeric())
            && open.as_ref().is_some_and(|token| is_joint(letter, &token.word));
        if !joins {
            tokens.extend(open.take().map(without_possessive));
        } else if letter != '-'
            && let Some(token) = &mut open
        {
            token.word.push('\'');
        }
    }
    tokens.extend(open.map(without_possessive));
    tokens
}

fn is_joint(letter: char, before: &str) -> bool {
    matches!(letter, '\'' | '’') || (letter == '-' && before.chars().count() == 1)
}

fn without_possessive(mut token: Token) -> Token {
    if let Some(word) = token.word.strip_suffix("'s") {
        token.word.truncate(word.len());
    }
    token.word.retain(|letter| letter != '\'');
    token
}

/// Stems words of one language.
#[derive(Clone)]
pub struct Stems {
    analyzer: Option<TextAnalyzer>,
}

impl Stems {
    /// For a language without a stemmer a word is its own stem.
    pub fn of(locale: &str) -> Self {
        let analyzer = language(locale)
            .map(|language| TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(language)).build());
        Self { analyzer }
    }

    /// The stem of a word in small letters, without accents: readers leave them out.
    pub fn stem(&mut self, word: &str) -> String {
        let Some(analyzer) = &mut self.analyzer else { return folded(word) };
        let mut stream = analyzer.token_stream(word);
        if stream.advance() { folded(&stream.token().text) } else { folded(word) }
    }
}

fn language(locale: &str) -> Option<Language> {
    Some(match locale.split('-').next()? {
        "da" => Language::Danish,
        "de" => Language::German,
        "en" => Language::English,
        "es" => Language::Spanish,
        "fi" => Language::Finnish,
        "fr" => Language::French,
        "it" => Language::Italian,
        "nb" | "nn" | "no" => Language::Norwegian,
        "nl" => Language::Dutch,
        "pt" => Language::Portuguese,
        "sv" => Language::Swedish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_into_words() {
        for (name, text, expected) in [
            ("nothing", "", vec![]),
            ("only_emoji", "📦🙂", vec![]),
            ("operators_are_no_words", "\"a\" AND (b OR c)~*", vec!["a", "and", "b", "or", "c"]),
            ("markup_is_words", "<b>x</b>", vec!["b", "x", "b"]),
            ("possessive_falls", "the seller’s parcel", vec!["the", "seller", "parcel"]),
            ("apostrophe_falls", "hasn't", vec!["hasnt"]),
            ("one_letter_joins", "E-mail e-post", vec!["email", "epost"]),
            ("other_hyphens_part", "well-known", vec!["well", "known"]),
            ("right_to_left", "שלום עולם", vec!["שלום", "עולם"]),
        ] {
            let words: Vec<String> = tokens(text).into_iter().map(|token| token.word).collect();
            assert_eq!(words, expected, "{name}");
        }
    }

    #[test]
    fn words_are_stemmed_in_their_language() {
        for (name, locale, word, expected) in [
            ("english_plural", "en", "refunds", "refund"),
            ("swedish_definite", "sv", "återbetalningen", "aterbetalning"),
            ("swedish_without_accents", "sv", "aterbetalningen", "aterbetalning"),
            ("no_stemmer", "zh", "货物", "货物"),
        ] {
            assert_eq!(Stems::of(locale).stem(word), expected, "{name}");
        }
    }
}
