//! The orders of the demonstration, as `demo/orders.toml` tells them.

use std::collections::BTreeMap;

use serde::Deserialize;
use time::OffsetDateTime;

use super::{DemoError, ago::moment};
use crate::store::orders::{BoughtObject, ObjectRow, OrderRecord, OrderRow};

const ORDERS: &str = include_str!("../../demo/orders.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    fees: Fees,
    /// Lines of the label, by person.
    addresses: BTreeMap<String, Vec<String>>,
    /// Objects that nobody has bought.
    object: Vec<ToldObject>,
    order: Vec<ToldOrder>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fees {
    buyer_percent: i64,
    seller_percent: i64,
    /// By currency, in its smallest unit.
    buyer_fixed: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldObject {
    id: String,
    title: String,
    #[serde(default)]
    picture: String,
    #[serde(default)]
    price: i64,
    #[serde(default = "one")]
    quantity: i64,
    #[serde(default)]
    is_investment: bool,
    #[serde(default)]
    seller: String,
    /// Of what nobody has bought.
    #[serde(default = "for_sale")]
    state: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldOrder {
    number: u32,
    buyer: String,
    seller: String,
    state: String,
    currency: String,
    placed: String,
    pay_by: Option<String>,
    paid: Option<String>,
    shipped: Option<String>,
    delivered: Option<String>,
    picked_up: Option<String>,
    respond_by: Option<String>,
    eta: Option<String>,
    #[serde(default)]
    carrier: String,
    #[serde(default)]
    tracking: String,
    #[serde(default)]
    refunded: i64,
    /// Between shipping and delivery.
    #[serde(default)]
    stations: Vec<(String, String)>,
    objects: Vec<ToldObject>,
}

fn for_sale() -> String {
    "for_sale".to_owned()
}

fn one() -> i64 {
    1
}

/// What is on sale, and what was bought, told from `now`.
///
/// # Errors
/// If the file cannot be read.
pub fn orders(now: OffsetDateTime) -> Result<(Vec<ObjectRow>, Vec<OrderRecord>), DemoError> {
    let told: Told = toml::from_str(ORDERS)?;
    let objects = told.object.iter().map(|object| object_row(object, &object.seller, &object.state)).collect();
    let orders = told.order.iter().map(|order| record(order, &told, now)).collect::<Result<_, _>>()?;
    Ok((objects, orders))
}

fn object_row(told: &ToldObject, seller: &str, state: &str) -> ObjectRow {
    ObjectRow {
        id: told.id.clone(),
        title: told.title.clone(),
        picture: told.picture.clone(),
        seller_id: seller.to_owned(),
        state: state.to_owned(),
        is_investment: i64::from(told.is_investment),
    }
}

fn record(told: &ToldOrder, all: &Told, now: OffsetDateTime) -> Result<OrderRecord, DemoError> {
    let maybe = |words: &Option<String>| words.as_deref().map(|words| moment(words, now)).transpose();
    let objects: Vec<BoughtObject> = told.objects.iter().map(|object| bought(object, told)).collect();
    let subtotal: i64 = objects.iter().map(|it| it.price * it.quantity).sum();
    let fixed = all.fees.buyer_fixed.get(&told.currency).copied().unwrap_or_default();
    let order = OrderRow {
        id: format!("order-{}", told.number),
        number: format!("SV-{}", told.number),
        buyer_id: told.buyer.clone(),
        seller_id: told.seller.clone(),
        state: told.state.clone(),
        currency: told.currency.clone(),
        placed_at: moment(&told.placed, now)?,
        pay_by: maybe(&told.pay_by)?,
        paid_at: maybe(&told.paid)?,
        shipped_at: maybe(&told.shipped)?,
        delivered_at: maybe(&told.delivered)?,
        picked_up_at: maybe(&told.picked_up)?,
        respond_by: maybe(&told.respond_by)?,
        eta: maybe(&told.eta)?,
        carrier: told.carrier.clone(),
        tracking_code: told.tracking.clone(),
        tracking_url: tracking_url(&told.tracking),
        protection_fee: percent(subtotal, all.fees.buyer_percent) + fixed,
        seller_fees: percent(subtotal - told.refunded, all.fees.seller_percent),
        refunded: told.refunded,
        ship_to: all.addresses.get(&told.buyer).map(|lines| lines.join("\n")).unwrap_or_default(),
        ..OrderRow::default()
    };
    let stations = stations(told, &order, now)?;
    Ok(OrderRecord { order, objects, stations })
}

fn bought(object: &ToldObject, order: &ToldOrder) -> BoughtObject {
    BoughtObject { object: object_row(object, &order.seller, "sold"), quantity: object.quantity, price: object.price }
}

/// Rounded to the nearest smallest unit.
fn percent(amount: i64, percent: i64) -> i64 {
    (amount * percent + 50) / 100
}

/// An address of the domain that is kept for examples: it leads to nobody's parcel.
fn tracking_url(code: &str) -> String {
    if code.is_empty() { String::new() } else { format!("https://tracking.example.com/{code}") }
}

fn stations(told: &ToldOrder, order: &OrderRow, now: OffsetDateTime) -> Result<Vec<(String, i64)>, DemoError> {
    let known = [
        ("placed", Some(order.placed_at)),
        ("paid", order.paid_at),
        ("shipped", order.shipped_at),
        ("delivered", order.delivered_at),
        ("picked_up", order.picked_up_at),
    ];
    let mut stations: Vec<(String, i64)> =
        known.into_iter().filter_map(|(state, at)| Some((state.to_owned(), at?))).collect();
    for (state, words) in &told.stations {
        stations.push((state.clone(), moment(words, now)?));
    }
    stations.sort_by_key(|(_, at)| *at);
    Ok(stations)
}
