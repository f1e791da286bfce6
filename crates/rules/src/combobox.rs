//! A text field with a list of suggestions below it (ARIA combobox): what keys and answers do to it.

/// Whether the list is open, and which option the keyboard is on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Combobox {
    #[default]
    Closed,
    /// Nothing chosen: Enter searches for the text.
    Open { count: usize },
    /// Enter goes to this option; `active` is below `count`.
    On { count: usize, active: usize },
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComboboxEvent {
    /// So many suggestions fit the text now.
    Suggested(usize),
    Down,
    Up,
    /// Escape, a choice, or focus going elsewhere.
    Left,
}

impl Combobox {
    /// The option that the keyboard is on.
    #[must_use]
    pub fn active(self) -> Option<usize> {
        match self {
            Self::On { active, .. } => Some(active),
            Self::Closed | Self::Open { .. } => None,
        }
    }

    /// Whether the list is shown.
    #[must_use]
    pub fn is_open(self) -> bool {
        self != Self::Closed
    }
}

/// The next state. `available` is how many suggestions there are, for opening a closed list by the arrow keys.
/// Past either end the keyboard is back in the text.
#[must_use]
pub fn step(state: Combobox, event: ComboboxEvent, available: usize) -> Combobox {
    use Combobox::{Closed, On, Open};
    match (state, event) {
        (_, ComboboxEvent::Left | ComboboxEvent::Suggested(0)) => Closed,
        (_, ComboboxEvent::Suggested(count)) => Open { count },
        (Closed, _) if available == 0 => Closed,
        (Closed, ComboboxEvent::Down) => On { count: available, active: 0 },
        (Closed, ComboboxEvent::Up) => On { count: available, active: available - 1 },
        (Open { count }, ComboboxEvent::Down) => On { count, active: 0 },
        (Open { count }, ComboboxEvent::Up) => On { count, active: count - 1 },
        (On { count, active }, ComboboxEvent::Down) if active + 1 < count => On { count, active: active + 1 },
        (On { count, active }, ComboboxEvent::Up) if active > 0 => On { count, active: active - 1 },
        (On { count, .. }, _) => Open { count },
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Combobox::{Closed, On, Open},
        ComboboxEvent::{Down, Left, Suggested, Up},
        step,
    };

    #[test]
    fn keys_and_answers_move_it() {
        for (name, state, event, available, expected) in [
            ("suggestions_open_it", Closed, Suggested(3), 3, Open { count: 3 }),
            ("no_suggestions_close_it", Open { count: 3 }, Suggested(0), 0, Closed),
            ("new_suggestions_let_go_of_the_option", On { count: 3, active: 1 }, Suggested(2), 2, Open { count: 2 }),
            ("down_enters_at_the_top", Open { count: 3 }, Down, 3, On { count: 3, active: 0 }),
            ("up_enters_at_the_bottom", Open { count: 3 }, Up, 3, On { count: 3, active: 2 }),
            ("down_goes_on", On { count: 3, active: 0 }, Down, 3, On { count: 3, active: 1 }),
            ("down_reaches_the_last", On { count: 3, active: 1 }, Down, 3, On { count: 3, active: 2 }),
            ("up_goes_back", On { count: 3, active: 2 }, Up, 3, On { count: 3, active: 1 }),
            ("down_past_the_end_is_the_text", On { count: 3, active: 2 }, Down, 3, Open { count: 3 }),
            ("up_past_the_start_is_the_text", On { count: 3, active: 0 }, Up, 3, Open { count: 3 }),
            ("down_opens_a_closed_one", Closed, Down, 2, On { count: 2, active: 0 }),
            ("up_opens_a_closed_one_at_the_bottom", Closed, Up, 2, On { count: 2, active: 1 }),
            ("nothing_to_open", Closed, Down, 0, Closed),
            ("escape_closes", On { count: 3, active: 1 }, Left, 3, Closed),
        ] {
            assert_eq!(step(state, event, available), expected, "{name}");
        }
    }
}
