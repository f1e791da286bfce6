//! The head of an order's page: which order it is, where it stands, with whom, and what it came to.

use contract::{Counterparty, Order};
use leptos::prelude::*;
use rules::order::Side;

use super::{
    fact_list::{FactList, day},
    order_state::OrderState,
    page_heading::PageHeading,
};
use crate::{erase::view, i18n::format};

const HOUR_S: u64 = 3_600;
const DAY_S: u64 = 24 * HOUR_S;

#[component]
pub fn OrderSummary(order: Order) -> impl IntoView {
    let side = Side::of(&order.role);
    let other = match side {
        Side::Buyer => t!("order-summary-seller"),
        Side::Seller => t!("order-summary-buyer"),
    };
    let facts = vec![
        (t!("order-summary-placed"), day(order.placed_at)),
        (other, person(order.counterparty.clone())),
        (t!("order-summary-total"), total(&order)),
    ];
    view! {
        <div class="order-summary">
            <PageHeading title=t!("order-summary-title", number = order.number)>
                <OrderState state=order.state side=side/>
            </PageHeading>
            <FactList facts=facts/>
        </div>
    }
}

/// What was paid or sold for, and how much of it pays for buyer protection.
fn total(order: &Order) -> AnyView {
    let fee = order.protection_fee.as_ref().map(|fee| t!("order-summary-fee", amount = format::money(fee)));
    let fee = fee.map(|words| view! { <span class="order-summary__note">{words}</span> });
    (format::money(&order.total), fee).into_any()
}

fn person(person: Counterparty) -> AnyView {
    let name = person.display_name;
    let name = match person.country {
        Some(code) => t!("order-summary-person", name = name, country = format::country(&code)),
        None => name,
    };
    let business = (person.professional == Some(true)).then(|| t!("order-summary-professional"));
    let reply = person.usual_reply_s.map(|seconds| t!("order-summary-reply", time = within(seconds)));
    let notes = [business, reply].into_iter().flatten();
    view! {
        <bdi>{name}</bdi>
        {notes.map(|words| view! { <span class="order-summary__note">{words}</span> }).collect::<Vec<_>>()}
    }
}

/// Rounded up to whole hours, from two days on to whole days.
fn within(seconds: u64) -> String {
    if seconds < 2 * DAY_S {
        t!("order-summary-hours", count = seconds.div_ceil(HOUR_S).max(1))
    } else {
        t!("order-summary-days", count = seconds.div_ceil(DAY_S))
    }
}
