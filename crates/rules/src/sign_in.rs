//! Signing in with a password: what is missing, what is under way, and why it came to nothing.

/// Where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignIn {
    #[default]
    Asking,
    /// It was sent with something left out.
    Incomplete(Missing),
    Sending,
    Refused(Refusal),
    /// The person is signed in.
    Done,
}

/// What was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    Email,
    Password,
    Both,
}

/// Why nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Address and password do not belong together; nobody is told which of them is unknown.
    Credentials,
    /// Seconds until the next attempt is taken.
    TooMany {
        retry_after_s: u64,
    },
    Offline,
    Failed,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInEvent {
    /// The form was sent with this left out.
    Sent(Option<Missing>),
    Refused(Refusal),
    Accepted,
}

impl Missing {
    /// What these two leave out; a password may be of spaces alone.
    #[must_use]
    pub fn of(email: &str, password: &str) -> Option<Self> {
        match (email.trim().is_empty(), password.is_empty()) {
            (true, true) => Some(Self::Both),
            (true, false) => Some(Self::Email),
            (false, true) => Some(Self::Password),
            (false, false) => None,
        }
    }
}

/// The next state. A second click while an attempt is under way changes nothing.
#[must_use]
pub fn step(state: SignIn, event: SignInEvent) -> SignIn {
    match (state, event) {
        (SignIn::Sending, SignInEvent::Refused(refusal)) => SignIn::Refused(refusal),
        (SignIn::Sending, SignInEvent::Accepted) => SignIn::Done,
        (SignIn::Sending | SignIn::Done, _) => state,
        (_, SignInEvent::Sent(Some(missing))) => SignIn::Incomplete(missing),
        (_, SignInEvent::Sent(None)) => SignIn::Sending,
        (state, _) => state,
    }
}

/// Whole minutes until another attempt makes sense, never too few.
#[must_use]
pub fn minutes(seconds: u64) -> u64 {
    seconds.div_ceil(60).max(1)
}

#[cfg(test)]
mod tests {
    use super::{
        SignIn::{Asking, Done, Incomplete, Sending},
        SignInEvent::{Accepted, Sent},
        *,
    };

    #[test]
    fn every_event_in_every_state() {
        let events = [Sent(Some(Missing::Email)), Sent(None), SignInEvent::Refused(Refusal::Offline), Accepted];
        let refused = SignIn::Refused(Refusal::Credentials);
        let incomplete = Incomplete(Missing::Email);
        for (name, state, expected) in [
            ("asking", Asking, [incomplete, Sending, Asking, Asking]),
            (
                "incomplete",
                Incomplete(Missing::Both),
                [incomplete, Sending, Incomplete(Missing::Both), Incomplete(Missing::Both)],
            ),
            ("sending", Sending, [Sending, Sending, SignIn::Refused(Refusal::Offline), Done]),
            ("refused", refused, [incomplete, Sending, refused, refused]),
            ("done", Done, [Done, Done, Done, Done]),
        ] {
            for (event, expected) in events.into_iter().zip(expected) {
                assert_eq!(step(state, event), expected, "{name}: {event:?}");
            }
        }
    }

    #[test]
    fn what_is_left_out_is_named() {
        for (name, email, password, expected) in [
            ("nothing", "a@b", "x", None),
            ("address", "", "x", Some(Missing::Email)),
            ("address_of_spaces", "  ", "x", Some(Missing::Email)),
            ("password", "a@b", "", Some(Missing::Password)),
            ("password_of_spaces_is_one", "a@b", " ", None),
            ("both", "", "", Some(Missing::Both)),
        ] {
            assert_eq!(Missing::of(email, password), expected, "{name}");
        }
    }

    #[test]
    fn minutes_are_never_too_few() {
        for (seconds, expected) in [(0, 1), (30, 1), (60, 1), (61, 2), (120, 2), (900, 15)] {
            assert_eq!(minutes(seconds), expected, "{seconds} s");
        }
    }
}
