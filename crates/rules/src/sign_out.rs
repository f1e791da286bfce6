//! Signing out clears the device; what is not finished there goes with it, so that is asked first.

/// Where it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignOut {
    #[default]
    SignedIn,
    /// There are unfinished requests: are they to go?
    Asking,
    Leaving,
    /// It did not reach the backend; the person is still signed in.
    Failed,
}

/// What happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignOutEvent {
    /// The person wants to leave, with so many unfinished requests on the device.
    Asked {
        unfinished: usize,
    },
    Confirmed,
    Stayed,
    Refused,
}

/// The next state.
#[must_use]
pub fn step(state: SignOut, event: SignOutEvent) -> SignOut {
    match (state, event) {
        (SignOut::SignedIn | SignOut::Failed, SignOutEvent::Asked { unfinished: 0 }) => SignOut::Leaving,
        (SignOut::SignedIn | SignOut::Failed, SignOutEvent::Asked { .. }) => SignOut::Asking,
        (SignOut::Asking, SignOutEvent::Confirmed) => SignOut::Leaving,
        (SignOut::Asking, SignOutEvent::Stayed) => SignOut::SignedIn,
        (SignOut::Leaving, SignOutEvent::Refused) => SignOut::Failed,
        (state, _) => state,
    }
}

#[cfg(test)]
mod tests {
    use super::{SignOut::*, SignOutEvent::*, step};

    #[test]
    fn every_event_in_every_state() {
        let events = [Asked { unfinished: 0 }, Asked { unfinished: 2 }, Confirmed, Stayed, Refused];
        for (name, state, expected) in [
            ("signed_in", SignedIn, [Leaving, Asking, SignedIn, SignedIn, SignedIn]),
            ("asking", Asking, [Asking, Asking, Leaving, SignedIn, Asking]),
            ("leaving", Leaving, [Leaving, Leaving, Leaving, Leaving, Failed]),
            ("failed", Failed, [Leaving, Asking, Failed, Failed, Failed]),
        ] {
            for (event, expected) in events.into_iter().zip(expected) {
                assert_eq!(step(state, event), expected, "{name}: {event:?}");
            }
        }
    }
}
