//! Where parcels and money are, one row per state.

use contract::{Counterparty, Money, OrderMoney, Payout, Shipping, Station};
use time::Duration;

use super::*;

fn at(day: i64) -> OffsetDateTime {
    OffsetDateTime::UNIX_EPOCH + Duration::days(day)
}

fn order(state: OrderState) -> Order {
    Order {
        id: "o".to_owned(),
        number: "1".to_owned(),
        role: "buyer".to_owned(),
        state,
        placed_at: at(0),
        objects: Vec::new(),
        total: eur(100),
        protection_fee: None,
        shipping: None,
        money: None,
        payout: None,
        counterparty: Counterparty {
            id: "c".to_owned(),
            display_name: "C".to_owned(),
            country: None,
            professional: None,
            usual_reply_s: None,
        },
        ship_to: None,
        deadlines: Vec::new(),
        actions: Vec::new(),
        case_id: None,
        conversation_id: None,
        unread: 0,
    }
}

fn eur(amount_minor: i64) -> Money {
    Money { amount_minor, currency: "EUR".to_owned() }
}

/// `placed< shipped> delivered`: past, here, ahead.
fn drawn(stops: &[Stop]) -> String {
    let marks = stops.iter().map(|stop| match stop.reach {
        Reach::Past => format!("{}<", stop.word),
        Reach::Here => format!("{}!", stop.word),
        Reach::Ahead => stop.word.clone(),
    });
    marks.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_parcel_is_at_the_last_station_reached() {
    use StationKind::{Customs, Delivered, InTransit, Placed, Shipped};
    let way = |stations: &[(StationKind, Option<i64>)]| {
        stations.iter().cloned().map(|(state, day)| Station { state, at: day.map(at) }).collect::<Vec<_>>()
    };
    for (name, state, stations, expected) in [
        (
            "under_way",
            OrderState::Shipped,
            way(&[(Placed, Some(0)), (Shipped, Some(1)), (Delivered, None)]),
            "placed< shipped! delivered",
        ),
        (
            "a_station_without_a_moment_was_passed",
            OrderState::HeldAtCustoms,
            way(&[(Placed, Some(0)), (InTransit, None), (Customs, Some(2)), (Delivered, None)]),
            "placed< in_transit< customs! delivered",
        ),
        ("arrived", OrderState::Delivered, way(&[(Placed, Some(0)), (Delivered, Some(3))]), "placed< delivered!"),
        (
            "what_will_not_be_is_left_out",
            OrderState::Cancelled,
            way(&[(Placed, Some(0)), (Shipped, None), (Delivered, None)]),
            "placed!",
        ),
        (
            "a_word_that_is_not_known",
            OrderState::Shipped,
            way(&[(Placed, Some(0)), (StationKind::Other("at_the_depot".to_owned()), Some(1))]),
            "placed< at_the_depot!",
        ),
        ("told_nothing_paid", OrderState::Paid, Vec::new(), "placed< paid! shipped delivered"),
        ("told_nothing_unknown", OrderState::Other("new".to_owned()), Vec::new(), "placed! paid shipped delivered"),
        ("told_nothing_cancelled", OrderState::Cancelled, Vec::new(), "placed!"),
    ] {
        let shipping = Shipping { stations, ..Shipping::default() };
        assert_eq!(drawn(&parcel(&Order { shipping: Some(shipping), ..order(state) })), expected, "{name}");
    }
    assert_eq!(drawn(&parcel(&order(OrderState::AwaitingPayment))), "placed! paid shipped delivered", "no shipping");
}

#[test]
fn delivery_is_expected_when_the_carrier_says() {
    let stations = [StationKind::Shipped, StationKind::Delivered];
    let stations = stations.into_iter().zip([Some(at(1)), None]).map(|(state, at)| Station { state, at }).collect();
    let shipping = Shipping { stations, eta: Some(at(4)), ..Shipping::default() };
    let stops = parcel(&Order { shipping: Some(shipping), ..order(OrderState::Shipped) });
    assert_eq!(stops.iter().map(|stop| stop.at).collect::<Vec<_>>(), [Some(at(1)), Some(at(4))]);
}

#[test]
fn the_buyers_money_is_where_the_contract_says() {
    for (name, state, money_state, expected) in [
        ("due", OrderState::AwaitingPayment, MoneyState::Due, "with_buyer! held with_seller"),
        ("held", OrderState::Delivered, MoneyState::Held, "with_buyer< held! with_seller"),
        ("released", OrderState::Delivered, MoneyState::Released, "with_buyer< held< with_seller!"),
        ("refunded", OrderState::Refunded, MoneyState::Refunded, "with_buyer< held< given_back!"),
        ("partly", OrderState::PartlyRefunded, MoneyState::PartlyRefunded, "with_buyer< held< split!"),
        ("cancelled_unpaid", OrderState::Cancelled, MoneyState::Due, "with_buyer!"),
        ("unknown", OrderState::Paid, MoneyState::Other("new".to_owned()), ""),
    ] {
        let held = OrderMoney { state: money_state, release_at: None, refunded: None };
        assert_eq!(drawn(&money(&Order { money: Some(held), ..order(state) })), expected, "{name}");
    }
}

#[test]
fn the_sellers_money_is_where_the_contract_says() {
    for (name, state, payout_state, expected) in [
        ("not_paid_yet", OrderState::AwaitingPayment, PayoutState::Pending, "with_buyer! held with_seller"),
        ("pending", OrderState::Shipped, PayoutState::Pending, "with_buyer< held! with_seller"),
        ("held", OrderState::InCase, PayoutState::Held, "with_buyer< held! with_seller"),
        ("paid", OrderState::Delivered, PayoutState::Paid, "with_buyer< held< with_seller!"),
        ("reversed", OrderState::Refunded, PayoutState::Reversed, "with_buyer< held< given_back!"),
        ("unknown", OrderState::Paid, PayoutState::Other("new".to_owned()), ""),
    ] {
        let [gross, fees, net] = [eur(100), eur(10), eur(90)];
        let payout = Payout { gross, fees, net, state: payout_state, planned_at: Some(at(9)), hold_reason: None };
        let order = Order { role: "seller".to_owned(), payout: Some(payout), ..order(state) };
        assert_eq!(drawn(&money(&order)), expected, "{name}");
    }
    assert_eq!(money(&order(OrderState::Paid)), [], "nothing is known");
}
