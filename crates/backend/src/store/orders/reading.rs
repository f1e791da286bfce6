//! Finds orders and objects for those whose they are.

use std::collections::HashMap;

use sqlx::{Any, AssertSqlSafe, FromRow, query::QueryAs};

use super::{BoughtObject, ObjectRow, OrderRecord, OrderRow};
use crate::store::{
    Store, StoreError,
    page::{Cursor, Cut, Sort, Towards, cut},
};

/// The side on which a person stands in orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    Buyers,
    Sellers,
}

/// Which page of a person's orders is wanted.
#[derive(Clone, Debug)]
pub struct OrderPage<'a> {
    pub person_id: &'a str,
    pub whose: Whose,
    pub state: Option<&'a str>,
    /// Folded words that are all in the number or in a title.
    pub words: Vec<String>,
    pub cursor: Option<Cursor>,
    pub limit: u32,
}

/// What the other side of an order may know of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, FromRow)]
pub struct PartyRow {
    pub id: String,
    pub display_name: String,
    pub country: String,
    pub is_professional: i64,
    pub usual_reply_s: i64,
}

/// A case that somebody opened about an order.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct CaseOfOrder {
    pub order_id: String,
    pub person_id: Option<String>,
    pub id: String,
}

/// An object, its seller, and the order of the person who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectFound {
    pub object: ObjectRow,
    pub seller: PartyRow,
    pub order_id: Option<String>,
}

const ORDERS: &str = "SELECT id, number, buyer_id, seller_id, state, currency, placed_at, pay_by, paid_at, shipped_at, \
    delivered_at, picked_up_at, respond_by, eta, carrier, tracking_code, tracking_url, protection_fee, seller_fees, \
    refunded, ship_to, sort_key FROM purchase_order";

#[derive(FromRow)]
struct ObjectOfOrder {
    order_id: String,
    quantity: i64,
    price: i64,
    #[sqlx(flatten)]
    object: ObjectRow,
}

impl Store {
    /// One page of a person's orders, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn orders(&self, page: &OrderPage<'_>) -> Result<Cut<OrderRecord>, StoreError> {
        let asked = question(page);
        let towards = page.cursor.as_ref().map_or(Towards::Next, |cursor| cursor.towards);
        let mut query = sqlx::query_as(AssertSqlSafe(asked)).bind(page.person_id);
        // The key of no order is empty, and each is greater.
        query = query.bind(page.cursor.as_ref().map(|cursor| cursor.key.as_str()).unwrap_or_default());
        query = query.bind(i64::from(page.limit) + 1);
        if let Some(state) = page.state {
            query = query.bind(state);
        }
        for word in &page.words {
            query = query.bind(format!("%{}%", escaped(word)));
        }
        let rows: Vec<OrderRow> = query.fetch_all(&self.pool).await?;
        let key = |row: &OrderRow, towards| Cursor { towards, sort: Sort::Newest, key: row.sort_key.clone() };
        let cut = cut(rows, page.limit, towards, page.cursor.is_some(), key);
        Ok(Cut { items: self.with_parts(cut.items).await?, next: cut.next, previous: cut.previous })
    }

    /// An order, if the person is its buyer or its seller.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn order_of(&self, person_id: &str, order_id: &str) -> Result<Option<OrderRecord>, StoreError> {
        let found: Vec<OrderRow> =
            sqlx::query_as(AssertSqlSafe(format!("{ORDERS} WHERE id = $1 AND (buyer_id = $2 OR seller_id = $3)")))
                .bind(order_id)
                .bind(person_id)
                .bind(person_id)
                .fetch_all(&self.pool)
                .await?;
        Ok(self.with_parts(found).await?.pop())
    }

    /// An object; of a person who asks, the newest order that it is in.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn object(&self, id: &str, person_id: Option<&str>) -> Result<Option<ObjectFound>, StoreError> {
        let found: Option<ObjectRow> =
            sqlx::query_as("SELECT id, title, picture, seller_id, state, is_investment FROM object WHERE id = $1")
                .bind(id)
                .fetch_optional(&self.pool)
                .await?;
        let Some(object) = found else { return Ok(None) };
        let order: Option<(String,)> = sqlx::query_as(
            "SELECT o.id FROM purchase_order o JOIN order_object p ON p.order_id = o.id \
             WHERE p.object_id = $1 AND (o.buyer_id = $2 OR o.seller_id = $3) ORDER BY o.sort_key LIMIT 1",
        )
        .bind(id)
        .bind(person_id)
        .bind(person_id)
        .fetch_optional(&self.pool)
        .await?;
        let seller = self.parties(&[&object.seller_id]).await?.remove(&object.seller_id).unwrap_or_default();
        Ok(Some(ObjectFound { object, seller, order_id: order.map(|(id,)| id) }))
    }

    /// What may be known of people, by their ids.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn parties(&self, ids: &[&str]) -> Result<HashMap<String, PartyRow>, StoreError> {
        const SELECT: &str = "SELECT id, display_name, country, is_professional, usual_reply_s FROM person WHERE id";
        let rows: Vec<PartyRow> = one_of(&in_list(SELECT, ids.len(), ""), ids).fetch_all(&self.pool).await?;
        Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
    }

    /// By order: the newest case about it that the person opened. The other side's are none of theirs.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn cases_about(
        &self,
        person_id: &str,
        order_ids: &[&str],
    ) -> Result<HashMap<String, CaseOfOrder>, StoreError> {
        const SELECT: &str = "SELECT order_id, person_id, id FROM support_case WHERE order_id";
        let asked = in_list(SELECT, order_ids.len(), "ORDER BY number");
        let rows: Vec<CaseOfOrder> = one_of(&asked, order_ids).fetch_all(&self.pool).await?;
        let own = rows.into_iter().filter(|row| row.person_id.as_deref() == Some(person_id));
        Ok(own.map(|row| (row.order_id.clone(), row)).collect())
    }

    async fn with_parts(&self, orders: Vec<OrderRow>) -> Result<Vec<OrderRecord>, StoreError> {
        const OBJECTS: &str = "SELECT p.order_id, p.quantity, p.price, o.id, o.title, o.picture, o.seller_id, o.state, \
            o.is_investment FROM order_object p JOIN object o ON o.id = p.object_id WHERE p.order_id";
        const STATIONS: &str = "SELECT order_id, state, at FROM order_station WHERE order_id";
        let ids: Vec<&str> = orders.iter().map(|order| order.id.as_str()).collect();
        let asked = in_list(OBJECTS, ids.len(), "ORDER BY p.position");
        let objects: Vec<ObjectOfOrder> = one_of(&asked, &ids).fetch_all(&self.pool).await?;
        let asked = in_list(STATIONS, ids.len(), "ORDER BY position");
        let stations: Vec<(String, String, i64)> = one_of(&asked, &ids).fetch_all(&self.pool).await?;
        let mut parts: HashMap<String, OrderRecord> = HashMap::new();
        for ObjectOfOrder { order_id, quantity, price, object } in objects {
            parts.entry(order_id).or_default().objects.push(BoughtObject { object, quantity, price });
        }
        for (order_id, state, at) in stations {
            parts.entry(order_id).or_default().stations.push((state, at));
        }
        let whole = |order: OrderRow| {
            let found = parts.remove(&order.id).unwrap_or_default();
            OrderRecord { order, ..found }
        };
        Ok(orders.into_iter().map(whole).collect())
    }
}

fn question(page: &OrderPage<'_>) -> String {
    let side = if page.whose == Whose::Buyers { "buyer_id" } else { "seller_id" };
    let goes_back = page.cursor.as_ref().is_some_and(|cursor| cursor.towards == Towards::Previous);
    let (than, order) = if goes_back { ("<", "DESC") } else { (">", "ASC") };
    let mut asked = format!("{ORDERS} WHERE {side} = $1 AND sort_key {than} $2");
    let mut next = 4;
    if page.state.is_some() {
        asked += " AND state = $4";
        next += 1;
    }
    for at in next..next + page.words.len() {
        asked += &format!(" AND search_text LIKE ${at} ESCAPE '!'");
    }
    asked + &format!(" ORDER BY sort_key {order} LIMIT $3")
}

/// A word in which nothing stands for other letters.
fn escaped(word: &str) -> String {
    word.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}

fn in_list(select: &str, len: usize, order: &str) -> String {
    let places: Vec<String> = (1..=len).map(|at| format!("${at}")).collect();
    // An empty list is not SQL everywhere, and NULL is nobody's id.
    let places = if places.is_empty() { "NULL".to_owned() } else { places.join(", ") };
    format!("{select} IN ({places}) {order}")
}

fn one_of<'q, T>(asked: &str, ids: &[&'q str]) -> QueryAs<'q, Any, T, sqlx::any::AnyArguments>
where
    T: for<'r> FromRow<'r, sqlx::any::AnyRow>,
{
    ids.iter().fold(sqlx::query_as(AssertSqlSafe(asked.to_owned())), |query, id| query.bind(*id))
}
