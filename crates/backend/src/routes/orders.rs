//! A person's orders, as their buyer or as their seller.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

mod asked;
mod view;

use axum::{extract::State, http::HeaderMap, response::Response};
use contract::{List, Order, Problem, routes};

use self::asked::OrderParams;
pub(super) use self::view::{counterparty_of_seller, picture_of};
use super::{
    answer,
    auth::SignedIn,
    help::published,
    request::{Params, Slug},
};
use crate::{
    problem::{Reason, Refusal},
    state::Backend,
    store::orders::OrderRecord,
};

/// A person's orders, the newest first.
#[utoipa::path(get, path = routes::ORDERS, context_path = routes::BASE, tag = "orders", params(OrderParams), responses(
    (status = 200, description = "Here it is.", body = List<Order>),
    (status = 400, description = "`cursor_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn orders(
    State(backend): State<Backend>,
    signed_in: SignedIn,
    Params(params): Params<OrderParams>,
) -> Result<Response, Refusal> {
    let found = backend.store.orders(&params.page(signed_in.person())?).await?;
    let orders = seen(&backend, &signed_in.person().id, found.items).await?;
    answer::fresh(&List { items: orders, next_cursor: found.next, prev_cursor: found.previous })
}

/// One order of the person who asks.
#[utoipa::path(get, path = routes::ORDER, context_path = routes::BASE, tag = "orders",
    params(("id" = String, Path, description = "Its id.")), responses(
    (status = 200, description = "With `money` for its buyer, with `payout` for its seller.", body = Order),
    (status = 304, description = "You have it already."),
    (status = 401, description = "`signed_out`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such order, or it is someone else's.", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn order(
    State(backend): State<Backend>,
    headers: HeaderMap,
    signed_in: SignedIn,
    Slug(id): Slug,
) -> Result<Response, Refusal> {
    let order = order_for(&backend, &signed_in.person().id, &id).await?.ok_or(Reason::NotFound.refusal())?;
    answer::own(&headers, &order)
}

/// An order as that person may see it: as its buyer or as its seller. `None` if it is neither theirs nor there.
pub(crate) async fn order_for(backend: &Backend, person_id: &str, order_id: &str) -> Result<Option<Order>, Refusal> {
    let found = backend.store.order_of(person_id, order_id).await?;
    Ok(seen(backend, person_id, found.into_iter().collect()).await?.pop())
}

async fn seen(backend: &Backend, person_id: &str, records: Vec<OrderRecord>) -> Result<Vec<Order>, Refusal> {
    let facts = published(backend)?.order_facts;
    let now = backend.clock.now();
    let sides = records.iter().flat_map(|record| [record.order.buyer_id.as_str(), record.order.seller_id.as_str()]);
    let parties = backend.store.parties(&sides.collect::<Vec<_>>()).await?;
    let ids: Vec<&str> = records.iter().map(|record| record.order.id.as_str()).collect();
    let cases = backend.store.cases_about(person_id, &ids).await?;
    let talks = backend.store.seller_conversations_about(person_id, &ids).await?;
    let shown = |record: &OrderRecord| {
        let (case, talk) = (cases.get(&record.order.id), talks.get(&record.order.id));
        view::Seen { record, parties: &parties, case, talk, facts: &facts, now }.by(person_id)
    };
    records.iter().map(shown).collect()
}
