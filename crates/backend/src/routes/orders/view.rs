//! An order as one of its two sides may see it.

use std::collections::HashMap;

use contract::{
    Address, Counterparty, Money, Order, OrderMoney, OrderObject, OrderState, Payout, Shipping, Station, StationKind,
    routes,
};
use rules::order::{self, Facts, Side, Standing};
use time::OffsetDateTime;

use crate::{
    problem::{Reason, Refusal},
    store::{
        orders::{BoughtObject, CaseOfOrder, ObjectRow, OrderRecord, OrderRow, PartyRow},
        seller::SellerConversationRow,
    },
};

/// What is needed to show an order.
pub struct Seen<'a> {
    pub record: &'a OrderRecord,
    /// By id.
    pub parties: &'a HashMap<String, PartyRow>,
    /// Of the person who asks.
    pub case: Option<&'a CaseOfOrder>,
    /// What the two sides say to each other, as that person sees it.
    pub talk: Option<&'a SellerConversationRow>,
    pub facts: &'a Facts,
    pub now: OffsetDateTime,
}

impl Seen<'_> {
    /// The order as that person, its buyer or its seller, may see it.
    pub fn by(&self, person_id: &str) -> Result<Order, Refusal> {
        let row = &self.record.order;
        let side = if row.buyer_id == person_id { Side::Buyer } else { Side::Seller };
        let standing = self.standing(side)?;
        let common = self.common(&standing, side)?;
        let subtotal: i64 = self.record.objects.iter().map(|bought| bought.price * bought.quantity).sum();
        Ok(match side {
            Side::Buyer => Order {
                role: "buyer".to_owned(),
                total: money(row, subtotal + row.protection_fee),
                protection_fee: Some(money(row, row.protection_fee)),
                money: order::money(&standing, self.facts, self.now).map(|it| OrderMoney {
                    refunded: (standing.state == OrderState::PartlyRefunded).then(|| money(row, row.refunded)),
                    ..it
                }),
                counterparty: counterparty_of_seller(&self.party(&row.seller_id)),
                ..common
            },
            Side::Seller => Order {
                role: "seller".to_owned(),
                total: money(row, subtotal),
                payout: self.payout(&standing, subtotal),
                ship_to: (standing.state == OrderState::Paid && !row.ship_to.is_empty())
                    .then(|| Address { lines: row.ship_to.lines().map(str::to_owned).collect() }),
                counterparty: counterparty_of_buyer(&self.party(&row.buyer_id)),
                ..common
            },
        })
    }

    fn party(&self, id: &str) -> PartyRow {
        self.parties.get(id).cloned().unwrap_or_else(|| PartyRow { id: id.to_owned(), ..PartyRow::default() })
    }

    fn common(&self, standing: &Standing, side: Side) -> Result<Order, Refusal> {
        let row = &self.record.order;
        Ok(Order {
            id: row.id.clone(),
            number: row.number.clone(),
            role: String::new(),
            state: standing.state.clone(),
            placed_at: moment(row.placed_at)?,
            objects: self.record.objects.iter().map(|bought| object(row, bought)).collect(),
            total: money(row, 0),
            protection_fee: None,
            shipping: Some(self.shipping(standing)?),
            money: None,
            payout: None,
            counterparty: counterparty_of_buyer(&PartyRow::default()),
            ship_to: None,
            deadlines: order::deadlines(standing, side, self.facts, self.now),
            actions: order::actions(standing, side, self.facts, self.now),
            case_id: self.case.map(|case| case.id.clone()),
            conversation_id: self.talk.map(|talk| talk.id.clone()),
            unread: self.talk.and_then(|talk| u32::try_from(talk.unread).ok()).unwrap_or_default(),
        })
    }

    fn standing(&self, side: Side) -> Result<Standing, Refusal> {
        let row = &self.record.order;
        let (buyer, seller) = (self.party(&row.buyer_id), self.party(&row.seller_id));
        let is_investment = self.record.objects.iter().all(|bought| bought.object.is_investment == 1);
        Ok(Standing {
            state: row.state.clone().into(),
            pay_by: maybe(row.pay_by)?,
            paid_at: maybe(row.paid_at)?,
            shipped_at: maybe(row.shipped_at)?,
            delivered_at: maybe(row.delivered_at)?,
            picked_up_at: maybe(row.picked_up_at)?,
            respond_by: maybe(row.respond_by)?,
            answer_due: self.answer_due(side)?,
            has_tracking: !row.tracking_code.is_empty(),
            may_withdraw: order::may_withdraw(seller.is_professional == 1, &buyer.country, is_investment),
        })
    }

    /// Since when and until when the seller owes an answer. A buyer who has turned to support waits for it no longer;
    /// the seller is not told of that.
    fn answer_due(&self, side: Side) -> Result<Option<(OffsetDateTime, OffsetDateTime)>, Refusal> {
        let is_waiting =
            |talk: &&SellerConversationRow| talk.respond_by > 0 && (side == Side::Seller || talk.case_id.is_empty());
        let Some(talk) = self.talk.filter(is_waiting) else { return Ok(None) };
        Ok(Some((moment(talk.waits_since)?, moment(talk.respond_by)?)))
    }

    fn shipping(&self, standing: &Standing) -> Result<Shipping, Refusal> {
        let row = &self.record.order;
        let station = |(state, at): &(String, i64)| {
            Ok(Station { state: StationKind::from(state.clone()), at: Some(moment(*at)?) })
        };
        let mut stations = self.record.stations.iter().map(station).collect::<Result<Vec<_>, Refusal>>()?;
        let ahead = order::stations_ahead(&standing.state).iter();
        stations.extend(ahead.map(|state| Station { state: state.clone(), at: None }));
        Ok(Shipping {
            carrier: row.carrier.clone(),
            tracking_code: row.tracking_code.clone(),
            tracking_url: Some(row.tracking_url.clone()).filter(|url| url.starts_with("https://")),
            stations,
            eta: maybe(row.eta)?,
            delivered_at: maybe(row.delivered_at)?,
        })
    }

    fn payout(&self, standing: &Standing, subtotal: i64) -> Option<Payout> {
        let row = &self.record.order;
        let plan = order::payout(standing, self.facts, self.now)?;
        let gross = subtotal - row.refunded;
        Some(Payout {
            gross: money(row, gross),
            fees: money(row, row.seller_fees),
            net: money(row, gross - row.seller_fees),
            state: plan.state,
            planned_at: plan.planned_at,
            hold_reason: plan.hold_reason.map(str::to_owned),
        })
    }
}

/// What anybody may know of a seller.
pub fn counterparty_of_seller(seller: &PartyRow) -> Counterparty {
    Counterparty {
        professional: Some(seller.is_professional == 1),
        usual_reply_s: u64::try_from(seller.usual_reply_s).ok().filter(|seconds| *seconds > 0),
        ..counterparty_of_buyer(seller)
    }
}

/// What a seller may know of a buyer.
fn counterparty_of_buyer(buyer: &PartyRow) -> Counterparty {
    Counterparty {
        id: buyer.id.clone(),
        display_name: buyer.display_name.clone(),
        country: Some(buyer.country.clone()).filter(|country| !country.is_empty()),
        professional: None,
        usual_reply_s: None,
    }
}

/// The path of an object's picture, if it has one.
pub fn picture_of(object: &ObjectRow) -> Option<String> {
    let path = || format!("{}{}", routes::BASE, routes::fill(routes::OBJECT_PICTURE, &[&object.id]));
    (!object.picture.is_empty()).then(path)
}

fn object(row: &OrderRow, bought: &BoughtObject) -> OrderObject {
    OrderObject {
        id: bought.object.id.clone(),
        title: bought.object.title.clone(),
        quantity: u32::try_from(bought.quantity).unwrap_or_default(),
        price: money(row, bought.price),
        picture: picture_of(&bought.object),
    }
}

fn money(row: &OrderRow, amount_minor: i64) -> Money {
    Money { amount_minor, currency: row.currency.clone() }
}

fn maybe(seconds: Option<i64>) -> Result<Option<OffsetDateTime>, Refusal> {
    seconds.map(moment).transpose()
}

fn moment(seconds: i64) -> Result<OffsetDateTime, Refusal> {
    OffsetDateTime::from_unix_timestamp(seconds).map_err(|error| {
        tracing::error!(%error, "an order has a moment that cannot be");
        Reason::Internal.refusal()
    })
}
