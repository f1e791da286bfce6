//! A case without a counterparty: what can happen to it, and whose turn it is then.

use contract::{Actor, CaseState};

/// What happens to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseEvent {
    /// Support takes it into review.
    TakenUp,
    /// Support has written and waits for the person.
    Answered,
    /// The person has written.
    RequesterWrote,
    /// Support is done with it.
    Closed,
    /// The person takes the request back.
    Withdrawn,
    /// Support looks at a closed case again.
    Reopened,
    /// Support has spoken with the person on the telephone.
    Called,
    /// Support has called and reached nobody: the person says when to try again, or writes.
    NotReached,
}

impl CaseEvent {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::TakenUp,
        Self::Answered,
        Self::RequesterWrote,
        Self::Closed,
        Self::Withdrawn,
        Self::Reopened,
        Self::Called,
        Self::NotReached,
    ];
}

/// The next state, or `None` where that cannot happen.
#[must_use]
pub fn step(state: &CaseState, event: CaseEvent) -> Option<CaseState> {
    use CaseEvent::{Answered, Called, Closed, NotReached, Reopened, RequesterWrote, TakenUp, Withdrawn};
    use CaseState::{AwaitingRequester, Submitted, UnderReview};
    match (state, event) {
        (Submitted | AwaitingRequester, TakenUp) => Some(UnderReview),
        (Submitted | UnderReview | AwaitingRequester, Answered | NotReached) => Some(AwaitingRequester),
        (Submitted | UnderReview | AwaitingRequester, Called) => Some(UnderReview),
        (Submitted, RequesterWrote) => Some(Submitted),
        (UnderReview | AwaitingRequester, RequesterWrote) => Some(UnderReview),
        (Submitted | UnderReview | AwaitingRequester, Closed) => Some(CaseState::Closed),
        (Submitted | UnderReview | AwaitingRequester, Withdrawn) => Some(CaseState::Withdrawn),
        (CaseState::Closed, Reopened) => Some(UnderReview),
        _ => None,
    }
}

/// Whose turn it is; `requester` is the part that the asking person has in the case.
#[must_use]
pub fn next_actor(state: &CaseState, requester: Actor) -> Actor {
    match state {
        CaseState::Submitted | CaseState::UnderReview | CaseState::Executing | CaseState::Appealed => Actor::Support,
        CaseState::AwaitingRequester => requester,
        CaseState::AwaitingCounterparty => match requester {
            Actor::Buyer => Actor::Seller,
            Actor::Seller => Actor::Buyer,
            _ => Actor::Support,
        },
        CaseState::AwaitingBuyer => Actor::Buyer,
        CaseState::AwaitingSeller => Actor::Seller,
        CaseState::ExecutionFailed => Actor::Support,
        CaseState::Decided
        | CaseState::Closed
        | CaseState::Withdrawn
        | CaseState::Settled
        | CaseState::AppealDecided
        | CaseState::Other(_) => Actor::None,
    }
}

/// Whether anybody can still write in it.
#[must_use]
pub fn is_open(state: &CaseState) -> bool {
    step(state, CaseEvent::RequesterWrote).is_some()
}

#[cfg(test)]
mod tests {
    use super::{CaseEvent, CaseEvent as Event, is_open, next_actor, step};
    use contract::{Actor, CaseState, CaseState as State};

    /// A row for each state; a column for each event, in the order of `CaseEvent::ALL`.
    const TABLE: [(State, [Option<State>; 8]); 5] = [
        (
            State::Submitted,
            [
                Some(State::UnderReview),
                Some(State::AwaitingRequester),
                Some(State::Submitted),
                Some(State::Closed),
                Some(State::Withdrawn),
                None,
                Some(State::UnderReview),
                Some(State::AwaitingRequester),
            ],
        ),
        (
            State::UnderReview,
            [
                None,
                Some(State::AwaitingRequester),
                Some(State::UnderReview),
                Some(State::Closed),
                Some(State::Withdrawn),
                None,
                Some(State::UnderReview),
                Some(State::AwaitingRequester),
            ],
        ),
        (
            State::AwaitingRequester,
            [
                Some(State::UnderReview),
                Some(State::AwaitingRequester),
                Some(State::UnderReview),
                Some(State::Closed),
                Some(State::Withdrawn),
                None,
                Some(State::UnderReview),
                Some(State::AwaitingRequester),
            ],
        ),
        (State::Closed, [None, None, None, None, None, Some(State::UnderReview), None, None]),
        (State::Withdrawn, [None, None, None, None, None, None, None, None]),
    ];

    #[test]
    fn every_event_moves_every_state_as_the_table_says() {
        assert_eq!(
            CaseEvent::ALL,
            [
                Event::TakenUp,
                Event::Answered,
                Event::RequesterWrote,
                Event::Closed,
                Event::Withdrawn,
                Event::Reopened,
                Event::Called,
                Event::NotReached
            ]
        );
        for (state, row) in TABLE {
            for (event, expected) in CaseEvent::ALL.into_iter().zip(row) {
                assert_eq!(step(&state, event), expected, "{} and {event:?}", state.word());
            }
        }
    }

    #[test]
    fn states_of_another_kind_of_case_stay_as_they_are() {
        for state in [State::AwaitingSeller, State::Decided, State::Other("frozen".to_owned())] {
            for event in CaseEvent::ALL {
                assert_eq!(step(&state, event), None, "{} and {event:?}", state.word());
            }
        }
    }

    #[test]
    fn one_side_has_the_turn() {
        for (name, state, requester, expected) in [
            ("sent", State::Submitted, Actor::Buyer, Actor::Support),
            ("in_review", State::UnderReview, Actor::Seller, Actor::Support),
            ("waits_for_a_buyer", State::AwaitingRequester, Actor::Buyer, Actor::Buyer),
            ("waits_for_a_seller", State::AwaitingRequester, Actor::Seller, Actor::Seller),
            ("waits_for_somebody_without_an_order", State::AwaitingRequester, Actor::Requester, Actor::Requester),
            ("closed", State::Closed, Actor::Buyer, Actor::None),
            ("withdrawn", State::Withdrawn, Actor::Buyer, Actor::None),
            ("waits_for_the_other_side_of_a_buyer", State::AwaitingCounterparty, Actor::Buyer, Actor::Seller),
            ("waits_for_the_other_side_of_a_seller", State::AwaitingCounterparty, Actor::Seller, Actor::Buyer),
            ("waits_for_the_buyer", State::AwaitingBuyer, Actor::Seller, Actor::Buyer),
            ("waits_for_the_seller", State::AwaitingSeller, Actor::Buyer, Actor::Seller),
            ("execution_failed", State::ExecutionFailed, Actor::Buyer, Actor::Support),
            ("unknown", State::Other("frozen".to_owned()), Actor::Buyer, Actor::None),
        ] {
            assert_eq!(next_actor(&state, requester), expected, "{name}");
        }
    }

    #[test]
    fn a_case_is_open_until_it_ends() {
        for (state, expected) in [
            (CaseState::Submitted, true),
            (CaseState::UnderReview, true),
            (CaseState::AwaitingRequester, true),
            (CaseState::Closed, false),
            (CaseState::Withdrawn, false),
        ] {
            assert_eq!(is_open(&state), expected, "{}", state.word());
        }
    }
}
