//! Search in the help centre.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{extract::State, response::Response};
use contract::{Problem, SearchResults, routes};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::{answer, help::published, request::Params};
use crate::{
    problem::{Reason, Refusal},
    state::Backend,
};

/// What is searched for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchParams {
    /// Words, 1 to 200 characters; operators and markup are words like others.
    #[param(value_type = String, min_length = 1, max_length = 200)]
    q: Option<String>,
    /// BCP 47; the nearest language that is there is searched.
    locale: Option<String>,
}

/// The articles that fit best, at most 20.
#[utoipa::path(get, path = routes::SEARCH, context_path = routes::BASE, tag = "help", params(SearchParams), responses(
    (status = 200, description = "Here it is.", body = SearchResults),
    (status = 422, description = "`query_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 503, description = "`not_ready`", body = Problem, content_type = "application/problem+json"),
))]
pub async fn search(State(backend): State<Backend>, Params(params): Params<SearchParams>) -> Result<Response, Refusal> {
    let published = published(&backend)?;
    let words = rules::query::check(params.q.as_deref().unwrap_or_default());
    let words = words.map_err(|_| Reason::QueryInvalid.at("q", "length", ""))?.to_owned();
    let locale = published.nearest(params.locale.as_deref()).to_owned();
    let searched = tokio::task::spawn_blocking(move || published.search.find(&locale, &words)).await;
    let items = searched.map_err(|error| {
        tracing::error!(%error, "the search was interrupted");
        Reason::Internal.refusal()
    })??;
    answer::fresh(&SearchResults { items, query_id: Uuid::now_v7().to_string() })
}
