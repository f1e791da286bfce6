//! The clock of the order that is asked about, on each step: whoever writes to support sees until when it counts.

use contract::Order;
use leptos::prelude::*;
use rules::{clock, order::Side};

use super::super::{load, moment};
use crate::{
    api::{fetched, urls},
    browser::server_time,
    components::{deadline_clock::DeadlineClock, load_state::Load},
    erase::view,
};

/// The deadline that comes first; nothing where there is none, or while the order is not known: it is a help, not a need.
#[component]
pub fn Due(order: String) -> impl IntoView {
    let id = StoredValue::new(order);
    let path = move || Some(id.get_value()).filter(|id| !id.is_empty()).map(|id| urls::order(&id));
    let order = load::<Order>(fetched(path));
    move || if let Load::Ready(order) = order.get() { clock(&order) } else { None }
}

fn clock(order: &Order) -> Option<AnyView> {
    let deadline = clock::next(&order.deadlines, server_time::now())?.clone();
    let (side, started) = (Side::of(&order.role), clock::started(order, &deadline.kind));
    let shown = vec![deadline.clone()];
    let now = moment::now_and_at(Memo::new(move |_| shown.clone()));
    Some(view! {
        <div class="ask-due"><DeadlineClock deadline=deadline started=started side=side now=now/></div>
    })
}
