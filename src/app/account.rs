//! The pages that need to know who asks.

use leptos::prelude::*;

use crate::{
    erase::view,
    pages::{
        ask::AskPage,
        not_found::NotFoundPage,
        waiting_room::{CasesPage, OrdersPage, SignInPage},
    },
    paths::Place,
    session,
};

/// Who is signed in, before the first view.
pub fn provide() {
    session::provide();
}

/// The page of a place; places of the other part are loaded as documents of their own and never come here.
pub fn page(place: Place) -> AnyView {
    match place {
        Place::Ask(step) => view! { <AskPage step=step/> },
        Place::Orders => view! { <OrdersPage/> },
        Place::Cases => view! { <CasesPage/> },
        Place::SignIn => view! { <SignInPage/> },
        _ => view! { <NotFoundPage/> },
    }
}
