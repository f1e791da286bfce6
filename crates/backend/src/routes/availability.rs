//! Which contact methods can be used now.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{extract::State, response::Response};
use contract::{Availability, Problem, routes};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{answer, auth::Whoever, help::published, request::Params};
use crate::{
    availability::{self, Question},
    problem::Refusal,
    state::Backend,
};

/// What somebody wants to ask about, and in which language.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct AvailabilityParams {
    /// The topic's id.
    topic: Option<String>,
    /// The order's id. E-mail and the telephone need none.
    #[allow(dead_code, reason = "it decides nothing for these, and stands in the contract for a message to a seller")]
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
    let question = Question { topic: params.topic.as_deref(), language: params.language.as_deref().or(own), person };
    answer::fresh(&availability::now(&backend, &published, question).await)
}
