//! The pages that need to know who asks.

use leptos::prelude::*;

use crate::{
    api,
    erase::view,
    pages::{
        self, account::AccountPage, ask::AskPage, case::CasePage, cases::CasesPage, foreign::ForeignPage,
        not_found::NotFoundPage, object::ObjectPage, order::OrderPage, orders::OrdersPage, sign_in::SignInPage,
        sign_in_help::SignInHelpPage,
    },
    paths::Place,
    session,
};

/// Who is signed in, before the first view; and the server's time, which deadlines are counted by.
pub fn provide() {
    api::follow_time();
    session::provide();
}

/// The page of a place; places of the other part are loaded as documents of their own and never come here. Nothing can
/// be asked of a backend that speaks another version.
pub fn page(place: Place) -> AnyView {
    let is_foreign = Memo::new(|_| pages::is_foreign());
    let shown = move || {
        if is_foreign.get() {
            view! { <ForeignPage/> }
        } else {
            spoken(place.clone())
        }
    };
    shown.into_any()
}

fn spoken(place: Place) -> AnyView {
    match place {
        Place::Ask(step) => view! { <AskPage step=step/> },
        Place::Orders => view! { <OrdersPage/> },
        Place::Order(id) => view! { <OrderPage id=id/> },
        Place::Object(id) => view! { <ObjectPage id=id/> },
        Place::Cases => view! { <CasesPage/> },
        Place::Case(id) => view! { <CasePage id=id/> },
        Place::SignIn => view! { <SignInPage/> },
        Place::SignInHelp => view! { <SignInHelpPage/> },
        Place::Account => view! { <AccountPage/> },
        _ => view! { <NotFoundPage/> },
    }
}
