//! An order, whole: where it stands, until when, what can be done, what the two sides say to each other, where parcel
//! and money are, what it is made of.

use contract::{Deadline, Order, OrderAction};
use leptos::prelude::*;
use rules::{clock, journey, order::Side};
use time::OffsetDateTime;

use super::{
    deadline_clock::DeadlineClock, order_actions::OrderActions, order_journey::OrderJourney, order_money::OrderMoney,
    order_objects::OrderObjects, order_summary::OrderSummary, ship_to::ShipTo,
};
use crate::{erase::view, i18n, live::Live, paths};

/// `order` is followed; `messages` stay as they are, since somebody may be writing there.
#[component]
pub fn OrderView(order: Live<Option<Order>>, now: Live<OffsetDateTime>, messages: AnyView) -> impl IntoView {
    let below = order.clone();
    let above = move || order().map(|order| above(order, &now));
    let below = move || below().map(rest);
    view! {
        <article class="order-view">
            {above}
            <div class="order-view__messages">{messages}</div>
            {below}
        </article>
    }
}

/// What is urgent; for a seller the payout, too.
fn above(order: Order, now: &Live<OffsetDateTime>) -> AnyView {
    let side = Side::of(&order.role);
    let support = paths::get_support(&i18n::locale(), &order.id, None);
    let clocks = clocks(&order, side, now);
    let payout = order.payout.clone().filter(|_| side == Side::Seller);
    let payout = payout.map(|payout| view! { <OrderMoney payment=None payout=Some(payout)/> });
    view! {
        <OrderSummary order=order.clone()/>
        {clocks}
        {payout}
        <OrderActions actions=order.actions support=support shipping=order.shipping/>
    }
    .into_any()
}

fn rest(order: Order) -> AnyView {
    let side = Side::of(&order.role);
    let (parcel, money) = (journey::parcel(&order), journey::money(&order));
    let objects = objects(&order);
    let address = order.ship_to.clone().map(|address| view! { <ShipTo address=address/> });
    let payment = order.money.filter(|_| side == Side::Buyer);
    view! {
        <OrderJourney parcel=parcel money=money side=side/>
        {address}
        <OrderObjects objects=objects/>
        <OrderMoney payment=payment payout=None/>
    }
    .into_any()
}

/// The next deadline first, those that are over last.
fn clocks(order: &Order, side: Side, now: &Live<OffsetDateTime>) -> Option<AnyView> {
    let mut deadlines: Vec<Deadline> = order.deadlines.clone();
    let opened_at = untrack(|| now());
    deadlines.sort_by_key(|deadline| (deadline.at <= opened_at, deadline.at));
    let clock = |deadline: Deadline| {
        let started = deadline.since.unwrap_or_else(|| clock::started(order, &deadline.kind));
        view! { <DeadlineClock deadline=deadline started=started side=side now=now.clone()/> }
    };
    let clocks: Vec<AnyView> = deadlines.into_iter().map(clock).collect();
    (!clocks.is_empty()).then(|| {
        view! {
            <section class="order-view__clocks" aria-labelledby="clocks">
                <h2 class="order-view__heading" id="clocks">{t!("order-view-clocks")}</h2>
                {clocks}
            </section>
        }
    })
}

/// Each object with its door to support, where the order offers that.
fn objects(order: &Order) -> Vec<(contract::OrderObject, Option<String>)> {
    let has_support = order.actions.contains(&OrderAction::GetSupport);
    let door = |object: &str| paths::get_support(&i18n::locale(), &order.id, Some(object));
    let objects = order.objects.iter().cloned();
    objects.map(|object| (object.clone(), has_support.then(|| door(&object.id)))).collect()
}
