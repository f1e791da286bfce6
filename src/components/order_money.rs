//! The money of an order: a buyer's payment, or a seller's payout with what it is made of. Never both.

use contract::{OrderMoney as Payment, Payout, PayoutState};
use leptos::prelude::*;

use super::fact_list::FactList;
use crate::{erase::view, i18n::format};

/// What the contract gives to the side that looks.
#[component]
pub fn OrderMoney(payment: Option<Payment>, payout: Option<Payout>) -> impl IntoView {
    let sentences = sentences(payment.as_ref(), payout.as_ref()).into_iter();
    let (side, facts) = match (payment, payout) {
        (_, Some(payout)) => ("seller", Some(sums(&payout))),
        (Some(_), None) => ("buyer", None),
        (None, None) => return ().into_any(),
    };
    view! {
        <section class="order-money" aria-labelledby="money">
            <h2 class="order-money__heading" id="money">{t!("order-money-title", side = side)}</h2>
            <div class="order-money__words">
                {sentences.map(|words| view! { <p class="order-money__sentence">{words}</p> }).collect::<Vec<_>>()}
                {facts.map(|facts| view! { <FactList facts=facts/> })}
            </div>
        </section>
    }
}

/// Where the money is and what happens to it next.
#[must_use]
pub fn sentences(payment: Option<&Payment>, payout: Option<&Payout>) -> Vec<String> {
    match (payment, payout) {
        (_, Some(payout)) => payout_sentences(payout),
        (Some(payment), None) => payment_sentences(payment),
        (None, None) => Vec::new(),
    }
}

fn payment_sentences(payment: &Payment) -> Vec<String> {
    let word = payment.state.word();
    let state = t!("order-money-state", state = word.to_owned(), plain = format::plain(word));
    let release = payment.release_at.map(|at| t!("order-money-release", date = format::day_and_time(at)));
    let refunded = payment.refunded.as_ref().map(|sum| t!("order-money-refunded", amount = format::money(sum)));
    [Some(state), refunded, release].into_iter().flatten().collect()
}

fn payout_sentences(payout: &Payout) -> Vec<String> {
    let word = payout.state.word();
    let state = t!("order-money-payout", state = word.to_owned(), plain = format::plain(word));
    let reason = payout.hold_reason.as_deref();
    let reason = reason.map(|word| t!("order-money-reason", reason = word.to_owned(), plain = format::plain(word)));
    // What has been paid or taken back is planned no longer.
    let is_open = !matches!(payout.state, PayoutState::Paid | PayoutState::Reversed);
    let planned = payout.planned_at.filter(|_| is_open);
    let planned = planned.map(|at| t!("order-money-planned", date = format::day_of(at)));
    [Some(state), reason, planned].into_iter().flatten().collect()
}

fn sums(payout: &Payout) -> Vec<(String, AnyView)> {
    let sums = [
        (t!("order-money-gross"), &payout.gross),
        (t!("order-money-fees"), &payout.fees),
        (t!("order-money-net"), &payout.net),
    ];
    sums.into_iter().map(|(name, sum)| (name, format::money(sum).into_any())).collect()
}
