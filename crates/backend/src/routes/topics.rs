//! What a question can be about: decided from the order's state and the side that asks.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{extract::State, response::Response};
use contract::{Order, Problem, Topic, TopicList, routes};
use rules::{
    order::Side,
    topic::{self, About},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{answer, auth::Whoever, help::published, objects::object_for, orders::order_for, request::Params};
use crate::{
    content::{TopicEntry, is_slug},
    problem::{Reason, Refusal},
    state::{Backend, Published},
};

/// What somebody wants to ask about.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct TopicParams {
    /// `buyer` or `seller`, where there is no order; an order says it itself.
    role: Option<String>,
    /// An order of the person who asks.
    order_id: Option<String>,
    /// An object; if it is in an order of the person who asks, that order decides.
    object_id: Option<String>,
    /// BCP 47.
    locale: Option<String>,
}

/// The topics that can be chosen now, in the order in which they are offered.
#[utoipa::path(get, path = routes::TOPICS, context_path = routes::BASE, tag = "contact",
    params(TopicParams), responses(
    (status = 200, description = "Here they are; without an order all of the side that asks.", body = TopicList),
    (status = 422, description = "`parameter_invalid`; `subject_invalid`: no order or object that they may ask about",
        body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn topics(
    State(backend): State<Backend>,
    whoever: Whoever,
    Params(params): Params<TopicParams>,
) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let role = params.role.as_deref().map(side).transpose()?;
    let order = order(&backend, &whoever, &params).await?;
    let about = order.as_ref().map_or(About::NoOrder(role), about);
    let locale = published.nearest(params.locale.as_deref());
    let offered = published.topics.iter().filter(|topic| topic.fits.is_offered(about));
    let items = offered.filter_map(|topic| shown(topic, about, order.as_ref(), locale)).collect();
    answer::fresh(&TopicList { items })
}

/// Whether a question can be about a topic, as far as the order's state lets it.
///
/// # Errors
/// `body_invalid` for what is no topic, `topic_closed` where the order's state has closed it.
pub(super) fn check(published: &Published, id: Option<&str>, order: Option<&Order>) -> Result<(), Refusal> {
    let Some(id) = id.filter(|_| !published.topics.is_empty()) else { return Ok(()) };
    match (published.topics.iter().find(|topic| topic.id == id), order) {
        (Some(topic), Some(order)) if topic.fits.is_closed(about(order)) => {
            let detail = "The order's state does not allow this topic, or does not any more.";
            Err(Reason::TopicClosed.at("/topic", "closed", detail))
        }
        (None, _) if !published.article_topics.contains(id) => {
            Err(Reason::BodyInvalid.at("/topic", "unknown", "There is no such topic."))
        }
        _ => Ok(()),
    }
}

fn about(order: &Order) -> About<'_> {
    About::Order(Side::of(&order.role), &order.state)
}

fn side(word: &str) -> Result<Side, Refusal> {
    match word {
        "buyer" => Ok(Side::Buyer),
        "seller" => Ok(Side::Seller),
        _ => Err(Reason::ParameterInvalid.at("role", "unknown", "`role` is `buyer` or `seller`.")),
    }
}

async fn order(backend: &Backend, whoever: &Whoever, params: &TopicParams) -> Result<Option<Order>, Refusal> {
    let refused = |name: &str| Reason::SubjectInvalid.at(name, "unknown", "There is nothing of yours with this id.");
    let person = whoever.session.as_ref().map(|session| session.person.id.as_str());
    let order_id = match (&params.order_id, &params.object_id) {
        (Some(id), _) => id.clone(),
        (None, Some(id)) => {
            let id = Some(id).filter(|id| is_slug(id)).ok_or_else(|| refused("object_id"))?;
            let object = object_for(backend, person, id).await?.ok_or_else(|| refused("object_id"))?;
            let Some(order_id) = object.order_id else { return Ok(None) };
            order_id
        }
        (None, None) => return Ok(None),
    };
    let person = person.filter(|_| is_slug(&order_id)).ok_or_else(|| refused("order_id"))?;
    Ok(Some(order_for(backend, person, &order_id).await?.ok_or_else(|| refused("order_id"))?))
}

fn shown(topic: &TopicEntry, about: About<'_>, order: Option<&Order>, locale: &str) -> Option<Topic> {
    let side = match about {
        About::Order(side, _) => Some(side),
        About::NoOrder(side) => side.or(topic.fits.only_side()),
    };
    let text = topic.texts.get(locale)?;
    Some(Topic {
        id: topic.id.clone(),
        title: text.title.clone(),
        needs_order: !topic.fits.is_general,
        advice: text.advice(side),
        actions: order.map(|order| topic::allowed(&topic.actions, &order.actions)).unwrap_or_default(),
        safety: topic.is_safety,
    })
}
