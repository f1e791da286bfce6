//! Whose turn it is in a case, as the person who asked sees it, and what they are told about the reply.

use contract::{Actor, Case, CaseState};
use time::OffsetDateTime;

/// Who has to do something next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    You,
    /// The other side of the order.
    Other,
    Support,
    Nobody,
}

/// What is known of support's reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Nobody waits for one.
    None,
    /// So many whole hours after it was asked, at this moment at the latest.
    Expected { hours: u64, by: OffsetDateTime },
    /// It was expected at this moment, and is not there.
    Late { since: OffsetDateTime },
}

/// Whose turn it is.
#[must_use]
pub fn whose(case: &Case) -> Turn {
    match (&case.next_actor, case.next_actor.word()) {
        (Actor::Support, _) => Turn::Support,
        (Actor::None, _) => Turn::Nobody,
        // Where no order is concerned the person who asked is the only side there is.
        (_, word) if word == "requester" || word == case.role || case.role == "requester" => Turn::You,
        (Actor::Buyer | Actor::Seller, _) => Turn::Other,
        _ => Turn::Nobody,
    }
}

/// What a person who waits is told of the reply at `now`.
#[must_use]
pub fn reply(case: &Case, now: OffsetDateTime) -> Reply {
    match case.expected_reply_at {
        Some(by) if whose(case) == Turn::Support && by < now => Reply::Late { since: by },
        Some(by) if whose(case) == Turn::Support => Reply::Expected { hours: hours(by - case.opened_at), by },
        _ => Reply::None,
    }
}

/// Whether the person can write in it: in this version of the contract a case that is over stays over.
#[must_use]
pub fn is_open(case: &Case) -> bool {
    !matches!(case.state, CaseState::Closed | CaseState::Withdrawn | CaseState::Settled)
}

/// Whole hours of a span, never too few.
#[must_use]
pub fn hours(span: time::Duration) -> u64 {
    u64::try_from(span.whole_seconds()).unwrap_or_default().div_ceil(3_600).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::ContactMethod;
    use time::Duration;

    fn at(hour: i64) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + Duration::hours(hour)
    }

    fn case(role: &str, next: &str) -> Case {
        Case {
            id: String::new(),
            number: String::new(),
            order_id: None,
            order_number: None,
            object_ids: Vec::new(),
            topic: None,
            state: CaseState::UnderReview,
            role: role.to_owned(),
            next_actor: Actor::from(next.to_owned()),
            respond_by: None,
            then: None,
            method: ContactMethod::Email,
            language: String::new(),
            conversation_id: String::new(),
            seller_conversation_id: None,
            answer_id: None,
            subject_line: String::new(),
            statement: String::new(),
            opened_at: at(0),
            updated_at: at(0),
            expected_reply_at: Some(at(24)),
            callback: None,
            dispute_bodies: Vec::new(),
        }
    }

    #[test]
    fn turns_are_the_persons() {
        for (name, role, next, expected) in [
            ("support", "buyer", "support", Turn::Support),
            ("nobody", "buyer", "none", Turn::Nobody),
            ("buyers_own", "buyer", "buyer", Turn::You),
            ("sellers_own", "seller", "seller", Turn::You),
            ("buyer_waits_for_the_seller", "buyer", "seller", Turn::Other),
            ("seller_waits_for_the_buyer", "seller", "buyer", Turn::Other),
            ("without_an_order", "requester", "requester", Turn::You),
            ("without_an_order_by_another_name", "requester", "buyer", Turn::You),
            ("requester_of_an_order", "buyer", "requester", Turn::You),
            ("someone_new", "buyer", "mediator", Turn::Nobody),
        ] {
            assert_eq!(whose(&case(role, next)), expected, "{name}");
        }
    }

    #[test]
    fn a_reply_is_expected_until_it_is_late() {
        let expected = Reply::Expected { hours: 24, by: at(24) };
        for (name, next, hour, is) in [
            ("waiting", "support", 3, expected),
            ("at_the_last_moment", "support", 24, expected),
            ("late", "support", 25, Reply::Late { since: at(24) }),
            ("support_has_replied", "buyer", 3, Reply::None),
            ("over", "none", 30, Reply::None),
        ] {
            assert_eq!(reply(&case("buyer", next), at(hour)), is, "{name}");
        }
    }

    #[test]
    fn what_is_over_takes_no_reply() {
        for (state, expected) in [
            ("submitted", true),
            ("under_review", true),
            ("awaiting_requester", true),
            ("decided", true),
            ("closed", false),
            ("withdrawn", false),
            ("settled", false),
            ("a_new_one", true),
        ] {
            let case = Case { state: CaseState::from(state.to_owned()), ..case("buyer", "support") };
            assert_eq!(is_open(&case), expected, "{state}");
        }
    }

    #[test]
    fn hours_are_never_too_few() {
        for (seconds, expected) in [(-5, 1), (0, 1), (3_600, 1), (3_601, 2), (86_400, 24)] {
            assert_eq!(hours(Duration::seconds(seconds)), expected, "{seconds} s");
        }
    }
}
