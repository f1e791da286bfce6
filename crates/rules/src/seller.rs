//! The seller first: when a message to them is recommended, how long they have to answer, and when and how a
//! conversation with them can be turned into a case. It is a recommendation and never a wall.

use contract::{Escalation, SellerReason};

/// Where a conversation with a seller stands. Moments are seconds since 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Until when the seller's answer is due; `None` where nothing of the buyer's waits.
    pub respond_by: Option<i64>,
    /// Whether the person has turned it into a case.
    pub has_case: bool,
}

/// The time that a seller has for an answer: since when, until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    pub since: i64,
    pub until: i64,
}

/// The term after a message at `now`: a buyer's begins one, unless one runs; a seller's ends it. Without `answer_s`,
/// the seconds that a seller has, there is none.
#[must_use]
pub fn term_after(before: Option<Term>, is_by_buyer: bool, answer_s: Option<i64>, now: i64) -> Option<Term> {
    if !is_by_buyer {
        return None;
    }
    before.or_else(|| answer_s.map(|seconds| Term { since: now, until: now.saturating_add(seconds) }))
}

/// Whether a message to the seller is the first of what is recommended.
#[must_use]
pub fn is_recommended(is_safety: bool, standing: Standing, now: i64) -> bool {
    !is_safety && !standing.has_case && !is_overdue(standing, now)
}

/// How a person can turn the conversation into a case now; `None` where they have done so. A buyer needs no reason
/// once the answer is overdue.
#[must_use]
pub fn escalation(is_buyer: bool, standing: Standing, now: i64) -> Option<Escalation> {
    match (standing.has_case, is_buyer && is_overdue(standing, now)) {
        (true, _) => None,
        (false, true) => Some(Escalation::Free),
        (false, false) => Some(Escalation::WithReason),
    }
}

/// Whether a reason that was given, or none, is enough for it.
#[must_use]
pub fn is_enough(escalation: &Escalation, reason: Option<&SellerReason>) -> bool {
    *escalation == Escalation::Free || reason.is_some()
}

fn is_overdue(standing: Standing, now: i64) -> bool {
    standing.respond_by.is_some_and(|at| at <= now)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn standing(respond_by: Option<i64>, has_case: bool) -> Standing {
        Standing { respond_by, has_case }
    }

    #[test]
    fn a_term_runs_from_the_first_message_that_waits() {
        let term = |since, until| Some(Term { since, until });
        for (name, before, is_by_buyer, answer_s, expected) in [
            ("a_buyers_first", None, true, Some(48), term(100, 148)),
            ("a_buyers_second_does_not_prolong_it", term(90, 138), true, Some(48), term(90, 138)),
            ("a_term_that_is_over_stays_over", term(10, 58), true, Some(48), term(10, 58)),
            ("the_sellers_answer_ends_it", term(90, 138), false, Some(48), None),
            ("a_seller_who_writes_first_owes_nothing", None, false, Some(48), None),
            ("no_time_is_set", None, true, None, None),
        ] {
            assert_eq!(term_after(before, is_by_buyer, answer_s, 100), expected, "{name}");
        }
    }

    #[test]
    fn the_seller_is_recommended_unless_there_is_a_better_way() {
        for (name, is_safety, standing, expected) in [
            ("nothing_written", false, standing(None, false), true),
            ("waits_for_an_answer", false, standing(Some(101), false), true),
            ("the_second_it_is_overdue", false, standing(Some(100), false), false),
            ("with_a_case", false, standing(None, true), false),
            ("safety", true, standing(None, false), false),
        ] {
            assert_eq!(is_recommended(is_safety, standing, 100), expected, "{name}");
        }
    }

    #[test]
    fn a_case_is_one_tap_away_once_the_answer_is_overdue_and_always_with_a_reason() {
        use Escalation::{Free, WithReason};
        for (name, is_buyer, standing, expected) in [
            ("nothing_waits", true, standing(None, false), Some(WithReason)),
            ("a_second_before", true, standing(Some(101), false), Some(WithReason)),
            ("the_second_it_is_over", true, standing(Some(100), false), Some(Free)),
            ("long_over", true, standing(Some(1), false), Some(Free)),
            ("a_seller_always_says_why", false, standing(Some(1), false), Some(WithReason)),
            ("done", true, standing(Some(1), true), None),
        ] {
            assert_eq!(escalation(is_buyer, standing, 100), expected, "{name}");
        }
        for (name, escalation, reason, expected) in [
            ("free", Free, None, true),
            ("free_with_a_reason", Free, Some(SellerReason::Safety), true),
            ("with_a_reason", WithReason, Some(SellerReason::RatherNot), true),
            ("without_one", WithReason, None, false),
            ("another_kind", Escalation::Other("later".to_owned()), None, false),
        ] {
            assert_eq!(is_enough(&escalation, reason.as_ref()), expected, "{name}");
        }
    }
}
