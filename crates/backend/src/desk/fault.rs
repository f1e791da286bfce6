//! What the desk cannot do, as a page that says so and leads on.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::html;

use super::layout;
use crate::{password::PasswordError, store::StoreError};

/// Why there is not the page that was asked for.
#[derive(Debug)]
pub enum Fault {
    NotFound,
    /// The form does not carry the session's word.
    Csrf,
    /// The form comes from another site.
    Foreign,
    /// The form cannot be read.
    Unreadable,
    /// Nobody is signed in; the page to come back to.
    SignedOut(String),
    Internal,
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let (status, title, text) = match self {
            Self::SignedOut(next) => return Redirect::to(&super::sign_in::address(&next)).into_response(),
            Self::NotFound => (StatusCode::NOT_FOUND, "There is nothing here", "The address leads nowhere."),
            Self::Csrf => (
                StatusCode::FORBIDDEN,
                "This form is from another session",
                "Nothing was done. Go back, load the page again, and send it once more.",
            ),
            Self::Foreign => {
                (StatusCode::FORBIDDEN, "This form is from another site", "Nothing was done. Use the desk's own pages.")
            }
            Self::Unreadable => (
                StatusCode::UNPROCESSABLE_ENTITY,
                "This form cannot be read",
                "Nothing was done. Go back and try again.",
            ),
            Self::Internal => (
                StatusCode::INTERNAL_SERVER_ERROR,
                "Something failed here",
                "It is noted in the log. Go back: what you typed is still there.",
            ),
        };
        let main = html! {
            h1 { (title) }
            p { (text) }
            p { a href=(super::HOME) { "To the queue" } }
        };
        (status, layout::page(title, None, &main)).into_response()
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        tracing::error!(%error, "the store failed");
        Self::Internal
    }
}

impl From<PasswordError> for Fault {
    fn from(error: PasswordError) -> Self {
        tracing::error!(%error, "a password could not be checked");
        Self::Internal
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        tracing::error!(%error, "the database holds what cannot be read");
        Self::Internal
    }
}
