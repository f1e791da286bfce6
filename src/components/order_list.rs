//! Orders to choose from: what was bought, where it stands, and what is urgent about it.

use contract::{Order, OrderObject};
use leptos::prelude::*;
use rules::{clock, order::Side};
use time::OffsetDateTime;

use super::{deadline_clock, icon::Icon, object_picture::ObjectPicture, order_state::OrderState};
use crate::{
    erase::view,
    i18n::{self, format},
    live::Live,
    paths,
};

/// Pictures that fit into the place of one.
const PICTURES: usize = 4;

#[component]
pub fn OrderList(orders: Vec<Order>, now: Live<OffsetDateTime>) -> impl IntoView {
    view! {
        <ul class="order-list" aria-label=t!("order-list-label")>
            {orders.into_iter().map(|order| view! { <OrderCard order=order now=now.clone()/> }).collect::<Vec<_>>()}
        </ul>
    }
}

#[component]
fn OrderCard(order: Order, now: Live<OffsetDateTime>) -> impl IntoView {
    let side = Side::of(&order.role);
    let meta = meta(&order, side);
    let href = paths::order(&i18n::locale(), &order.id);
    let unread = (order.unread > 0).then(|| {
        view! { <p class="order-list__unread"><Icon name="envelope"/> {t!("order-list-unread", count = order.unread)}</p> }
    });
    let deadlines = order.deadlines;
    let urgent = move || {
        let now = now();
        let sentence = clock::next(&deadlines, now).map(|deadline| deadline_clock::left(deadline, side, now));
        sentence.map(|words| view! { <p class="order-list__deadline"><Icon name="clock"/> {words}</p> })
    };
    view! {
        <li class="order-list__item">
            <Pictures objects=order.objects.clone()/>
            <div class="order-list__words">
                <h2 class="order-list__title"><a class="order-list__link" href=href>{title(&order.objects)}</a></h2>
                {others(&order.objects)}
                {meta}
                <OrderState state=order.state side=side/>
                {unread}
                {urgent}
            </div>
            <p class="order-list__total">
                <span class="visually-hidden">{t!("order-list-total")}</span> " " {format::money(&order.total)}
            </p>
        </li>
    }
}

#[component]
fn Pictures(objects: Vec<OrderObject>) -> impl IntoView {
    let class =
        if objects.len() > 1 { "order-list__pictures order-list__pictures--many" } else { "order-list__pictures" };
    let pictures = objects.into_iter().take(PICTURES);
    view! {
        <div class=class>
            {pictures.map(|object| view! { <ObjectPicture picture=object.picture/> }).collect::<Vec<_>>()}
        </div>
    }
}

fn title(objects: &[OrderObject]) -> String {
    let first = objects.first().map(|object| object.title.clone()).unwrap_or_default();
    t!("order-list-title", first = first, more = objects.len().saturating_sub(1))
}

/// The titles that the heading leaves out.
fn others(objects: &[OrderObject]) -> Option<AnyView> {
    let titles: Vec<&str> = objects.iter().skip(1).map(|object| object.title.as_str()).collect();
    let titles = titles.join(" · ");
    (!titles.is_empty()).then(|| view! { <p class="order-list__others">{titles}</p> })
}

fn meta(order: &Order, side: Side) -> AnyView {
    let other = match side {
        Side::Buyer => t!("order-list-seller"),
        Side::Seller => t!("order-list-buyer"),
    };
    let name = order.counterparty.display_name.clone();
    let placed_at = order.placed_at;
    view! {
        <p class="order-list__meta">
            <span>{t!("order-list-number", number = order.number.clone())}</span>
            <span>
                {t!("order-list-placed")} " "
                <time datetime=format::iso_moment(placed_at)>{format::day_of(placed_at)}</time>
            </span>
            <span>{other} ": " <bdi>{name}</bdi></span>
        </p>
    }
}
