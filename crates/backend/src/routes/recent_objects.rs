//! The objects that somebody looked at, whether they are signed in or not.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{AppendHeaders, IntoResponse, Response},
};
use contract::{List, Problem, routes};

use super::{
    answer,
    auth::{Whoever, owner},
    objects::object_for,
    request::Slug,
};
use crate::{
    problem::{Reason, Refusal},
    state::Backend,
};

/// The objects that a person or a visitor looked at, the newest first.
#[utoipa::path(get, path = routes::RECENT_OBJECTS, context_path = routes::BASE, tag = "orders", responses(
    (status = 200, description = "At most 20, on one page; those that were removed are left out.", body = List<contract::Object>),
))]
pub async fn recent_objects(State(backend): State<Backend>, whoever: Whoever) -> Result<Response, Refusal> {
    let person = whoever.session.as_ref().map(|session| session.person.id.as_str());
    take_over(&backend, &whoever).await?;
    let ids = match whoever.owner() {
        Some(owner) => backend.store.looked_at(&owner).await?,
        None => Vec::new(),
    };
    let mut items = Vec::new();
    for id in ids {
        items.extend(object_for(&backend, person, &id).await?);
    }
    answer::fresh(&List { items, next_cursor: None, prev_cursor: None })
}

/// Notes that somebody looked at an object; as often as they do.
#[utoipa::path(put, path = routes::RECENT_OBJECT, context_path = routes::BASE, tag = "orders",
    params(("id" = String, Path, description = "The object's id.")), responses(
    (status = 204, description = "It is the newest now."),
    (status = 403, description = "`csrf_invalid`", body = Problem, content_type = "application/problem+json"),
    (status = 404, description = "There is no such object.", body = Problem, content_type = "application/problem+json"),
))]
pub async fn look_at(State(backend): State<Backend>, whoever: Whoever, Slug(id): Slug) -> Result<Response, Refusal> {
    let person = whoever.session.as_ref().map(|session| session.person.id.as_str());
    object_for(&backend, person, &id).await?.ok_or(Reason::NotFound.refusal())?;
    take_over(&backend, &whoever).await?;
    let (owner, cookie) = owner(&backend, &whoever);
    backend.store.look_at(&owner, &id, backend.clock.seconds()).await?;
    let cookie = AppendHeaders(cookie.map(|line| (header::SET_COOKIE, line)));
    Ok((StatusCode::NO_CONTENT, cookie).into_response())
}

/// What somebody looked at before they signed in becomes theirs.
async fn take_over(backend: &Backend, whoever: &Whoever) -> Result<(), Refusal> {
    if let (Some(session), Some(visitor)) = (&whoever.session, &whoever.visitor) {
        let (from, owner) = (format!("visitor:{visitor}"), format!("person:{}", session.person.id));
        backend.store.take_over_looks(&from, &owner).await?;
    }
    Ok(())
}
