//! Telephone numbers: what can be called, by the data of libphonenumber, and how little of one is shown.

use phonenumber::{Mode, PhoneNumber, Type, country, metadata::DATABASE};
use unicode_normalization::UnicodeNormalization;

/// Longest number that is looked at, in characters.
const TYPED_MAX: usize = 40;
/// Digits that are shown of a number behind its country's.
const SHOWN: usize = 2;
const ARABIC_ZERO: u32 = 0x660;
const PERSIAN_ZERO: u32 = 0x6f0;

/// The number in E.164, if it can be called; without a country's number it is one of `country` (ISO 3166-1 alpha-2).
#[must_use]
pub fn e164(typed: &str, country: &str) -> Option<String> {
    if typed.chars().count() > TYPED_MAX {
        return None;
    }
    let number = phonenumber::parse(country.parse::<country::Id>().ok(), plain(typed).trim()).ok()?;
    // Nobody can dial an extension from a list, and a call that costs extra is paid by the marketplace.
    let costs_extra = matches!(number.number_type(&DATABASE), Type::PremiumRate | Type::SharedCost);
    let can_be_called = number.is_valid() && number.extension().is_none() && !costs_extra;
    can_be_called.then(|| written(&number))
}

/// A number in E.164 of which nobody can tell whose it is: `+46•••••••10`. Empty stays empty.
#[must_use]
pub fn masked(e164: &str) -> String {
    let country = phonenumber::parse(None, e164).map_or(0, |number| number.country().code().to_string().len());
    let (shown, hidden_until) = (country + 1, e164.len().saturating_sub(SHOWN));
    let masked = |(place, letter)| if place < shown || place >= hidden_until { letter } else { '•' };
    e164.chars().enumerate().map(masked).collect()
}

/// Digits of other scripts as the data has them, and without the marks of direction that come along when a number is
/// copied.
fn plain(typed: &str) -> String {
    let digit = |letter: char, zero: u32| char::from_digit(u32::from(letter).wrapping_sub(zero), 10);
    let is_mark =
        |letter: &char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let latin = |letter| digit(letter, ARABIC_ZERO).or(digit(letter, PERSIAN_ZERO)).unwrap_or(letter);
    typed.nfkc().filter(|letter| !is_mark(letter)).map(latin).collect()
}

fn written(number: &PhoneNumber) -> String {
    number.format().mode(Mode::E164).to_string()
}

#[cfg(test)]
mod tests {
    use super::{e164, masked};

    #[test]
    fn a_number_that_can_be_called_has_one_spelling() {
        for (name, typed, country, expected) in [
            ("international", "+46 70 123 45 67", "", Some("+46701234567")),
            ("with_signs", " +46 (0)70-123.45.67 ", "", Some("+46701234567")),
            ("with_zeros", "0046701234567", "SE", Some("+46701234567")),
            ("national", "070-123 45 67", "SE", Some("+46701234567")),
            ("national_without_a_country", "070-123 45 67", "", None),
            ("national_of_no_country", "070-123 45 67", "XX", None),
            ("international_from_another_country", "+31 20 624 1111", "SE", Some("+31206241111")),
            ("italian_with_its_zero", "+39 06 6982", "", Some("+39066982")),
            ("american_of_canada", "+1 416 555 0134", "", Some("+14165550134")),
            ("arabic_digits", "+٤٦٧٠١٢٣٤٥٦٧", "", Some("+46701234567")),
            ("persian_digits", "۰۷۰۱۲۳۴۵۶۷", "SE", Some("+46701234567")),
            ("full_width", "＋４６７０１２３４５６７", "", Some("+46701234567")),
            ("copied_with_its_direction", "\u{202a}+46 70 123 45 67\u{202c}", "", Some("+46701234567")),
            ("too_short", "+46 70", "", None),
            ("too_long", "+46 70 123 45 67 89 10 11", "", None),
            ("no_such_range", "+46 00 000 00 00", "", None),
            ("emergency", "112", "SE", None),
            ("costs_extra", "+46 900 123 45 67", "", None),
            ("extension", "+46 70 123 45 67 ext. 5", "", None),
            ("empty", "", "SE", None),
            ("letters", "call me", "SE", None),
            ("markup", "<b>+46701234567</b>", "SE", None),
            ("emoji", "📞📞📞", "SE", None),
            ("zero_byte", "\u{0}", "SE", None),
            ("turned_round", "\u{202e}76 54 321 07 64+", "SE", None),
            ("plus_alone", "+", "SE", None),
            ("many_plus", "++++++++++", "SE", None),
        ] {
            assert_eq!(e164(typed, country).as_deref(), expected, "{name}");
        }
        assert_eq!(e164(&"7".repeat(2_000), "SE"), None);
    }

    #[test]
    fn little_is_shown() {
        for (name, number, expected) in [
            ("sweden", "+46701234567", "+46•••••••67"),
            ("united_states", "+14155550134", "+1••••••••34"),
            ("ireland", "+353871234567", "+353•••••••67"),
            ("removed", "", ""),
        ] {
            assert_eq!(masked(number), expected, "{name}");
        }
    }
}
