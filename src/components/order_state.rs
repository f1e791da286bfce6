//! Where an order stands, in words, with a mark of its own.

use contract::OrderState as State;
use leptos::prelude::*;
use rules::order::Side;

use super::icon::Icon;
use crate::{erase::view, i18n::format};

#[component]
pub fn OrderState(state: State, side: Side) -> impl IntoView {
    let words = words(&state, side);
    view! { <p class="order-state"><Icon name=mark(&state)/> {words}</p> }
}

/// The state as the side that looks would say it; a word that is not known is shown plainly.
#[must_use]
pub fn words(state: &State, side: Side) -> String {
    t!("order-state", state = state.word().to_owned(), side = side.word(), plain = format::plain(state.word()))
}

fn mark(state: &State) -> &'static str {
    match state {
        State::AwaitingPayment => "clock",
        State::Paid | State::Shipped => "parcel",
        State::HeldAtCustoms => "important",
        State::DeliveryFailed => "warning",
        State::Delivered | State::PickedUp => "check",
        State::Cancelled => "close",
        State::Refunded | State::PartlyRefunded => "coin",
        State::InCase => "support",
        State::Other(_) => "note",
    }
}
