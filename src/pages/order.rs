//! One order, whole.

use contract::{Conversation, Order};
use leptos::prelude::*;
use rules::{clock, order::Side};

use super::{
    Top, go,
    head::{PageHead, set_head_of},
    home_crumb, load, moment, retry_page,
    signed_in::SignedIn,
};
use crate::{
    api::{Fetched, fetched_anew, urls, with_pictures},
    components::{
        load_state::{Load, Loaded, Shape},
        order_view::OrderView,
        reply_form::ReplyTo,
    },
    erase::view,
    flows::{
        conversation::{ConversationFlow, FirstMessageFlow},
        escalation::EscalationFlow,
        reply::Writer,
    },
    i18n,
    live::{Live, live},
    paths, session,
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
    let fetched = fetched_anew(move || Some(path.clone()));
    let loaded = load::<Order>(fetched);
    // What was shown stays when a later look fails.
    let order = Memo::new(move |before: Option<&Load<Order>>| match (loaded.get(), before) {
        (Load::Failed(_) | Load::Waiting, Some(Load::Ready(order))) => Load::Ready(order.clone()),
        (found, _) => found,
    });
    set_head_of(move || {
        let title = |order: Order| t!("order-summary-title", number = order.number);
        order.get().map(|order| PageHead { title: title(order), ..PageHead::default() })
    });
    let now = moment::now();
    ask_again_when_a_deadline_is_over(fetched, order, now.clone());
    // The messages are asked for anew, never built anew: somebody may be writing there.
    let shape = Memo::new(move |_| order.get().map(|order| Talk::of(&order)));
    let face = live(move || {
        shape.get().map(|talk| {
            let ready = move || if let Load::Ready(order) = order.get() { Some(with_pictures(order)) } else { None };
            let messages = view! { <Messages talk=talk order=fetched now=now.clone()/> };
            view! { <OrderView order=live(ready) now=now.clone() messages=messages/> }
        })
    });
    view! { <Loaded face=face shape=Shape::Article is_page=true retry=retry_page(fetched)/> }
}

/// What the messages of an order hang on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Talk {
    order: String,
    conversation: String,
    to: ReplyTo,
}

impl Talk {
    fn of(order: &Order) -> Self {
        let to = if Side::of(&order.role) == Side::Seller { ReplyTo::Buyer } else { ReplyTo::Seller };
        Self { order: order.id.clone(), conversation: order.conversation_id.clone().unwrap_or_default(), to }
    }
}

/// What the two sides say to each other, and the way from there to support.
#[component]
fn Messages(talk: Talk, order: Fetched, now: Live<time::OffsetDateTime>) -> impl IntoView {
    let locale = i18n::locale();
    let owner = session::who().with_untracked(|who| who.owner().map(str::to_owned)).unwrap_or_default();
    let sign_in = paths::sign_in_to(&locale, &paths::order(&locale, &talk.order));
    let Talk { order: id, conversation, to } = talk;
    let writer = Writer { owner, conversation: conversation.clone(), order: id, to, sign_in };
    if conversation.is_empty() {
        return view! { <FirstMessageFlow writer=writer on_change=order.retry/> };
    }
    let path = urls::conversation(&conversation);
    let asked = fetched_anew(move || Some(path.clone()));
    let found = load::<Conversation>(asked);
    let known = Memo::new(move |before: Option<&Option<Conversation>>| match found.get() {
        Load::Ready(conversation) => Some(conversation),
        Load::Failed(_) | Load::Waiting => before.cloned().flatten(),
    });
    let change = Callback::new(move |()| {
        order.retry.run(());
        asked.retry.run(());
    });
    let go = go(false);
    let to_case = Callback::new(move |case: String| go(&paths::case(&i18n::locale(), &case)));
    view! {
        <ConversationFlow writer=writer can_post=live(|| true) on_change=change/>
        <EscalationFlow conversation=live(move || known.get()) now=now on_case=to_case on_change=change/>
    }
    .into_any()
}

/// What a deadline's end leads to is the backend's to say.
fn ask_again_when_a_deadline_is_over(order: Fetched, loaded: Memo<Load<Order>>, now: Live<time::OffsetDateTime>) {
    let ahead = Memo::new(move |_| match loaded.get() {
        Load::Ready(order) => clock::next(&order.deadlines, now()).map(|deadline| deadline.at),
        _ => None,
    });
    Effect::new(move |before: Option<Option<time::OffsetDateTime>>| {
        let ahead = ahead.get();
        // Only time moves it on to a later one or to none; a new answer that says the same is no end of a deadline.
        if before.flatten().is_some_and(|before| ahead.is_none_or(|ahead| ahead > before)) {
            order.retry.run(());
        }
        ahead
    });
}
