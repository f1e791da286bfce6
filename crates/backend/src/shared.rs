//! The facts that go along with a request to support, as they are at that moment: what the team will see, and the
//! same that the person saw line by line before sending. A fact more here is one more there.

use contract::{Money, Object, Order, PayoutState, SellerReason};
use serde::{Deserialize, Serialize};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// The lines that a person may take away from what support sees.
pub const LINES: [&str; 6] = ["order_state", "shipping", "money", "object", "timezone", WRONG_ABOUT_ORDER];
/// That the answer which goes along is wrong about the order: the line, the word about the answer, and the fact, whose
/// value is what the person wrote of it.
pub const WRONG_ABOUT_ORDER: &str = "wrong_about_order";

/// One fact; `name` is the field's, `value` is as it stood there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedFact {
    pub name: String,
    pub value: String,
}

/// What a request is about.
#[derive(Clone, Debug, Default)]
pub struct About {
    pub order: Option<Order>,
    pub object: Option<Object>,
}

/// The facts of the lines that are `shared`; the order's number always goes along.
#[must_use]
pub fn facts(about: &About, shared: &[String], timezone: Option<&str>) -> Vec<SharedFact> {
    let shares = |line: &str| shared.iter().any(|word| word == line);
    let mut facts = Facts(Vec::new());
    if let Some(order) = &about.order {
        facts.add("order.number", &order.number);
    }
    if shares("object") {
        objects(&mut facts, about);
    }
    if let Some(order) = &about.order {
        if shares("order_state") {
            facts.add("order.state", order.state.word());
            facts.moment("order.placed_at", Some(order.placed_at));
        }
        if shares("shipping") {
            shipping(&mut facts, order);
        }
        if shares("money") {
            money(&mut facts, order);
        }
    }
    if shares("timezone") {
        facts.add("timezone", timezone.unwrap_or_default());
    }
    facts.0
}

/// Why somebody turns to support and not to the seller, or not any more.
#[must_use]
pub fn seller_reason(reason: &SellerReason) -> SharedFact {
    SharedFact { name: "seller_reason".to_owned(), value: reason.word().to_owned() }
}

struct Facts(Vec<SharedFact>);

impl Facts {
    fn add(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0.push(SharedFact { name: name.to_owned(), value: value.to_owned() });
        }
    }

    fn sum(&mut self, name: &str, sum: &Money) {
        self.add(name, &format!("{} {}", sum.amount_minor, sum.currency));
    }

    fn moment(&mut self, name: &str, moment: Option<OffsetDateTime>) {
        let written = moment.and_then(|moment| moment.format(&Rfc3339).ok());
        self.add(name, &written.unwrap_or_default());
    }
}

fn objects(facts: &mut Facts, about: &About) {
    if let Some(object) = &about.object {
        facts.add("object.title", &object.title);
        return;
    }
    for object in about.order.iter().flat_map(|order| &order.objects) {
        facts.add("object.title", &object.title);
    }
}

fn shipping(facts: &mut Facts, order: &Order) {
    let Some(shipping) = &order.shipping else { return };
    facts.add("shipping.carrier", &shipping.carrier);
    facts.add("shipping.tracking_code", &shipping.tracking_code);
    let passed = shipping.stations.iter().rev().find(|station| station.at.is_some());
    if let Some(station) = passed {
        facts.add("shipping.station", station.state.word());
        facts.moment("shipping.station_at", station.at);
    }
    if shipping.delivered_at.is_none() {
        facts.moment("shipping.eta", shipping.eta);
    }
}

fn money(facts: &mut Facts, order: &Order) {
    facts.sum("order.total", &order.total);
    if let Some(money) = &order.money {
        facts.add("money.state", money.state.word());
        if let Some(refunded) = &money.refunded {
            facts.sum("money.refunded", refunded);
        }
        facts.moment("money.release_at", money.release_at);
    }
    if let Some(payout) = &order.payout {
        facts.add("payout.state", payout.state.word());
        if !matches!(payout.state, PayoutState::Paid | PayoutState::Reversed) {
            facts.moment("payout.planned_at", payout.planned_at);
        }
        facts.add("payout.hold_reason", payout.hold_reason.as_deref().unwrap_or_default());
    }
}
