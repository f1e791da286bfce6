//! *The journey* of an order: the stations of the parcel and those of the money, and where each of them is.

use contract::{MoneyState, Order, OrderState, PayoutState, StationKind};
use time::OffsetDateTime;

/// Where a stop lies, seen from where the traveller is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    Past,
    Here,
    Ahead,
}

/// A stop by its word in the contract (of a parcel), or by one of [`money`]'s; `at` is when it was reached, or
/// when it is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub word: String,
    pub at: Option<OffsetDateTime>,
    pub reach: Reach,
}

/// The way of the parcel. What has not been reached when an order ends never will be, and is left out.
#[must_use]
pub fn parcel(order: &Order) -> Vec<Stop> {
    let eta = order.shipping.as_ref().and_then(|shipping| shipping.eta);
    let stations = order.shipping.as_ref().map(|shipping| shipping.stations.as_slice()).unwrap_or_default();
    let way: Vec<(StationKind, Option<OffsetDateTime>)> = if stations.is_empty() {
        plain_way(order)
    } else {
        stations.iter().map(|station| (station.state.clone(), station.at)).collect()
    };
    let reached = match stations.iter().rposition(|station| station.at.is_some()) {
        Some(last) => last,
        None => plain_reach(&order.state),
    };
    let stops = way.into_iter().enumerate().map(|(index, (kind, at))| {
        let at = at.or_else(|| eta.filter(|_| index > reached && kind == StationKind::Delivered));
        (kind.word().to_owned(), at)
    });
    stopped(order, stops.collect(), reached)
}

/// The stations that every order has, for a backend that tells none.
fn plain_way(order: &Order) -> Vec<(StationKind, Option<OffsetDateTime>)> {
    let later = [StationKind::Paid, StationKind::Shipped, StationKind::Delivered];
    let first = (StationKind::Placed, Some(order.placed_at));
    [first].into_iter().chain(later.into_iter().map(|kind| (kind, None))).collect()
}

fn plain_reach(state: &OrderState) -> usize {
    match state {
        OrderState::Paid => 1,
        OrderState::Shipped | OrderState::HeldAtCustoms | OrderState::DeliveryFailed => 2,
        OrderState::Delivered | OrderState::PickedUp => 3,
        _ => 0,
    }
}

/// The way of the money: `with_buyer`, `held`, then `with_seller`, `given_back` or `split`. Empty where the contract
/// says something that is not known here.
#[must_use]
pub fn money(order: &Order) -> Vec<Stop> {
    let (last, reached, expected) = match (&order.money, &order.payout) {
        (Some(money), _) => match money.state {
            MoneyState::Due => ("with_seller", 0, None),
            MoneyState::Held => ("with_seller", 1, money.release_at),
            MoneyState::Released => ("with_seller", 2, None),
            MoneyState::Refunded => ("given_back", 2, None),
            MoneyState::PartlyRefunded => ("split", 2, None),
            MoneyState::Other(_) => return Vec::new(),
        },
        (None, Some(payout)) => match payout.state {
            PayoutState::Pending if order.state == OrderState::AwaitingPayment => ("with_seller", 0, None),
            PayoutState::Pending | PayoutState::Held => ("with_seller", 1, payout.planned_at),
            PayoutState::Paid => ("with_seller", 2, None),
            PayoutState::Reversed => ("given_back", 2, None),
            PayoutState::Other(_) => return Vec::new(),
        },
        (None, None) => return Vec::new(),
    };
    let stops = [("with_buyer", None), ("held", None), (last, expected)];
    stopped(order, stops.map(|(word, at)| (word.to_owned(), at)).to_vec(), reached)
}

fn stopped(order: &Order, stops: Vec<(String, Option<OffsetDateTime>)>, reached: usize) -> Vec<Stop> {
    let has_ended = matches!(order.state, OrderState::Cancelled | OrderState::Refunded);
    let count = if has_ended { reached + 1 } else { stops.len() };
    let reach = |index: usize| match index.cmp(&reached) {
        std::cmp::Ordering::Less => Reach::Past,
        std::cmp::Ordering::Equal => Reach::Here,
        std::cmp::Ordering::Greater => Reach::Ahead,
    };
    let stops = stops.into_iter().take(count).enumerate();
    stops.map(|(index, (word, at))| Stop { word, at, reach: reach(index) }).collect()
}

#[cfg(test)]
mod tests;
