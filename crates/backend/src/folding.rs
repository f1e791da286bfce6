//! Words made comparable: without case and accents, and in the order of a language's alphabet.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text in one spelling, so that the same letters compare equal however they were typed.
#[must_use]
pub fn composed(text: &str) -> String {
    text.nfkc().collect()
}

/// A text in small letters without accents.
#[must_use]
pub fn folded(text: &str) -> String {
    text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase).map(plain).collect()
}

/// Letters that do not come apart into a letter and an accent.
fn plain(letter: char) -> char {
    match letter {
        'ø' => 'o',
        'æ' => 'a',
        'ł' => 'l',
        'đ' => 'd',
        'ß' => 's',
        other => other,
    }
}

/// A text that orders, byte by byte, as the language's alphabet does.
#[must_use]
pub fn sortable(text: &str, locale: &str) -> String {
    let letters = composed(text).to_lowercase();
    let swedish = locale.split('-').next() == Some("sv");
    let mut out = String::with_capacity(letters.len());
    for letter in letters.chars() {
        match letter {
            // The last three letters of the alphabet, after `z`.
            'å' if swedish => out.push('{'),
            'ä' if swedish => out.push('|'),
            'ö' if swedish => out.push('}'),
            letter if letter.is_alphanumeric() => out.push_str(&folded(letter.encode_utf8(&mut [0; 4]))),
            letter if letter.is_whitespace() => out.push(' '),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_order_as_the_alphabet_does() {
        for (name, locale, first, second) in [
            ("small_and_capital_letters_are_one", "en", "apple", "Banana"),
            ("accents_do_not_matter_in_english", "en", "Éclair", "Edam"),
            ("swedish_letters_come_last", "sv", "Zebra", "Ångra"),
            ("swedish_letters_in_their_order", "sv", "Ångra", "Ändra"),
            ("swedish_letters_in_their_order_to_the_end", "sv", "Ändra", "Öppna"),
            ("punctuation_does_not_matter", "en", "“About” us", "Between"),
        ] {
            assert!(sortable(first, locale) < sortable(second, locale), "{name}");
        }
    }

    #[test]
    fn accents_are_folded() {
        for (name, text, expected) in [
            ("swedish", "Återbetalning på väg", "aterbetalning pa vag"),
            ("decomposed_letters", "A\u{30a}terbetalning", "aterbetalning"),
            ("polish", "Łódź", "lodz"),
            ("another_script_stays", "货物", "货物"),
        ] {
            assert_eq!(folded(text), expected, "{name}");
        }
    }
}
