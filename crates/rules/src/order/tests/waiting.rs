//! A buyer's message that waits for the seller, beside the other deadlines.

use contract::OrderState;

use super::{
    super::{Side, Standing, deadlines},
    FACTS, at, standing, told,
};

#[test]
fn a_message_that_waits_is_a_deadline_of_both_sides() {
    let friday = at(2026, 11, 20, 10);
    let waiting = |state, until| Standing { answer_due: Some((friday, until)), ..standing(state, friday) };
    let sunday = at(2026, 11, 22, 10);
    let before_shipping = "respond_by 11-22T10 case_allowed, ship_by 11-25T10 order_late";
    for (name, standing, side, now, expected) in [
        ("buyer", waiting(OrderState::Paid, sunday), Side::Buyer, friday, before_shipping),
        ("seller", waiting(OrderState::Paid, sunday), Side::Seller, friday, before_shipping),
        (
            "between_two_moments_to_ship",
            waiting(OrderState::Paid, at(2026, 11, 30, 0)),
            Side::Seller,
            friday,
            "ship_by 11-25T10 order_late, respond_by 11-30T0 case_allowed",
        ),
        ("over", waiting(OrderState::Paid, sunday), Side::Seller, sunday, "ship_by 11-25T10 order_late"),
        (
            "beside_a_case",
            waiting(OrderState::InCase, sunday),
            Side::Seller,
            at(2026, 11, 20, 9),
            "respond_by 11-20T10 case_decided, respond_by 11-22T10 case_allowed, withdraw 12-5T0 right_ends",
        ),
    ] {
        assert_eq!(told(&standing, side, now), expected, "{name}");
    }
    let told = deadlines(&waiting(OrderState::Refunded, sunday), Side::Buyer, &FACTS, friday);
    assert_eq!(told.first().and_then(|deadline| deadline.since), Some(friday));
}
