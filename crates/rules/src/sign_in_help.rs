//! A question of somebody who cannot sign in: an address to answer to, the words, and a link that confirms both.

use crate::statement::{self, StatementRefused};

/// Where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignInHelp {
    #[default]
    Asking,
    /// It was sent, and something has to change first.
    Unfit(Faults),
    Sending,
    /// The link is on its way, if there is somebody at the address.
    Sent,
    Refused(HelpRefusal),
}

/// What has to change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    pub email: Option<EmailFault>,
    pub question: Option<StatementRefused>,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmailFault {
    Empty,
    NoAddress,
}

/// Why the link is not on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpRefusal {
    /// Seconds until the next attempt is taken.
    TooMany {
        retry_after_s: u64,
    },
    Offline,
    Failed,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInHelpEvent {
    /// The form was sent with these faults.
    Sent(Faults),
    Arrived,
    Refused(HelpRefusal),
}

/// What has to change before these two can be sent.
#[must_use]
pub fn check(email: &str, question: &str) -> Faults {
    Faults { email: email_fault(email.trim()), question: statement::check(question).err() }
}

/// Only what cannot be an address is refused here: the link shows whether it is one.
fn email_fault(email: &str) -> Option<EmailFault> {
    if email.is_empty() {
        return Some(EmailFault::Empty);
    }
    let is_address = email
        .rsplit_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && !host.is_empty() && !email.chars().any(char::is_whitespace));
    (!is_address).then_some(EmailFault::NoAddress)
}

/// The next state. A second click while it is under way changes nothing.
#[must_use]
pub fn step(state: SignInHelp, event: SignInHelpEvent) -> SignInHelp {
    match (state, event) {
        (SignInHelp::Sending, SignInHelpEvent::Arrived) => SignInHelp::Sent,
        (SignInHelp::Sending, SignInHelpEvent::Refused(refusal)) => SignInHelp::Refused(refusal),
        (SignInHelp::Sending | SignInHelp::Sent, _) => state,
        (_, SignInHelpEvent::Sent(faults)) if faults == Faults::default() => SignInHelp::Sending,
        (_, SignInHelpEvent::Sent(faults)) => SignInHelp::Unfit(faults),
        (state, _) => state,
    }
}

#[cfg(test)]
mod tests {
    use super::{SignInHelp::*, SignInHelpEvent as Event, *};

    const NO_WORDS: Faults = Faults { email: None, question: Some(StatementRefused::Empty) };

    #[test]
    fn every_event_in_every_state() {
        let events = [
            Event::Sent(NO_WORDS),
            Event::Sent(Faults::default()),
            Event::Arrived,
            Event::Refused(HelpRefusal::Failed),
        ];
        let offline = Refused(HelpRefusal::Offline);
        for (name, state, expected) in [
            ("asking", Asking, [Unfit(NO_WORDS), Sending, Asking, Asking]),
            ("unfit", Unfit(NO_WORDS), [Unfit(NO_WORDS), Sending, Unfit(NO_WORDS), Unfit(NO_WORDS)]),
            ("sending", Sending, [Sending, Sending, Sent, Refused(HelpRefusal::Failed)]),
            ("sent", Sent, [Sent, Sent, Sent, Sent]),
            ("refused", offline, [Unfit(NO_WORDS), Sending, offline, offline]),
        ] {
            for (event, expected) in events.into_iter().zip(expected) {
                assert_eq!(step(state, event), expected, "{name}: {event:?}");
            }
        }
    }

    #[test]
    fn faults_are_named() {
        for (name, email, question, expected) in [
            ("none", "anna@example.com", "Help", Faults::default()),
            ("space_around", " anna@example.com ", "Help", Faults::default()),
            ("no_dot_is_still_an_address", "anna@localhost", "Help", Faults::default()),
            ("no_address", "", "Help", Faults { email: Some(EmailFault::Empty), question: None }),
            ("no_at", "anna", "Help", Faults { email: Some(EmailFault::NoAddress), question: None }),
            ("nobody_there", "@example.com", "Help", Faults { email: Some(EmailFault::NoAddress), question: None }),
            ("nowhere", "anna@", "Help", Faults { email: Some(EmailFault::NoAddress), question: None }),
            ("two", "a@b c@d", "Help", Faults { email: Some(EmailFault::NoAddress), question: None }),
            ("no_words", "anna@example.com", "", NO_WORDS),
        ] {
            assert_eq!(check(email, question), expected, "{name}");
        }
    }
}
