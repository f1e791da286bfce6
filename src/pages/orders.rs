//! A person's orders, as buyer or as seller. What is looked for stands in the address.

use contract::{Deadline, List, Order};
use leptos::prelude::*;
use rules::order::Side;

use super::{
    Top, arrival, face, go,
    head::{PageHead, set_head},
    home_crumb, load, moment,
    order_search::{OrderSearch, sides},
    retry_part,
    signed_in::SignedIn,
};
use crate::{
    api::{self, fetched_anew, urls},
    components::{
        empty::Empty,
        load_state::{Load, Loaded, Shape},
        order_filter::{OrderChoice, OrderFilter},
        order_list::OrderList,
        page_heading::PageHeading,
        pager::Pager,
    },
    erase::view,
    i18n,
    live::Live,
    paths,
};

#[component]
pub fn OrdersPage() -> impl IntoView {
    view! {
        <Top crumbs=vec![home_crumb()]/>
        <SignedIn title=t!("order-list-signed-out") shape=Shape::List name=t!("site-header-orders")>
            <Orders/>
        </SignedIn>
    }
}

#[component]
fn Orders() -> impl IntoView {
    set_head(move || Some(PageHead { title: t!("site-header-orders"), ..PageHead::default() }));
    let asked = OrderSearch::of_address(paths::orders);
    let sides = sides();
    let first = sides.first().copied().unwrap_or(Side::Buyer);
    let (side, choice) = (asked.side(first), asked.choice());
    let (go, shown) = (go(false), side.clone());
    let on_choose = Callback::new(move |choice: OrderChoice| {
        go(&asked.address(untrack(|| shown()), &choice.state, &choice.text, ""));
    });
    asked.on_another_page(arrival::settle);
    let tabs = sides.into_iter().map(|side| (side, asked.address(side, "", "", ""))).collect();
    view! {
        <PageHeading title=t!("site-header-orders")/>
        <OrderFilter sides=tabs side=side.clone() choice=choice on_choose=on_choose/>
        <Results asked=asked side=side/>
    }
}

#[component]
fn Results(asked: OrderSearch, side: Live<Side>) -> impl IntoView {
    let of = side.clone();
    let orders = fetched_anew(move || {
        Some(urls::orders(of().word(), &asked.state.get(), &asked.text.get(), &asked.cursor.get()))
    });
    let loaded = load::<List<Order>>(orders);
    let now = moment::now_and_at(Memo::new(move |_| deadlines(loaded.get())));
    let face = face(loaded, move |list: List<Order>| {
        let (side, state, text) = (untrack(|| side()), asked.state.get_untracked(), asked.text.get_untracked());
        if list.items.is_empty() {
            let is_narrowed = !state.is_empty() || !text.is_empty();
            let all = is_narrowed.then(|| asked.address(side, "", "", ""));
            return view! { <Nothing side=side all=all/> };
        }
        let page = |cursor: Option<String>| cursor.map(|cursor| asked.address(side, &state, &text, &cursor));
        let (newer, older) = (page(list.prev_cursor), page(list.next_cursor));
        let count = t!("order-list-count", count = list.items.len());
        view! {
            <p class="visually-hidden" role="status">{count}</p>
            <OrderList orders=list.items.into_iter().map(api::with_pictures).collect() now=now.clone()/>
            <Pager newer=newer older=older/>
        }
    });
    view! { <Loaded face=face shape=Shape::List is_page=false retry=retry_part(move || orders.retry.run(()))/> }
}

/// Those of all orders that are shown.
fn deadlines(list: Load<List<Order>>) -> Vec<Deadline> {
    let Load::Ready(list) = list else { return Vec::new() };
    list.items.into_iter().flat_map(|order| order.deadlines).collect()
}

#[component]
fn Nothing(side: Side, all: Option<String>) -> impl IntoView {
    let (title, text) = match (all.is_some(), side) {
        (true, _) => (t!("order-list-no-match"), t!("order-list-no-match-text")),
        (false, Side::Buyer) => (t!("order-list-empty"), t!("order-list-empty-buyer")),
        (false, Side::Seller) => (t!("order-list-empty"), t!("order-list-empty-seller")),
    };
    let all = all.map(|href| view! { <a class="button button--quiet" href=href>{t!("order-list-all")}</a> });
    view! {
        <div class="load-state" role="status">
            <Empty art="art-empty" title=title text=text is_page=false>
                {all}
                <a class="button button--quiet" href=paths::home(&i18n::locale())>{t!("load-state-home")}</a>
            </Empty>
        </div>
    }
}
