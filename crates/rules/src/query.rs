//! What counts as a question for the search.

use contract::QUERY_MAX_CHARS;

/// Why a question cannot be searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueryRefused {
    Empty,
    TooLong,
}

/// The question as it is searched for: trimmed, 1 to 200 characters.
///
/// # Errors
/// [`QueryRefused::Empty`] if only space is left, [`QueryRefused::TooLong`] past [`QUERY_MAX_CHARS`].
pub fn check(text: &str) -> Result<&str, QueryRefused> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(QueryRefused::Empty),
        count if count > QUERY_MAX_CHARS => Err(QueryRefused::TooLong),
        _ => Ok(text),
    }
}

/// Fewest characters before suggestions are asked for while typing: one where a character is a word, else two.
#[must_use]
pub fn is_enough_to_suggest(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() >= 2 || text.chars().any(is_ideograph)
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_decides() {
        let at_most = "å".repeat(200);
        let over = "å".repeat(201);
        let padded = format!("  {at_most}\n");
        for (name, text, expected) in [
            ("empty", "", Err(QueryRefused::Empty)),
            ("only_space", " \t\n\u{a0}", Err(QueryRefused::Empty)),
            ("one_character", "p", Ok("p")),
            ("an_emoji", "📦", Ok("📦")),
            ("two_hundred", at_most.as_str(), Ok(at_most.as_str())),
            ("two_hundred_and_space_around", padded.as_str(), Ok(at_most.as_str())),
            ("two_hundred_and_one", over.as_str(), Err(QueryRefused::TooLong)),
            ("operators_are_words", "\"a\" AND (b OR c)~*", Ok("\"a\" AND (b OR c)~*")),
        ] {
            assert_eq!(check(text), expected, "{name}");
        }
    }

    #[test]
    fn suggestions_wait_for_enough() {
        for (name, text, expected) in [
            ("empty", "", false),
            ("one_letter", "p", false),
            ("one_letter_and_space", " p ", false),
            ("two_letters", "pa", true),
            ("one_ideograph", "货", true),
            ("one_hangul_syllable", "짐", true),
        ] {
            assert_eq!(is_enough_to_suggest(text), expected, "{name}");
        }
    }
}
