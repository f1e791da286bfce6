//! Which contact methods can be used now.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{extract::State, response::Response};
use contract::{Availability, Problem, routes};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{answer, auth::Whoever, help::published, request::Params};
use crate::{
    availability::{self, Question, seller::Seller},
    content::is_slug,
    problem::Refusal,
    state::Backend,
    store::seller::SellerConversationRow,
};

/// What somebody wants to ask about, and in which language.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AvailabilityParams {
    /// The topic's id.
    topic: Option<String>,
    /// The order's id: its buyer can write to the seller. E-mail and the telephone need none.
    order_id: Option<String>,
    /// BCP 47: the language to be answered in; usually the person's own.
    language: Option<String>,
}

/// Which contact methods can be used now, and why others cannot. It is asked before a request is sent, so it refuses
/// nobody: an order that is not there changes nothing.
#[utoipa::path(get, path = routes::AVAILABILITY, context_path = routes::BASE, tag = "contact",
    params(AvailabilityParams), responses(
    (status = 200, description = "Here it is.", body = Availability),
    (status = 422, description = "`parameter_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn availability(
    State(backend): State<Backend>,
    who: Whoever,
    Params(params): Params<AvailabilityParams>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let person = who.session.as_ref().map(|session| &session.person);
    let own = person.map(|person| person.support_language.as_str());
    let seller = match (person, params.order_id.as_deref()) {
        (Some(person), Some(order_id)) => {
            seller_of(&backend, published.seller.answer_s(), &person.id, order_id).await?
        }
        _ => None,
    };
    let language = params.language.as_deref().or(own);
    let question = Question { topic: params.topic.as_deref(), language, person, seller };
    answer::fresh(&availability::now(&backend, &published, question).await)
}

/// The seller of an order, if that person is its buyer.
async fn seller_of(
    backend: &Backend,
    answer_s: Option<i64>,
    person_id: &str,
    order_id: &str,
) -> Result<Option<Seller>, Refusal> {
    if !is_slug(order_id) {
        return Ok(None);
    }
    let found = backend.store.order_of(person_id, order_id).await?;
    let Some(order) = found.map(|record| record.order).filter(|order| order.buyer_id == person_id) else {
        return Ok(None);
    };
    let parties = backend.store.parties(&[&order.seller_id]).await?;
    let usual_reply_s = parties.get(&order.seller_id).and_then(|party| u64::try_from(party.usual_reply_s).ok());
    let written = backend.store.seller_conversations_about(person_id, &[order_id]).await?;
    let standing = written.get(order_id).map(SellerConversationRow::standing).unwrap_or_default();
    Ok(Some(Seller { usual_reply_s: usual_reply_s.filter(|seconds| *seconds > 0), answer_s, standing }))
}
