//! Words that a person writes to somebody: which can be sent, and the content they are. Never markup.

use contract::{Node, QUESTION_MAX_CHARS};

/// Most characters of a line that stands for a whole text.
const LINE_MAX_CHARS: usize = 80;

/// Why words cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageFault {
    Empty,
    /// Over [`QUESTION_MAX_CHARS`] characters.
    TooLong,
}

/// The words as they are kept: with one kind of line end, without what cannot be seen at their ends and without
/// control characters.
///
/// # Errors
/// If nothing is left, or too much.
pub fn check(text: &str) -> Result<String, MessageFault> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text: String = text.chars().filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control()).collect();
    let text = text.trim();
    match text.chars().count() {
        0 => Err(MessageFault::Empty),
        1..=QUESTION_MAX_CHARS => Ok(text.to_owned()),
        _ => Err(MessageFault::TooLong),
    }
}

/// The words as content: blank lines part paragraphs, other line ends stay in the text.
#[must_use]
pub fn nodes(text: &str) -> Vec<Node> {
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines().map(str::trim_end) {
        match paragraphs.last_mut() {
            Some(lines) if !line.is_empty() => lines.push(line),
            _ => paragraphs.push(Vec::new()),
        }
    }
    let paragraph = |lines: Vec<&str>| Node::Paragraph { children: vec![Node::Text { text: lines.join("\n") }] };
    paragraphs.into_iter().filter(|lines| !lines.is_empty()).map(paragraph).collect()
}

/// The first line, cut where it is long.
#[must_use]
pub fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    if line.chars().count() <= LINE_MAX_CHARS {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LINE_MAX_CHARS - 1).collect();
    // At a word's end, unless the word is most of the line.
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(before, _)| before);
    let kept = if whole.chars().count() * 2 > LINE_MAX_CHARS { whole } else { cut.as_str() };
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{MessageFault, check, first_line, nodes};
    use contract::Node;

    #[test]
    fn words_are_kept_as_they_were_meant() {
        let (most, over) = ("å".repeat(2_000), "å".repeat(2_001));
        for (name, text, expected) in [
            ("plain", "Where is it?", Ok("Where is it?")),
            ("space_around", " \n\t Where? \n ", Ok("Where?")),
            ("line_ends_of_windows", "a\r\n\r\nb\rc", Ok("a\n\nb\nc")),
            ("control_characters", "a\u{0}b\u{7}c\u{85}d", Ok("abcd")),
            ("markup_is_words", "<b>&amp;", Ok("<b>&amp;")),
            ("empty", "", Err(MessageFault::Empty)),
            ("only_space", " \u{a0}\n", Err(MessageFault::Empty)),
            ("only_control", "\u{0}", Err(MessageFault::Empty)),
            ("most", most.as_str(), Ok(most.as_str())),
            ("over", over.as_str(), Err(MessageFault::TooLong)),
        ] {
            assert_eq!(check(text), expected.map(str::to_owned), "{name}");
        }
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        for (name, text, expected) in [
            ("one", "a", vec!["a"]),
            ("line_end_stays", "a\nb", vec!["a\nb"]),
            ("two", "a\n\nb", vec!["a", "b"]),
            ("many_blank_lines", "a\n \n\n\t\nb\nc", vec!["a", "b\nc"]),
            ("markup_is_words", "<script>", vec!["<script>"]),
            ("nothing", "", vec![]),
        ] {
            let expected: Vec<Node> = expected
                .into_iter()
                .map(|text| Node::Paragraph { children: vec![Node::Text { text: text.to_owned() }] })
                .collect();
            assert_eq!(nodes(text), expected, "{name}");
        }
    }

    #[test]
    fn a_line_stands_for_the_text() {
        let (eighty, word) = ("a".repeat(80), "a".repeat(81));
        for (name, text, expected) in [
            ("short", "Where is it?", "Where is it?".to_owned()),
            ("first_of_two", "\n  Hello \nWhere is it?", "Hello".to_owned()),
            ("eighty", eighty.as_str(), eighty.clone()),
            ("one_long_word", word.as_str(), format!("{}…", "a".repeat(79))),
            ("cut_at_a_word", &"abcd ".repeat(20), format!("{}…", ["abcd"; 15].join(" "))),
        ] {
            assert_eq!(first_line(text), expected, "{name}");
        }
    }
}
