//! What a question is about may close while somebody writes: the order has changed.

use contract::{EventKind, Problem};
use leptos::prelude::*;

use crate::{api::ApiError, flows::events};

/// Asks for the topics again whenever an order changes, until the page is gone.
pub fn follow(order: String, ask: Callback<()>) {
    events::listen(Box::new(move |event| {
        if event.kind == EventKind::Order && event.order_id.as_ref() == Some(&order) {
            let _ = ask.try_run(());
        }
    }));
}

/// Whether a refusal means that the topic cannot be chosen, or not any more.
#[must_use]
pub fn is_refused(problem: &Problem) -> bool {
    problem.code == "topic_closed" || problem.errors.iter().any(|fault| fault.pointer == "/topic")
}

/// The same for whatever went wrong.
#[must_use]
pub fn is_why(error: Option<&ApiError>) -> bool {
    matches!(error, Some(ApiError::Refused(problem)) if is_refused(problem))
}
