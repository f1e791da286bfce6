//! A question without what tells who asks: mail addresses, links, long numbers, known names, street addresses.
//! It cannot know the names of people who are no part of the order, towns that stand alone, nor what a description gives away.

use crate::folding::folded;

/// Digits from which on a number may be a telephone's, an account's, a card's or an order's.
const LONG: usize = 5;
/// How far an address reaches on each side of its street.
const REACH: usize = 3;
/// Ends of street names that are one word.
const STREET_ENDS: [&str; 14] = [
    "gatan", "vagen", "grand", "torget", "stigen", "backen", "strasse", "strase", "straat", "laan", "gade", "gata",
    "vej", "weg",
];
/// Words that make a street of the names beside them, where a number is near.
const STREETS: [&str; 20] = [
    "street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "square", "court", "rue", "via", "viale", "calle",
    "plaza", "piazza", "rua", "ulica", "strasse", "platz",
];

/// The question in one line. `known` are names and lines of addresses that it may hold.
#[must_use]
pub fn masked(question: &str, known: &[String]) -> String {
    let known: Vec<String> =
        known.iter().flat_map(|text| parts(text)).filter(|part| part.chars().count() > 1).collect();
    let words: Vec<&str> = question.split_whitespace().collect();
    let mut out: Vec<&str> = words.iter().map(|word| masked_word(word, &known)).collect();
    addresses(&words, &mut out);
    numbers(&words, &mut out);
    out.dedup_by(|next, before| next == before && next.starts_with('('));
    out.join(" ")
}

fn parts(text: &str) -> Vec<String> {
    let folded = folded(text);
    folded.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn masked_word<'a>(word: &'a str, known: &[String]) -> &'a str {
    let small = word.to_lowercase();
    if word.contains('@') {
        return "(e-mail)";
    }
    if small.contains("://") || small.contains("www.") {
        return "(link)";
    }
    let is_known = |part: &String| known.iter().any(|name| part == name || part.strip_suffix('s') == Some(name));
    if parts(word).iter().any(is_known) { "(name)" } else { word }
}

fn has_digit(word: &str) -> bool {
    word.chars().any(char::is_numeric)
}

/// The street, its number, and the names beside it.
fn addresses(words: &[&str], out: &mut [&str]) {
    for (at, word) in words.iter().enumerate() {
        let part = parts(word).concat();
        let is_name = STREET_ENDS.iter().any(|end| part.ends_with(end) && part.len() > end.len() + 1);
        if !is_name && !STREETS.contains(&part.as_str()) {
            continue;
        }
        let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let belongs = |word: &&&str| has_digit(word) || is_capital(word);
        let before = words.iter().take(at).rev().take(REACH).take_while(belongs).count();
        let after = words.iter().skip(at + 1).take(REACH).take_while(belongs).count();
        let (from, to) = (at - before, at + after);
        let whole = words.get(from..=to).unwrap_or_default();
        let is_placed = is_name && is_capital(word);
        if is_placed || whole.iter().any(|word| has_digit(word)) {
            out.iter_mut().skip(from).take(before + 1 + after).for_each(|word| *word = "(address)");
        }
    }
}

/// Numbers that are long together: groups of digits that only signs stand between.
fn numbers(words: &[&str], out: &mut [&str]) {
    let digits = |word: &str| word.chars().filter(|letter| letter.is_numeric()).count();
    let is_group = |word: &str| has_digit(word) && !word.chars().any(char::is_alphabetic);
    let mut at = 0;
    while at < words.len() {
        let groups = words.iter().skip(at).take_while(|word| is_group(word)).count();
        let count = groups.max(1);
        let together: usize = words.iter().skip(at).take(count).map(|word| digits(word)).sum();
        if together >= LONG {
            out.iter_mut().skip(at).take(count).for_each(|word| *word = "(number)");
        }
        at += count;
    }
}

#[cfg(test)]
mod tests {
    use super::masked;

    #[test]
    fn who_asks_is_not_told() {
        let known = ["Anna Lindqvist".to_owned(), "Ben Carter".to_owned(), "Åsögatan 7".to_owned()];
        for (name, question, expected) in [
            ("nothing", "Where is my parcel?", "Where is my parcel?"),
            ("lines", "Where\n\n[1] is it?", "Where [1] is it?"),
            ("mail", "Write to anna@example.com, please", "Write to (e-mail) please"),
            ("mail_in_signs", "(<anna.l+x@example.co.uk>)", "(e-mail)"),
            ("link", "See https://example.com/a?b or www.example.com", "See (link) or (link)"),
            ("name", "I am Anna Lindqvist.", "I am (name)"),
            ("name_in_small_letters", "anna here", "(name) here"),
            ("name_of_somebody", "Ben’s parcel and Carters", "(name) parcel and (name)"),
            ("part_of_a_word", "an annalist", "an annalist"),
            ("phone", "Call +46 70 123 45 67 now", "Call (number) now"),
            ("phone_in_signs", "Call (070)-123.45/67", "Call (number)"),
            ("card", "4111 1111 1111 1111", "(number)"),
            ("order", "Order SV-20418?", "Order (number)"),
            ("birth", "born 19700101-1234", "born (number)"),
            ("amount", "It cost 419 EUR in 2026", "It cost 419 EUR in 2026"),
            ("days", "3 days, 24 November 2026", "3 days, 24 November 2026"),
            ("swedish_street", "Jag bor på Storgatan 12 B i Umeå", "Jag bor på (address) i Umeå"),
            ("street_alone", "Jag bor på Storgatan", "Jag bor på (address)"),
            ("english_street", "I live at 221b Baker Street in town", "I live at (address) in town"),
            ("french_street", "J’habite 5 rue Cler ici", "(address) ici"),
            ("german_street", "Ich wohne Goethestraße 4.", "Ich wohne (address)"),
            ("a_road", "It lay on the road for days", "It lay on the road for days"),
            ("known_line", "to åsögatan please", "to (name) please"),
            ("postcode", "114 55 Stockholm", "(number) Stockholm"),
            ("nothing_at_all", "", ""),
        ] {
            assert_eq!(masked(question, &known), expected, "{name}");
        }
    }
}
