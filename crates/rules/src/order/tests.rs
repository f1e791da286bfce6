//! The table of what an order allows, with dates written out.

#![allow(clippy::unwrap_used)]

use contract::{DeadlineKind, OrderAction, OrderState, PayoutState, StationKind};
use time::{Date, Month, OffsetDateTime, Time};

mod waiting;

use super::{Facts, Side, Standing, actions, deadlines, money, payout, stations_ahead, working_days_after};

const FACTS: Facts = Facts {
    report_problem_days: Some(3),
    ship_working_days: Some(3),
    cancel_business_days: Some(9),
    payout_delivered_day: Some(4),
    payout_picked_up_days: Some(14),
    payout_shipped_days: Some(25),
    withdrawal_days: Some(14),
};

/// A full hour, in UTC.
fn at(year: i32, month: u8, day: u8, hour: u8) -> OffsetDateTime {
    let date = Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap();
    date.with_time(Time::from_hms(hour, 0, 0).unwrap()).assume_utc()
}

/// Everything happened at `then`, as far as it can in that state.
fn standing(state: OrderState, then: OffsetDateTime) -> Standing {
    Standing {
        pay_by: Some(then),
        paid_at: (state != OrderState::AwaitingPayment).then_some(then),
        shipped_at: Some(then),
        delivered_at: Some(then),
        picked_up_at: Some(then),
        respond_by: Some(then),
        answer_due: None,
        has_tracking: false,
        may_withdraw: true,
        state,
    }
}

fn told(standing: &Standing, side: Side, now: OffsetDateTime) -> String {
    let told = deadlines(standing, side, &FACTS, now);
    let line = |kind: &DeadlineKind, at: OffsetDateTime, then: &str| {
        let (month, day, hour) = (u8::from(at.month()), at.day(), at.hour());
        format!("{} {month}-{day}T{hour} {then}", kind.word())
    };
    told.iter().map(|deadline| line(&deadline.kind, deadline.at, deadline.then.word())).collect::<Vec<_>>().join(", ")
}

#[test]
fn working_days_leave_out_weekends() {
    for (name, from, days, expected) in [
        ("monday_to_thursday", at(2026, 11, 16, 9), 3, at(2026, 11, 19, 9)),
        ("over_a_weekend", at(2026, 11, 19, 9), 3, at(2026, 11, 24, 9)),
        ("from_a_friday", at(2026, 11, 20, 23), 3, at(2026, 11, 25, 23)),
        ("from_a_saturday", at(2026, 11, 21, 0), 3, at(2026, 11, 25, 0)),
        ("from_a_sunday", at(2026, 11, 22, 9), 1, at(2026, 11, 23, 9)),
        ("onto_a_friday", at(2026, 11, 17, 9), 3, at(2026, 11, 20, 9)),
        ("nine_over_two_weekends", at(2026, 11, 9, 9), 9, at(2026, 11, 20, 9)),
        ("nine_from_a_thursday", at(2026, 11, 12, 9), 9, at(2026, 11, 25, 9)),
        ("over_the_month", at(2026, 11, 27, 9), 3, at(2026, 12, 2, 9)),
        ("over_the_year", at(2026, 12, 30, 9), 3, at(2027, 1, 4, 9)),
        ("over_a_leap_day", at(2028, 2, 28, 9), 2, at(2028, 3, 1, 9)),
        ("none", at(2026, 11, 21, 9), 0, at(2026, 11, 21, 9)),
    ] {
        assert_eq!(working_days_after(from, days), expected, "{name}");
    }
}

type Row = (&'static str, OrderState, Side, OffsetDateTime, &'static str);

/// Each order stood as it stands since Friday, 20 November 2026, 10 o'clock.
fn hold(rows: &[Row]) {
    for (name, state, side, now, expected) in rows {
        let standing = standing(state.clone(), at(2026, 11, 20, 10));
        assert_eq!(told(&standing, *side, *now), *expected, "{name}");
    }
}

#[test]
fn a_buyers_deadlines_lie_ahead() {
    use {OrderState as State, Side::Buyer};
    let friday = at(2026, 11, 20, 10);
    let both = "report_problem 11-23T10 payment_released, withdraw 12-5T0 right_ends";
    let both_picked_up = "report_problem 12-4T10 payment_released, withdraw 12-5T0 right_ends";
    hold(&[
        ("delivered", State::Delivered, Buyer, friday, both),
        ("an_hour_left", State::Delivered, Buyer, at(2026, 11, 23, 9), both),
        ("released", State::Delivered, Buyer, at(2026, 11, 23, 10), "withdraw 12-5T0 right_ends"),
        ("last_day_to_withdraw", State::Delivered, Buyer, at(2026, 12, 4, 23), "withdraw 12-5T0 right_ends"),
        ("withdrawal_over", State::Delivered, Buyer, at(2026, 12, 5, 0), ""),
        ("paid", State::Paid, Buyer, friday, "ship_by 11-25T10 order_late"),
        ("late", State::Paid, Buyer, at(2026, 11, 25, 10), "ship_by 12-3T10 cancel_allowed"),
        ("very_late", State::Paid, Buyer, at(2026, 12, 3, 10), ""),
        ("unpaid", State::AwaitingPayment, Buyer, at(2026, 11, 20, 9), "pay_by 11-20T10 order_cancelled"),
        ("unpaid_for_too_long", State::AwaitingPayment, Buyer, friday, ""),
        ("shipped", State::Shipped, Buyer, friday, "report_problem 12-15T10 payment_released"),
        ("picked_up", State::PickedUp, Buyer, friday, both_picked_up),
        ("customs", State::HeldAtCustoms, Buyer, friday, ""),
        ("cancelled", State::Cancelled, Buyer, at(2026, 11, 20, 9), ""),
        ("refunded", State::Refunded, Buyer, at(2026, 11, 20, 9), ""),
        ("another_state", State::Other("parked".to_owned()), Buyer, at(2026, 11, 20, 9), ""),
    ]);
}

#[test]
fn a_sellers_deadlines_lie_ahead() {
    use {OrderState as State, Side::Seller};
    let friday = at(2026, 11, 20, 10);
    let all = "report_problem 11-23T10 payment_released, payout 11-24T10 payout_sent, withdraw 12-5T0 right_ends";
    let lost = "report_problem 12-15T10 payment_released, payout 12-15T10 payout_sent";
    let picked_up = "report_problem 12-4T10 payment_released, payout 12-4T10 payout_sent, withdraw 12-5T0 right_ends";
    let in_case = "respond_by 11-20T10 case_decided, withdraw 12-5T0 right_ends";
    hold(&[
        ("delivered", State::Delivered, Seller, friday, all),
        ("paid_out", State::Delivered, Seller, at(2026, 11, 24, 10), "withdraw 12-5T0 right_ends"),
        ("all_over", State::Delivered, Seller, at(2026, 12, 5, 0), ""),
        ("to_ship", State::Paid, Seller, friday, "ship_by 11-25T10 order_late"),
        ("late", State::Paid, Seller, at(2026, 11, 25, 10), "ship_by 12-3T10 cancel_allowed"),
        ("unpaid", State::AwaitingPayment, Seller, at(2026, 11, 20, 9), "pay_by 11-20T10 order_cancelled"),
        ("shipped", State::Shipped, Seller, friday, lost),
        ("picked_up", State::PickedUp, Seller, friday, picked_up),
        ("failed", State::DeliveryFailed, Seller, friday, ""),
        ("in_case", State::InCase, Seller, at(2026, 11, 20, 9), in_case),
        ("answered_too_late", State::InCase, Seller, friday, "withdraw 12-5T0 right_ends"),
        ("partly_refunded", State::PartlyRefunded, Seller, at(2026, 11, 20, 9), ""),
    ]);
}

#[test]
fn days_go_on_over_the_end_of_a_month() {
    for (name, then, expected) in [
        ("november", at(2026, 11, 28, 10), "payout 12-2T10 payout_sent"),
        ("december", at(2026, 12, 30, 10), "payout 1-3T10 payout_sent"),
        ("february", at(2027, 2, 26, 10), "payout 3-2T10 payout_sent"),
        ("february_of_a_leap_year", at(2028, 2, 26, 10), "payout 3-1T10 payout_sent"),
    ] {
        let told = told(&standing(OrderState::Delivered, then), Side::Seller, then);
        assert_eq!(told.split(", ").find(|deadline| deadline.starts_with("payout")), Some(expected), "{name}");
    }
}

#[test]
fn what_is_not_a_right_or_not_known_has_no_deadline() {
    let then = at(2026, 11, 20, 10);
    let bought_privately = Standing { may_withdraw: false, ..standing(OrderState::Delivered, then) };
    assert_eq!(told(&bought_privately, Side::Buyer, then), "report_problem 11-23T10 payment_released");
    for side in [Side::Buyer, Side::Seller] {
        for state in [OrderState::Paid, OrderState::Delivered, OrderState::PickedUp, OrderState::Shipped] {
            assert_eq!(deadlines(&standing(state, then), side, &Facts::default(), then), [], "no facts");
        }
        let unseen = Standing { delivered_at: None, ..standing(OrderState::Delivered, then) };
        assert_eq!(told(&unseen, side, then), "", "no moment of delivery");
    }
}

#[test]
fn actions_fit_the_state() {
    use {OrderState as State, Side::*};
    let (then, soon, late) = (at(2026, 11, 9, 10), at(2026, 11, 10, 10), at(2026, 12, 20, 10));
    for (name, state, side, now, expected) in [
        ("unpaid", State::AwaitingPayment, Buyer, soon, "pay message get_support"),
        ("unpaid_for_its_seller", State::AwaitingPayment, Seller, soon, "message get_support"),
        ("paid", State::Paid, Buyer, soon, "message get_support"),
        ("nine_days_nearly_over", State::Paid, Buyer, at(2026, 11, 20, 9), "message get_support"),
        ("nine_days_over", State::Paid, Buyer, at(2026, 11, 20, 10), "cancel message get_support"),
        ("to_ship", State::Paid, Seller, late, "ship message get_support"),
        ("shipped", State::Shipped, Buyer, soon, "message get_support"),
        ("customs", State::HeldAtCustoms, Seller, soon, "message get_support"),
        ("failed", State::DeliveryFailed, Buyer, soon, "message get_support"),
        ("delivered", State::Delivered, Buyer, soon, "confirm_receipt message get_support"),
        ("released", State::Delivered, Buyer, late, "message get_support"),
        ("delivered_to_their_buyer", State::Delivered, Seller, soon, "offer_refund message get_support"),
        ("paid_out", State::Delivered, Seller, late, "message get_support"),
        ("picked_up", State::PickedUp, Buyer, soon, "confirm_receipt message get_support"),
        ("in_case", State::InCase, Buyer, soon, "message get_support"),
        ("in_case_for_its_seller", State::InCase, Seller, soon, "offer_refund message get_support"),
        ("cancelled", State::Cancelled, Buyer, soon, "message get_support"),
        ("refunded", State::Refunded, Seller, soon, "message get_support"),
        ("partly_refunded", State::PartlyRefunded, Buyer, soon, "message get_support"),
        ("another_state", State::Other("parked".to_owned()), Buyer, soon, "message get_support"),
    ] {
        let offered = actions(&standing(state, then), side, &FACTS, now);
        assert_eq!(offered.iter().map(OrderAction::word).collect::<Vec<_>>().join(" "), expected, "{name}");
    }
    let tracked = Standing { has_tracking: true, ..standing(OrderState::Shipped, then) };
    assert_eq!(actions(&tracked, Buyer, &FACTS, soon)[0], OrderAction::Track);
}

#[test]
fn money_is_held_until_it_is_released() {
    use OrderState as State;
    let then = at(2026, 11, 20, 10);
    let (tuesday, wednesday) = (at(2026, 11, 24, 10), at(2026, 11, 25, 10));
    for (name, state, now, buyers, sellers) in [
        ("unpaid", State::AwaitingPayment, then, "due", "pending"),
        ("paid", State::Paid, wednesday, "held", "pending"),
        ("shipped", State::Shipped, wednesday, "held until 12-15", "pending until 12-15"),
        ("silent_for_too_long", State::Shipped, at(2026, 12, 15, 10), "released", "paid"),
        ("customs", State::HeldAtCustoms, at(2026, 12, 25, 10), "held", "pending"),
        ("delivered", State::Delivered, then, "held until 11-23", "pending until 11-24"),
        ("released", State::Delivered, at(2026, 11, 23, 10), "released", "pending until 11-24"),
        ("paid_out", State::Delivered, tuesday, "released", "paid"),
        ("picked_up", State::PickedUp, tuesday, "held until 12-4", "pending until 12-4"),
        ("in_case", State::InCase, at(2026, 12, 25, 10), "held", "held for case_open"),
        ("refunded", State::Refunded, tuesday, "refunded", "reversed"),
        ("partly_refunded", State::PartlyRefunded, tuesday, "partly_refunded", "paid"),
        ("cancelled", State::Cancelled, tuesday, "refunded", "reversed"),
    ] {
        let standing = standing(state, then);
        let until = |at: Option<OffsetDateTime>| {
            at.map(|at| format!(" until {}-{}", u8::from(at.month()), at.day())).unwrap_or_default()
        };
        let told = money(&standing, &FACTS, now).map(|it| format!("{}{}", it.state.word(), until(it.release_at)));
        assert_eq!(told.as_deref(), Some(buyers), "{name}");
        let plan = payout(&standing, &FACTS, now).unwrap();
        let reason = plan.hold_reason.map(|reason| format!(" for {reason}")).unwrap_or_default();
        assert_eq!(format!("{}{}{reason}", plan.state.word(), until(plan.planned_at)), sellers, "{name}");
        assert_eq!(plan.hold_reason.is_some(), plan.state == PayoutState::Held, "{name}");
    }
    let unpaid = Standing { paid_at: None, ..standing(State::Cancelled, then) };
    assert_eq!((money(&unpaid, &FACTS, then), payout(&unpaid, &FACTS, then)), (None, None));
}

#[test]
fn stations_ahead_end_where_the_way_does() {
    for (name, state, expected) in [
        ("unpaid", OrderState::AwaitingPayment, &["paid", "shipped", "delivered"][..]),
        ("paid", OrderState::Paid, &["shipped", "delivered"]),
        ("shipped", OrderState::Shipped, &["delivered"]),
        ("customs", OrderState::HeldAtCustoms, &["delivered"]),
        ("delivered", OrderState::Delivered, &[]),
        ("cancelled", OrderState::Cancelled, &[]),
    ] {
        assert_eq!(stations_ahead(&state).iter().map(StationKind::word).collect::<Vec<_>>(), expected, "{name}");
    }
}
