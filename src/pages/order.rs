//! One order, whole.

use contract::{Deadline, Order};
use leptos::prelude::*;
use rules::clock;
use time::OffsetDateTime;

use super::{
    Top, face,
    head::{PageHead, set_head_of},
    home_crumb, load, moment, retry_page,
    signed_in::SignedIn,
};
use crate::{
    api::{Fetched, fetched_anew, urls, with_pictures},
    components::{
        load_state::{Load, Loaded, Shape},
        order_view::OrderView,
    },
    erase::view,
    i18n,
    live::Live,
    paths,
};

#[component]
pub fn OrderPage(id: String) -> impl IntoView {
    let crumbs = vec![home_crumb(), (t!("site-header-orders"), paths::orders(&i18n::locale()))];
    view! {
        <Top crumbs=crumbs/>
        <SignedIn title=t!("order-view-signed-out") shape=Shape::Article>
            <OneOrder id=id.clone()/>
        </SignedIn>
    }
}

#[component]
fn OneOrder(id: String) -> impl IntoView {
    let path = urls::order(&id);
    let order = fetched_anew(move || Some(path.clone()));
    let loaded = load::<Order>(order);
    set_head_of(move || {
        let title = |order: Order| t!("order-summary-title", number = order.number);
        loaded.get().map(|order| PageHead { title: title(order), ..PageHead::default() })
    });
    let deadlines = Memo::new(move |_| deadlines(loaded.get()));
    let now = moment::now_and_at(deadlines);
    ask_again_when_a_deadline_is_over(order, deadlines, now.clone());
    let face = face(loaded, move |order: Order| view! { <OrderView order=with_pictures(order) now=now.clone()/> });
    view! { <Loaded face=face shape=Shape::Article is_page=true retry=retry_page(order)/> }
}

fn deadlines(order: Load<Order>) -> Vec<Deadline> {
    if let Load::Ready(order) = order { order.deadlines } else { Vec::new() }
}

/// What a deadline's end leads to is the backend's to say.
fn ask_again_when_a_deadline_is_over(order: Fetched, deadlines: Memo<Vec<Deadline>>, now: Live<OffsetDateTime>) {
    let ahead = Memo::new(move |_| deadlines.with(|all| clock::next(all, now()).map(|deadline| deadline.at)));
    Effect::new(move |before: Option<Option<OffsetDateTime>>| {
        let ahead = ahead.get();
        // Only time moves it on to a later one or to none; a new answer that says the same is no end of a deadline.
        if before.flatten().is_some_and(|before| ahead.is_none_or(|ahead| ahead > before)) {
            order.retry.run(());
        }
        ahead
    });
}
