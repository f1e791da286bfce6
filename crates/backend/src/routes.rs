//! The calls of the contract: what is asked, what is answered. No SQL here.

pub mod answers;
pub mod availability;
pub mod callbacks;
pub mod cases;
pub mod conversations;
pub mod events;
pub mod health;
pub mod help;
pub mod meta;
pub mod objects;
pub mod openapi;
pub mod orders;
pub mod recent_objects;
pub mod search;
pub mod topics;
pub mod uploads;

mod answer;
mod auth;
mod cors;
mod edge;
mod feedback;
mod me;
mod once;
mod redirect;
mod request;
mod session;
mod sign_in_help;
mod sse;

pub(crate) use self::{auth::cookie, edge::Route};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{MethodRouter, any, get, post, put},
};
use contract::routes;

use crate::{desk, problem::Reason, state::Backend, web};

/// Largest body of a request, in bytes.
const BODY_MAX: usize = 64 * 1024;

/// Everything the backend serves: the contract, its health, and the site if it has one.
pub fn router(backend: Backend) -> Router {
    let health = Router::new()
        .route(routes::HEALTHZ, get(health::healthz))
        .route(routes::READYZ, get(health::readyz))
        .method_not_allowed_fallback(wrong_method);
    let api = Router::new()
        .nest(routes::BASE, contract())
        .merge(health)
        .route("/api/{*rest}", any(unknown))
        .fallback(unknown)
        .layer(middleware::from_fn_with_state(backend.clone(), cors::permit))
        .layer(middleware::from_fn(edge::guard));
    // Pages of the desk have headers of their own, too.
    let api = api.merge(desk::router());
    // Set after the guard: pages have security headers of their own.
    let all = if backend.site.is_some() { api.fallback(web::serve) } else { api };
    all.layer(middleware::from_fn_with_state(backend.clone(), edge::account)).with_state(backend)
}

fn contract() -> Router<Backend> {
    let calls: Vec<(&str, MethodRouter<Backend>)> = vec![
        (routes::META, get(meta::meta)),
        (routes::CATEGORIES, get(help::categories)),
        (routes::ARTICLES, get(help::articles)),
        (routes::ARTICLE, get(help::article)),
        (routes::ARTICLE_FEEDBACK, post(feedback::feedback)),
        (routes::SEARCH, get(search::search)),
        (routes::AVAILABILITY, get(availability::availability)),
        (routes::CALLBACK_SLOTS, get(callbacks::list_slots)),
        (routes::CALLBACK, callback()),
        (routes::CASES, get(cases::cases)),
        (routes::CASE, get(cases::case).put(cases::put_case)),
        (routes::EVENTS, get(events::events)),
        (routes::ORDERS, get(orders::orders)),
        (routes::ORDER, get(orders::order)),
        (routes::TOPICS, get(topics::topics)),
        (routes::SESSION, get(session::session).post(session::sign_in).delete(session::sign_out)),
        (routes::SESSION_HELP, post(sign_in_help::ask)),
        (routes::SESSION_HELP_CONFIRMATION, post(sign_in_help::confirm)),
        (routes::SESSION_REDIRECT, get(redirect::depart)),
        (routes::SESSION_CALLBACK, get(redirect::arrive)),
        (routes::ME, get(me::me).patch(me::change_me)),
        (routes::ANSWER, get(answers::read).put(answers::ask)),
        (routes::ANSWER_FEEDBACK, post(answers::verdict::feedback)),
        (routes::OPENAPI, get(openapi::openapi)),
    ];
    calls
        .into_iter()
        .chain(talks())
        .chain(of_objects())
        .chain(files())
        .fold(Router::new(), |router, (path, call)| router.route(path, call))
        .fallback(unknown)
        .method_not_allowed_fallback(wrong_method)
        .layer(DefaultBodyLimit::max(BODY_MAX))
}

fn talks() -> [(&'static str, MethodRouter<Backend>); 6] {
    [
        (routes::CONVERSATIONS, get(conversations::list::conversations)),
        (routes::CONVERSATION, get(conversations::conversation).put(conversations::begin::put_conversation)),
        (routes::READ_MARK, put(conversations::read::put_read)),
        (routes::ESCALATION, put(conversations::escalation::put_escalation)),
        (routes::MESSAGES, get(conversations::messages)),
        (routes::MESSAGE, put(conversations::put_message)),
    ]
}

fn of_objects() -> [(&'static str, MethodRouter<Backend>); 4] {
    [
        (routes::OBJECT, get(objects::object)),
        (routes::OBJECT_PICTURE, get(objects::picture)),
        (routes::RECENT_OBJECTS, get(recent_objects::recent_objects)),
        (routes::RECENT_OBJECT, put(recent_objects::look_at)),
    ]
}

fn files() -> [(&'static str, MethodRouter<Backend>); 3] {
    [
        (routes::UPLOADS, post(uploads::upload)),
        (routes::UPLOAD, get(uploads::told).delete(uploads::remove)),
        (routes::UPLOAD_CONTENT, get(uploads::content)),
    ]
}

fn callback() -> MethodRouter<Backend> {
    get(callbacks::callback)
        .put(callbacks::put_callback)
        .patch(callbacks::change_callback)
        .delete(callbacks::cancel_callback)
}

async fn unknown() -> crate::problem::Refusal {
    Reason::NotFound.refusal()
}

async fn wrong_method() -> crate::problem::Refusal {
    Reason::MethodNotAllowed.refusal()
}
