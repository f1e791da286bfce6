//! "Did this help?": asked once, sent once, and never in the way.

/// Where the question stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feedback {
    #[default]
    Asking,
    Sending {
        helped: bool,
    },
    Thanked {
        helped: bool,
    },
    /// It did not arrive; the same answer can be sent again.
    Failed {
        helped: bool,
    },
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedbackEvent {
    Answered { helped: bool },
    Arrived,
    Refused,
}

/// The next state. A second answer while one is under way or has arrived changes nothing.
#[must_use]
pub fn step(state: Feedback, event: FeedbackEvent) -> Feedback {
    match (state, event) {
        (Feedback::Asking | Feedback::Failed { .. }, FeedbackEvent::Answered { helped }) => {
            Feedback::Sending { helped }
        }
        (Feedback::Sending { helped }, FeedbackEvent::Arrived) => Feedback::Thanked { helped },
        (Feedback::Sending { helped }, FeedbackEvent::Refused) => Feedback::Failed { helped },
        (state, _) => state,
    }
}

#[cfg(test)]
mod tests {
    use super::{Feedback::*, FeedbackEvent::*, step};

    #[test]
    fn answers_move_it() {
        for (name, state, event, expected) in [
            ("an_answer_is_sent", Asking, Answered { helped: true }, Sending { helped: true }),
            ("it_arrives", Sending { helped: false }, Arrived, Thanked { helped: false }),
            ("it_fails", Sending { helped: true }, Refused, Failed { helped: true }),
            ("again_after_a_failure", Failed { helped: true }, Answered { helped: false }, Sending { helped: false }),
            (
                "a_second_click_is_nothing",
                Sending { helped: true },
                Answered { helped: false },
                Sending { helped: true },
            ),
            ("thanked_is_the_end", Thanked { helped: true }, Answered { helped: false }, Thanked { helped: true }),
            ("late_news_is_nothing", Asking, Arrived, Asking),
        ] {
            assert_eq!(step(state, event), expected, "{name}");
        }
    }
}
