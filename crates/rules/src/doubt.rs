//! "This is wrong about my order": said of an answer, noted once it has arrived.

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Doubt {
    #[default]
    Unsaid,
    /// There is room to say what is wrong.
    Saying,
    Sending,
    /// It has not arrived; what was written is there.
    Failed,
    Noted,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DoubtEvent {
    /// Somebody wants to say it, or to send what they wrote.
    Pressed,
    Arrived,
    Refused,
}

/// What follows. Nothing is sent twice at once, and what is noted stays noted.
#[must_use]
pub fn step(state: Doubt, event: DoubtEvent) -> Doubt {
    match (state, event) {
        (Doubt::Unsaid, DoubtEvent::Pressed) => Doubt::Saying,
        (Doubt::Saying | Doubt::Failed, DoubtEvent::Pressed) => Doubt::Sending,
        (Doubt::Sending, DoubtEvent::Arrived) => Doubt::Noted,
        (Doubt::Sending, DoubtEvent::Refused) => Doubt::Failed,
        (state, _) => state,
    }
}

#[cfg(test)]
mod tests {
    use super::{Doubt, DoubtEvent, step};

    #[test]
    fn it_is_noted_once_it_has_arrived() {
        for (name, state, event, expected) in [
            ("opened", Doubt::Unsaid, DoubtEvent::Pressed, Doubt::Saying),
            ("sent", Doubt::Saying, DoubtEvent::Pressed, Doubt::Sending),
            ("pressed_twice", Doubt::Sending, DoubtEvent::Pressed, Doubt::Sending),
            ("arrived", Doubt::Sending, DoubtEvent::Arrived, Doubt::Noted),
            ("refused", Doubt::Sending, DoubtEvent::Refused, Doubt::Failed),
            ("sent_again", Doubt::Failed, DoubtEvent::Pressed, Doubt::Sending),
            ("noted_stays", Doubt::Noted, DoubtEvent::Pressed, Doubt::Noted),
            ("late_refusal", Doubt::Noted, DoubtEvent::Refused, Doubt::Noted),
            ("late_arrival", Doubt::Unsaid, DoubtEvent::Arrived, Doubt::Unsaid),
        ] {
            assert_eq!(step(state, event), expected, "{name}");
        }
    }
}
