//! Objects, whoever looks at them, and their pictures.

#![allow(unused_qualifications, reason = "the macros of utoipa write them")]

use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
};
use contract::{Object, Problem, routes};

use super::{
    answer,
    auth::Whoever,
    orders::{counterparty_of_seller, picture_of},
    request::Slug,
};
use crate::{
    demo::pictures,
    hashing,
    problem::{Reason, Refusal},
    state::Backend,
};

/// A picture is a drawing and nothing else, even where somebody opens it as a page. Any site may show it.
const PICTURE_HEADERS: [(HeaderName, &str); 4] = [
    (header::CONTENT_TYPE, "image/svg+xml"),
    (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; style-src 'unsafe-inline'"),
    (header::CACHE_CONTROL, "public, max-age=86400, stale-while-revalidate=604800"),
    (HeaderName::from_static("cross-origin-resource-policy"), "cross-origin"),
];

/// The state of an object that was taken off the marketplace.
const REMOVED: &str = "removed";

/// An object.
#[utoipa::path(get, path = routes::OBJECT, context_path = routes::BASE, tag = "orders",
    params(("id" = String, Path, description = "Its id.")), responses(
    (status = 200, description = "With `order_id` if it is in an order of the person who asks.", body = Object),
    (status = 404, description = "There is no such object, or it was removed and is in no order of the person who asks.",
        body = Problem, content_type = "application/problem+json"),
))]
pub async fn object(State(backend): State<Backend>, whoever: Whoever, Slug(id): Slug) -> Result<Response, Refusal> {
    let person = whoever.session.as_ref().map(|session| session.person.id.as_str());
    answer::fresh(&object_for(&backend, person, &id).await?.ok_or(Reason::NotFound.refusal())?)
}

/// An object as that person sees it: with their order, if it is in one.
pub(crate) async fn object_for(backend: &Backend, person: Option<&str>, id: &str) -> Result<Option<Object>, Refusal> {
    let found = backend.store.object(id, person).await?;
    // Who has it in an order goes on seeing it: that is what they may have to ask about.
    let found = found.filter(|found| found.object.state != REMOVED || found.order_id.is_some());
    Ok(found.map(|found| Object {
        picture: picture_of(&found.object),
        seller: counterparty_of_seller(&found.seller),
        order_id: found.order_id,
        id: found.object.id,
        title: found.object.title,
        state: found.object.state,
    }))
}

/// An object's picture.
#[utoipa::path(get, path = routes::OBJECT_PICTURE, context_path = routes::BASE, tag = "orders",
    params(("id" = String, Path, description = "The object's id.")), responses(
    (status = 200, description = "A drawing without scripts.", body = String, content_type = "image/svg+xml"),
    (status = 304, description = "You have it already."),
    (status = 404, description = "There is no such object, or it has no picture.", body = Problem, content_type = "application/problem+json"),
))]
pub async fn picture(State(backend): State<Backend>, headers: HeaderMap, Slug(id): Slug) -> Result<Response, Refusal> {
    let found = backend.store.object(&id, None).await?;
    let drawing = found.and_then(|found| pictures::drawing(&found.object.picture)).ok_or(Reason::NotFound.refusal())?;
    let etag = format!("\"{}\"", hashing::short(drawing.as_bytes()));
    let with_etag = [(header::ETAG, etag.clone())];
    if hashing::is_known(&headers, &etag) {
        return Ok((StatusCode::NOT_MODIFIED, PICTURE_HEADERS, with_etag).into_response());
    }
    Ok((PICTURE_HEADERS, with_etag, drawing).into_response())
}
