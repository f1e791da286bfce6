//! One message on its way to a conversation. It is saved on the device with its id before the first attempt, so that
//! every attempt is the same message, and nothing is lost between them.

/// Where the message stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outbox {
    /// On the device; nobody else has it.
    #[default]
    Saved,
    Sending,
    /// The conversation has it.
    Sent,
    Failed(Reason),
}

/// Why an attempt came to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    Offline,
    /// The session is over.
    SignedOut,
    /// Nobody can write in the conversation any more.
    Closed,
    /// The backend does not take it as it is.
    Refused,
    /// No answer, or none that makes sense. The message may have arrived.
    Unavailable,
}

/// What happens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutboxEvent {
    /// The first attempt begins.
    Attempted,
    /// The conversation holds a message with this id, whoever found that out.
    Arrived,
    Failed(Reason),
    /// Another attempt at the same message begins.
    Retried,
    /// It is written anew, and with that another message.
    Edited,
    /// The page went in the middle of an attempt.
    Interrupted,
}

impl Reason {
    /// Whether the same message may arrive at another attempt.
    #[must_use]
    pub fn is_worth_retrying(self) -> bool {
        !matches!(self, Self::Closed | Self::Refused)
    }
}

/// The next state. What has arrived stays; a second click on the way changes nothing.
#[must_use]
pub fn step(state: Outbox, event: OutboxEvent) -> Outbox {
    use Outbox::{Failed, Saved, Sending, Sent};
    match (state, event) {
        (_, OutboxEvent::Arrived) => Sent,
        (Saved, OutboxEvent::Attempted) => Sending,
        (Sending, OutboxEvent::Failed(reason)) => Failed(reason),
        (Sending, OutboxEvent::Interrupted) => Saved,
        (Failed(reason), OutboxEvent::Retried) if reason.is_worth_retrying() => Sending,
        (Failed(_) | Sent, OutboxEvent::Edited) => Saved,
        (state, _) => state,
    }
}

#[cfg(test)]
mod tests {
    use super::{
        Outbox::{Failed, Saved, Sending, Sent},
        OutboxEvent as Event,
        Reason::{Closed, Offline, Refused, SignedOut, Unavailable},
        step,
    };

    /// The columns of the table.
    const EVENTS: [Event; 6] = [
        Event::Attempted,
        Event::Arrived,
        Event::Failed(Unavailable),
        Event::Retried,
        Event::Edited,
        Event::Interrupted,
    ];

    #[test]
    fn every_event_in_every_state() {
        for (name, state, expected) in [
            ("saved", Saved, [Sending, Sent, Saved, Saved, Saved, Saved]),
            ("sending", Sending, [Sending, Sent, Failed(Unavailable), Sending, Sending, Saved]),
            ("sent", Sent, [Sent, Sent, Sent, Sent, Saved, Sent]),
            ("offline", Failed(Offline), [Failed(Offline), Sent, Failed(Offline), Sending, Saved, Failed(Offline)]),
            (
                "signed_out",
                Failed(SignedOut),
                [Failed(SignedOut), Sent, Failed(SignedOut), Sending, Saved, Failed(SignedOut)],
            ),
            (
                "closed_cannot_be_tried_again",
                Failed(Closed),
                [Failed(Closed), Sent, Failed(Closed), Failed(Closed), Saved, Failed(Closed)],
            ),
            (
                "refused_has_to_be_written_anew",
                Failed(Refused),
                [Failed(Refused), Sent, Failed(Refused), Failed(Refused), Saved, Failed(Refused)],
            ),
            (
                "unavailable",
                Failed(Unavailable),
                [Failed(Unavailable), Sent, Failed(Unavailable), Sending, Saved, Failed(Unavailable)],
            ),
        ] {
            for (event, expected) in EVENTS.into_iter().zip(expected) {
                assert_eq!(step(state, event), expected, "{name}: {event:?}");
            }
        }
    }

    #[test]
    fn an_attempt_fails_for_its_own_reason() {
        for reason in [Offline, SignedOut, Closed, Refused, Unavailable] {
            assert_eq!(step(Sending, Event::Failed(reason)), Failed(reason));
        }
    }
}
