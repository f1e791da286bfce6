//! A person's own words to support: when they can be sent, and how much room is left while they are typed.

use contract::QUESTION_MAX_CHARS;

/// Why words cannot be sent. Nothing is ever cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementRefused {
    Empty,
    /// This many characters more than there may be.
    TooLong {
        over: usize,
    },
}

/// How much room is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Not worth a word.
    Plenty,
    Near {
        used: usize,
    },
    Over {
        by: usize,
    },
}

/// The words as they are sent: without the space around them.
///
/// # Errors
/// [`StatementRefused`] where they cannot be sent.
pub fn check(text: &str) -> Result<&str, StatementRefused> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(StatementRefused::Empty),
        count if count > QUESTION_MAX_CHARS => Err(StatementRefused::TooLong { over: count - QUESTION_MAX_CHARS }),
        _ => Ok(text),
    }
}

/// The room that is left, counted as it is sent; spoken of in the last tenth.
#[must_use]
pub fn room(text: &str) -> Room {
    let used = text.trim().chars().count();
    if used > QUESTION_MAX_CHARS {
        Room::Over { by: used - QUESTION_MAX_CHARS }
    } else if used >= QUESTION_MAX_CHARS / 10 * 9 {
        Room::Near { used }
    } else {
        Room::Plenty
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_checked_as_they_are_sent() {
        let most = "å".repeat(2_000);
        let spaced = format!("  {most}\n");
        let over = "å".repeat(2_003);
        for (name, text, expected) in [
            ("plain", "Where is it?", Ok("Where is it?")),
            ("space_around", "\n Where is it? \t", Ok("Where is it?")),
            ("lines_inside_stay", "a\n\nb", Ok("a\n\nb")),
            ("empty", "", Err(StatementRefused::Empty)),
            ("only_space", " \n\t", Err(StatementRefused::Empty)),
            ("most", &most, Ok(most.as_str())),
            ("space_does_not_count", &spaced, Ok(most.as_str())),
            ("three_too_many", &over, Err(StatementRefused::TooLong { over: 3 })),
        ] {
            assert_eq!(check(text), expected, "{name}");
        }
    }

    #[test]
    fn room_is_spoken_of_near_the_end() {
        for (name, count, expected) in [
            ("nothing", 0, Room::Plenty),
            ("just_before_the_last_tenth", 1_799, Room::Plenty),
            ("the_last_tenth", 1_800, Room::Near { used: 1_800 }),
            ("full", 2_000, Room::Near { used: 2_000 }),
            ("one_too_many", 2_001, Room::Over { by: 1 }),
        ] {
            assert_eq!(room(&"x".repeat(count)), expected, "{name}");
        }
    }
}
