//! What a person has begun to write: how long it is kept, whether it can be sent, and how much room is left.

/// Seconds that a draft is kept after it was last touched: 30 days.
pub const KEPT_S: i64 = 30 * 24 * 3_600;

/// Whether a draft that was last touched at `touched` (seconds since 1970) is dropped. A device's clock that was put
/// back drops nothing.
#[must_use]
pub fn is_over(touched: i64, now: i64) -> bool {
    now.saturating_sub(touched) > KEPT_S
}

/// What is wrong with a text that is to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFault {
    Empty,
    /// So many characters more than can be sent.
    TooLong(usize),
}

/// Whether a text can be sent, counted in characters (Unicode scalar values) as it stands, without the blanks
/// around it.
///
/// # Errors
/// [`TextFault`].
pub fn check(text: &str, max: usize) -> Result<(), TextFault> {
    let count = text.trim().chars().count();
    match count {
        0 => Err(TextFault::Empty),
        count if count > max => Err(TextFault::TooLong(count - max)),
        _ => Ok(()),
    }
}

/// How much room is left while one types. Nothing is ever cut off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Not worth a word.
    Plenty,
    /// The last tenth, with so many characters used.
    Near(usize),
    /// So many characters more than can be sent.
    Over(usize),
}

/// The room that is left, counted as [`check`] counts.
#[must_use]
pub fn room(text: &str, max: usize) -> Room {
    match text.trim().chars().count() {
        count if count > max => Room::Over(count - max),
        count if count >= max - max / 10 => Room::Near(count),
        _ => Room::Plenty,
    }
}

#[cfg(test)]
mod tests {
    use super::{Room, TextFault, check, is_over, room};

    #[test]
    fn drafts_are_kept_for_thirty_days() {
        const DAY: i64 = 86_400;
        for (name, touched, now, expected) in [
            ("just_now", 1_000, 1_000, false),
            ("thirty_days", 0, 30 * DAY, false),
            ("a_second_more", 0, 30 * DAY + 1, true),
            ("clock_put_back", 100 * DAY, 0, false),
            ("a_broken_number", i64::MIN, i64::MAX, true),
        ] {
            assert_eq!(is_over(touched, now), expected, "{name}");
        }
    }

    #[test]
    fn texts_are_counted_in_characters() {
        for (name, text, expected) in [
            ("empty", "", Err(TextFault::Empty)),
            ("blanks", " \n\t", Err(TextFault::Empty)),
            ("one", "a", Ok(())),
            ("as_long_as_may_be", "åäö😀x", Ok(())),
            ("one_too_many", "åäö😀xy", Err(TextFault::TooLong(1))),
            ("blanks_around_do_not_count", "  åäö😀x \n", Ok(())),
        ] {
            assert_eq!(check(text, 5), expected, "{name}");
        }
    }

    #[test]
    fn room_is_spoken_of_near_the_end() {
        for (name, count, expected) in [
            ("nothing", 0, Room::Plenty),
            ("just_before_the_last_tenth", 1_799, Room::Plenty),
            ("the_last_tenth", 1_800, Room::Near(1_800)),
            ("full", 2_000, Room::Near(2_000)),
            ("one_too_many", 2_001, Room::Over(1)),
        ] {
            assert_eq!(room(&"å".repeat(count), 2_000), expected, "{name}");
        }
    }
}
