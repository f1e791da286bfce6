//! The person's orders to choose from, as buyer and as seller; what is looked for stands in the address.

use contract::{List, Order};
use leptos::prelude::*;
use rules::order::Side;

use super::super::super::{
    Loading, go, load,
    order_search::{OrderSearch, sides},
    query,
};
use crate::{
    api::{self, fetched_anew, urls},
    browser::{dom, start::spawn, timer},
    components::{
        load_state::Load,
        order_filter::{OrderChoice, OrderFilter},
        pager::Pager,
        subject_choice::SubjectChoice,
    },
    erase::view,
    i18n,
    live::Live,
    paths,
    session::{self, Who},
};

/// Orders on a page.
const AT_ONCE: u32 = 5;
const HEADING_ID: &str = "ask-orders";

#[component]
pub fn Orders() -> impl IntoView {
    let who = session::who();
    move || match who.get() {
        Who::Unknown => view! { <p class="ask-about__text">{t!("ask-about-order-text")}</p> },
        Who::Nobody | Who::Unreachable(_) => signed_out(),
        Who::Person(_) => view! { <Own/> },
    }
}

fn signed_out() -> AnyView {
    let here = dom::address();
    view! {
        <p class="ask-about__text">{t!("ask-about-order-text")}</p>
        <a class="button button--quiet" href=paths::sign_in_to(&i18n::locale(), &here)>{t!("site-header-sign-in")}</a>
    }
    .into_any()
}

#[component]
fn Own() -> impl IntoView {
    let search = OrderSearch::of_address(|locale| paths::ask(locale, None));
    let sides = sides();
    let has_sides = sides.len() > 1;
    let side = search.side(sides.first().copied().unwrap_or(Side::Buyer));
    let of = side.clone();
    let orders = fetched_anew(move || {
        let asked = urls::orders(of().word(), &search.state.get(), &search.text.get(), &search.cursor.get());
        Some(urls::some_orders(&asked, AT_ONCE))
    });
    let orders = load::<List<Order>>(orders);
    search.on_another_page(focus_on_heading);
    // A few orders are seen at once; once it is there the way to find one among many stays.
    let is_long = Memo::new(move |before: Option<&bool>| {
        let is_many = || matches!(orders.get(), Load::Ready(list) if list.next_cursor.is_some());
        before == Some(&true) || has_sides || search.is_narrowed() || !search.cursor.with(String::is_empty) || is_many()
    });
    let shown = side.clone();
    let filter = move || is_long.get().then(|| filter(search, &sides, shown.clone()));
    view! {
        {filter}
        <Found orders=orders search=search side=side/>
    }
    .into_any()
}

fn filter(search: OrderSearch, sides: &[Side], side: Live<Side>) -> AnyView {
    let tabs = sides.iter().map(|side| (*side, search.address(*side, "", "", ""))).collect();
    let (go, shown) = (go(false), side.clone());
    let on_choose = Callback::new(move |choice: OrderChoice| {
        go(&search.address(untrack(|| shown()), &choice.state, &choice.text, ""));
    });
    view! { <OrderFilter sides=tabs side=side choice=search.choice() on_choose=on_choose/> }
}

#[component]
fn Found(orders: Loading<List<Order>>, search: OrderSearch, side: Live<Side>) -> impl IntoView {
    let topic = query("topic");
    move || match orders.get() {
        Load::Waiting => view! { <p class="ask-about__text" role="status">{t!("load-state-waiting")}</p> },
        Load::Failed(_) => all_orders(t!("ask-about-orders-failed")),
        Load::Ready(list) if list.items.is_empty() => nothing(search, untrack(|| side())),
        Load::Ready(list) => choices(list, search, untrack(|| side()), &topic.get()),
    }
}

fn nothing(search: OrderSearch, side: Side) -> AnyView {
    if !untrack(|| search.is_narrowed()) {
        let words = match side {
            Side::Buyer => t!("ask-about-no-orders"),
            Side::Seller => t!("ask-about-no-sales"),
        };
        return view! { <p class="ask-about__text" role="status">{words}</p> };
    }
    let href = search.address(side, "", "", "");
    view! {
        <p class="ask-about__text" role="status">{t!("order-list-no-match")} ". " {t!("order-list-no-match-text")}</p>
        <a class="button button--quiet" href=href>{t!("order-list-all")}</a>
    }
    .into_any()
}

fn choices(list: List<Order>, search: OrderSearch, side: Side, topic: &str) -> AnyView {
    let (state, text) = (search.state.get_untracked(), search.text.get_untracked());
    let page = |cursor: Option<String>| cursor.map(|cursor| search.address(side, &state, &text, &cursor));
    let (newer, older) = (page(list.prev_cursor), page(list.next_cursor));
    let count = t!("order-list-count", count = list.items.len());
    let orders = list.items.into_iter().map(api::with_pictures);
    let entries = orders.map(|order| view! { <SubjectChoice order=order topic=topic.to_owned()/> }).collect::<Vec<_>>();
    view! {
        <p class="visually-hidden" role="status">{count}</p>
        <ul class="subject-choice">{entries}</ul>
        <Pager newer=newer older=older/>
        {all_orders(String::new())}
    }
    .into_any()
}

fn all_orders(words: String) -> AnyView {
    view! {
        <p class="ask-about__text">{words} " " <a href=paths::orders(&i18n::locale())>{t!("ask-about-all-orders")}</a></p>
    }
}

/// Another page of orders begins at their heading, not at the page's.
fn focus_on_heading() {
    spawn(async {
        timer::frame().await;
        dom::focus(HEADING_ID);
    });
}
