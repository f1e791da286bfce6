//! What an order allows its buyer and its seller, and when: deadlines, actions, where the money is.
//! The marketplace's numbers are parameters; days are counted in UTC.

mod withdrawal;
mod working_days;

#[cfg(test)]
mod tests;

use contract::{
    Deadline, DeadlineKind, DeadlineThen, MoneyState, OrderAction, OrderMoney, OrderState, PayoutState, StationKind,
};
use time::{Duration, OffsetDateTime};

pub use self::{withdrawal::may_withdraw, working_days::working_days_after};

/// Whose eyes an order is seen with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Buyer,
    Seller,
}

impl Side {
    /// The side that the contract calls so; what is not a seller is a buyer.
    #[must_use]
    pub fn of(role: &str) -> Self {
        if role == "seller" { Self::Seller } else { Self::Buyer }
    }

    /// The contract's word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Buyer => "buyer",
            Self::Seller => "seller",
        }
    }
}

/// The marketplace's numbers; what it does not say leads to no deadline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Days after delivery.
    pub report_problem_days: Option<u16>,
    /// Working days after payment.
    pub ship_working_days: Option<u16>,
    /// Working days after payment without shipping.
    pub cancel_business_days: Option<u16>,
    /// The nth day after delivery.
    pub payout_delivered_day: Option<u16>,
    /// Days after the buyer collected the order.
    pub payout_picked_up_days: Option<u16>,
    /// Days after shipping without proof of delivery.
    pub payout_shipped_days: Option<u16>,
    /// Days, from the day after delivery.
    pub withdrawal_days: Option<u16>,
}

/// What of an order its deadlines and actions hang on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub state: OrderState,
    pub pay_by: Option<OffsetDateTime>,
    pub paid_at: Option<OffsetDateTime>,
    pub shipped_at: Option<OffsetDateTime>,
    pub delivered_at: Option<OffsetDateTime>,
    pub picked_up_at: Option<OffsetDateTime>,
    /// In a case: until when somebody has to answer.
    pub respond_by: Option<OffsetDateTime>,
    /// Since when a message of the buyer's waits for the seller's answer, and until when that is due.
    pub answer_due: Option<(OffsetDateTime, OffsetDateTime)>,
    pub has_tracking: bool,
    /// See [`may_withdraw`].
    pub may_withdraw: bool,
}

/// Where the seller's money is, when it is planned, and why it is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayoutPlan {
    pub state: PayoutState,
    pub planned_at: Option<OffsetDateTime>,
    pub hold_reason: Option<&'static str>,
}

/// The deadlines that lie ahead, the next one first. What one party may do until then the other may know.
#[must_use]
pub fn deadlines(standing: &Standing, side: Side, facts: &Facts, now: OffsetDateTime) -> Vec<Deadline> {
    use {DeadlineKind as Kind, DeadlineThen as Then};
    let is_buyer = side == Side::Buyer;
    let in_state = |state: OrderState, at: Option<OffsetDateTime>| at.filter(|_| standing.state == state);
    let release = released_at(standing, facts);
    let all = [
        (in_state(OrderState::AwaitingPayment, standing.pay_by), Kind::PayBy, Then::OrderCancelled),
        (in_state(OrderState::Paid, ship_by(standing, facts)), Kind::ShipBy, Then::OrderLate),
        (in_state(OrderState::Paid, cancel_from(standing, facts)), Kind::ShipBy, Then::CancelAllowed),
        (in_state(OrderState::InCase, standing.respond_by), Kind::RespondBy, Then::CaseDecided),
        (release, Kind::ReportProblem, Then::PaymentReleased),
        (withdraw_by(standing, facts), Kind::Withdraw, Then::RightEnds),
        (payout_at(standing, facts).filter(|_| !is_buyer), Kind::Payout, Then::PayoutSent),
    ];
    let all = all.into_iter().filter_map(|(at, kind, then)| at.map(|at| Deadline { kind, since: None, at, then }));
    let answer = standing.answer_due.map(|(since, at)| {
        let since = Some(since);
        Deadline { kind: Kind::RespondBy, since, at, then: Then::CaseAllowed }
    });
    let mut ahead: Vec<Deadline> = all.chain(answer).filter(|deadline| deadline.at > now).collect();
    ahead.sort_by_key(|deadline| deadline.at);
    // Of two moments until which to ship only the next one counts.
    let mut has_ship_by = false;
    ahead.retain(|deadline| {
        let is_second = has_ship_by && deadline.kind == Kind::ShipBy;
        has_ship_by |= deadline.kind == Kind::ShipBy;
        !is_second
    });
    ahead
}

/// What the screen offers, what matters most in this state first. Support is always among it.
#[must_use]
pub fn actions(standing: &Standing, side: Side, facts: &Facts, now: OffsetDateTime) -> Vec<OrderAction> {
    let first: &[OrderAction] = match (side, &standing.state) {
        (Side::Buyer, OrderState::AwaitingPayment) => &[OrderAction::Pay],
        (Side::Buyer, OrderState::Paid) if is_over(cancel_from(standing, facts), now) => &[OrderAction::Cancel],
        (Side::Buyer, OrderState::Delivered | OrderState::PickedUp) if !is_over(released_at(standing, facts), now) => {
            &[OrderAction::ConfirmReceipt]
        }
        (Side::Seller, OrderState::Paid) => &[OrderAction::Ship],
        (Side::Seller, OrderState::InCase) => &[OrderAction::OfferRefund],
        (Side::Seller, OrderState::Delivered | OrderState::PickedUp) if !is_over(payout_at(standing, facts), now) => {
            &[OrderAction::OfferRefund]
        }
        _ => &[],
    };
    let track: &[OrderAction] = if standing.has_tracking { &[OrderAction::Track] } else { &[] };
    [first, track, &[OrderAction::Message, OrderAction::GetSupport]].concat()
}

/// Where the buyer's money is; `None` if none was ever asked for or paid.
#[must_use]
pub fn money(standing: &Standing, facts: &Facts, now: OffsetDateTime) -> Option<OrderMoney> {
    let release_at = released_at(standing, facts);
    let state = match standing.state {
        OrderState::AwaitingPayment => MoneyState::Due,
        OrderState::Refunded => MoneyState::Refunded,
        OrderState::PartlyRefunded => MoneyState::PartlyRefunded,
        OrderState::Cancelled => standing.paid_at.map(|_| MoneyState::Refunded)?,
        _ if is_over(release_at, now) => MoneyState::Released,
        _ => MoneyState::Held,
    };
    let release_at = release_at.filter(|_| state == MoneyState::Held);
    Some(OrderMoney { state, release_at, refunded: None })
}

/// Where the seller's money is; `None` if the order was cancelled before it was paid.
#[must_use]
pub fn payout(standing: &Standing, facts: &Facts, now: OffsetDateTime) -> Option<PayoutPlan> {
    let at = payout_at(standing, facts);
    let (state, hold_reason) = match standing.state {
        OrderState::InCase => (PayoutState::Held, Some("case_open")),
        OrderState::Refunded => (PayoutState::Reversed, None),
        OrderState::Cancelled => (standing.paid_at.map(|_| PayoutState::Reversed)?, None),
        OrderState::PartlyRefunded => (PayoutState::Paid, None),
        _ if is_over(at, now) => (PayoutState::Paid, None),
        _ => (PayoutState::Pending, None),
    };
    Some(PayoutPlan { planned_at: at.filter(|_| state == PayoutState::Pending), state, hold_reason })
}

/// The stations that still lie ahead of the parcel, as far as one can know.
#[must_use]
pub fn stations_ahead(state: &OrderState) -> &'static [StationKind] {
    match state {
        OrderState::AwaitingPayment => &[StationKind::Paid, StationKind::Shipped, StationKind::Delivered],
        OrderState::Paid => &[StationKind::Shipped, StationKind::Delivered],
        OrderState::Shipped | OrderState::HeldAtCustoms | OrderState::DeliveryFailed => &[StationKind::Delivered],
        _ => &[],
    }
}

fn is_over(at: Option<OffsetDateTime>, now: OffsetDateTime) -> bool {
    at.is_some_and(|at| at <= now)
}

fn ship_by(standing: &Standing, facts: &Facts) -> Option<OffsetDateTime> {
    Some(working_days_after(standing.paid_at?, facts.ship_working_days?))
}

/// From when on a buyer may ask support to cancel an order that was not shipped.
fn cancel_from(standing: &Standing, facts: &Facts) -> Option<OffsetDateTime> {
    Some(working_days_after(standing.paid_at?, facts.cancel_business_days?))
}

/// When the buyer's money is released by itself, and with it the time to report a problem is over.
fn released_at(standing: &Standing, facts: &Facts) -> Option<OffsetDateTime> {
    match standing.state {
        OrderState::Delivered => days_after(standing.delivered_at, facts.report_problem_days),
        // Without proof of delivery the money waits as long as the payout does.
        _ => payout_at(standing, facts),
    }
}

fn payout_at(standing: &Standing, facts: &Facts) -> Option<OffsetDateTime> {
    match standing.state {
        OrderState::Delivered => days_after(standing.delivered_at, facts.payout_delivered_day),
        OrderState::PickedUp => days_after(standing.picked_up_at, facts.payout_picked_up_days),
        OrderState::Shipped => days_after(standing.shipped_at, facts.payout_shipped_days),
        _ => None,
    }
}

/// The end of the last day on which a buyer may withdraw; days are counted from the day after delivery.
fn withdraw_by(standing: &Standing, facts: &Facts) -> Option<OffsetDateTime> {
    let received = match standing.state {
        OrderState::Delivered | OrderState::InCase => standing.delivered_at,
        OrderState::PickedUp => standing.picked_up_at,
        _ => None,
    };
    let next_day = received?.date().next_day()?.midnight().assume_utc();
    days_after(Some(next_day), facts.withdrawal_days).filter(|_| standing.may_withdraw)
}

fn days_after(at: Option<OffsetDateTime>, days: Option<u16>) -> Option<OffsetDateTime> {
    at?.checked_add(Duration::days(i64::from(days?)))
}
