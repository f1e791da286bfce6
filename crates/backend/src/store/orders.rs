//! Objects, and the orders they were bought in.

mod reading;

use sqlx::{Any, FromRow, Transaction};

pub use self::reading::{CaseOfOrder, ObjectFound, OrderPage, PartyRow, Whose};
use super::{Store, StoreError, page::key};
use crate::folding;

/// An object.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct ObjectRow {
    pub id: String,
    pub title: String,
    /// Names a drawing; empty where there is none.
    pub picture: String,
    pub seller_id: String,
    /// `for_sale`, `sold`, `removed`.
    pub state: String,
    pub is_investment: i64,
}

/// An order. Moments are seconds since 1970, amounts in the currency's smallest unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct OrderRow {
    pub id: String,
    pub number: String,
    pub buyer_id: String,
    pub seller_id: String,
    pub state: String,
    pub currency: String,
    pub placed_at: i64,
    pub pay_by: Option<i64>,
    pub paid_at: Option<i64>,
    pub shipped_at: Option<i64>,
    pub delivered_at: Option<i64>,
    pub picked_up_at: Option<i64>,
    pub respond_by: Option<i64>,
    pub eta: Option<i64>,
    pub carrier: String,
    pub tracking_code: String,
    pub tracking_url: String,
    pub protection_fee: i64,
    pub seller_fees: i64,
    pub refunded: i64,
    /// Lines as they stand on a label.
    pub ship_to: String,
    pub sort_key: String,
}

/// An object in an order, in the order's currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BoughtObject {
    pub object: ObjectRow,
    pub quantity: i64,
    pub price: i64,
}

/// An order with its objects, and what has happened to its parcel: words of `contract::StationKind` with moments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderRecord {
    pub order: OrderRow,
    pub objects: Vec<BoughtObject>,
    pub stations: Vec<(String, i64)>,
}

const ADD_ORDER: &str = "INSERT INTO purchase_order (id, number, buyer_id, seller_id, state, currency, placed_at, \
    pay_by, paid_at, shipped_at, delivered_at, picked_up_at, respond_by, eta, carrier, tracking_code, tracking_url, \
    protection_fee, seller_fees, refunded, ship_to, sort_key, search_text) \
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, \
    $23) ON CONFLICT (id) DO NOTHING";

impl Store {
    /// Adds objects and orders, all or none; those that are there stay as they are.
    ///
    /// # Errors
    /// If the database fails, or an order names a person who is not there; then nothing is added.
    pub async fn add_orders(&self, objects: &[ObjectRow], orders: &[OrderRecord]) -> Result<(), StoreError> {
        let mut to = self.writing().await?;
        for object in objects.iter().chain(orders.iter().flat_map(|record| &record.objects).map(|it| &it.object)) {
            add_object(&mut to, object).await?;
        }
        for record in orders {
            if add_order(&mut to, record).await? {
                add_parts(&mut to, record).await?;
            }
        }
        to.commit().await?;
        Ok(())
    }
}

async fn add_object(to: &mut Transaction<'_, Any>, object: &ObjectRow) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO object (id, title, picture, seller_id, state, is_investment) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (id) DO NOTHING",
    )
    .bind(&object.id)
    .bind(&object.title)
    .bind(&object.picture)
    .bind(&object.seller_id)
    .bind(&object.state)
    .bind(object.is_investment)
    .execute(&mut **to)
    .await?;
    Ok(())
}

/// Whether it was not there yet.
async fn add_order(to: &mut Transaction<'_, Any>, record: &OrderRecord) -> Result<bool, StoreError> {
    let order = &record.order;
    let done = sqlx::query(ADD_ORDER)
        .bind(&order.id)
        .bind(&order.number)
        .bind(&order.buyer_id)
        .bind(&order.seller_id)
        .bind(&order.state)
        .bind(&order.currency)
        .bind(order.placed_at)
        .bind(order.pay_by)
        .bind(order.paid_at)
        .bind(order.shipped_at)
        .bind(order.delivered_at)
        .bind(order.picked_up_at)
        .bind(order.respond_by)
        .bind(order.eta)
        .bind(&order.carrier)
        .bind(&order.tracking_code)
        .bind(&order.tracking_url)
        .bind(order.protection_fee)
        .bind(order.seller_fees)
        .bind(order.refunded)
        .bind(&order.ship_to)
        .bind(newest_first(order))
        .bind(search_text(record))
        .execute(&mut **to)
        .await?;
    Ok(done.rows_affected() == 1)
}

async fn add_parts(to: &mut Transaction<'_, Any>, record: &OrderRecord) -> Result<(), StoreError> {
    for (position, bought) in (0_i64..).zip(&record.objects) {
        sqlx::query(
            "INSERT INTO order_object (order_id, position, object_id, quantity, price) VALUES ($1, $2, $3, $4, $5)",
        )
        .bind(&record.order.id)
        .bind(position)
        .bind(&bought.object.id)
        .bind(bought.quantity)
        .bind(bought.price)
        .execute(&mut **to)
        .await?;
    }
    for (position, (state, at)) in (0_i64..).zip(&record.stations) {
        sqlx::query("INSERT INTO order_station (order_id, position, state, at) VALUES ($1, $2, $3, $4)")
            .bind(&record.order.id)
            .bind(position)
            .bind(state)
            .bind(*at)
            .execute(&mut **to)
            .await?;
    }
    Ok(())
}

/// The later it was placed, the smaller the key.
fn newest_first(order: &OrderRow) -> String {
    key(&[&format!("{:019}", i64::MAX - order.placed_at), &order.id])
}

fn search_text(record: &OrderRecord) -> String {
    let titles = record.objects.iter().map(|bought| bought.object.title.as_str());
    folding::folded(&std::iter::once(record.order.number.as_str()).chain(titles).collect::<Vec<_>>().join("\n"))
}
