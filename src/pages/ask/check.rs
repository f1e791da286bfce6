//! Fifth step: what support will see, line by line, before it is sent.

use contract::Order;
use leptos::prelude::*;

use super::{
    super::{go, load},
    Opened,
};
use crate::{
    api::{ApiError, fetched_anew, urls},
    browser::{dom, start::spawn},
    components::{
        load_state::Load,
        request_preview::{PreviewLine, RequestPreview},
    },
    erase::view,
    flows::ask::sending::{Sent, send},
    i18n,
    live::{Live, live},
    paths::{self, AskStep},
    session::{self, Who},
};

mod lines;

/// What became of the last attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Attempt {
    None,
    UnderWay,
    Failed(ApiError),
}

const NEWS_ID: &str = "send-news";

#[component]
pub fn Check(opened: Opened) -> impl IntoView {
    let who = session::who();
    let order = opened.draft.order.clone();
    let order = load::<Order>(fetched_anew(move || (!order.is_empty()).then(|| urls::order(&order))));
    let draft = RwSignal::new(opened.draft.clone());
    let owner = opened.owner.clone();
    let toggle = Callback::new(move |key: &'static str| {
        draft.update(|draft| {
            match draft.withheld.iter().position(|withheld| withheld == key) {
                Some(index) => drop(draft.withheld.remove(index)),
                None => draft.withheld.push(key.to_owned()),
            }
            draft.keep(&owner);
        });
        spawn(async move {
            crate::browser::timer::frame().await;
            dom::focus(&format!("line-{key}"));
        });
    });
    let shown = live(move || {
        let order = match order.get() {
            Load::Ready(order) => Some(order),
            Load::Waiting | Load::Failed(_) => None,
        };
        let who = who.get();
        let person = if let Who::Person(person) = &who { Some(person.as_ref()) } else { None };
        lines::lines(&draft.get(), person, order.as_ref())
    });
    view! {
        <p class="ask-check__lead">{t!("ask-check-lead")}</p>
        <RequestPreview lines=shown.clone() on_toggle=toggle/>
        <Send opened=opened draft=draft lines=shown/>
    }
    .into_any()
}

#[component]
fn Send(opened: Opened, draft: RwSignal<super::Draft>, lines: Live<Vec<PreviewLine>>) -> impl IntoView {
    let attempt = RwSignal::new(Attempt::None);
    let (go, change) = (go(true), opened.step(AskStep::Contact));
    let describe = opened.step(AskStep::Describe);
    let owner = StoredValue::new(opened.owner);
    let press = move |_| {
        if attempt.get_untracked() == Attempt::UnderWay {
            return;
        }
        attempt.set(Attempt::UnderWay);
        let (go, change, describe) = (go.clone(), change.clone(), describe.clone());
        let shown = untrack(|| lines::shared(&lines()));
        spawn(async move {
            let Some(owner) = owner.try_get_value() else { return };
            match send(&draft.get_untracked(), &owner, &shown).await {
                Sent::Done(case) => go(&paths::ask_sent(&i18n::locale(), &case)),
                Sent::MethodGone => go(&paths::with_news(&change, "method")),
                Sent::SlotGone => go(&paths::with_news(&change, "slot")),
                Sent::TopicGone => go(&paths::with_news(&describe, "topic")),
                Sent::PhoneRefused => go(&paths::with_news(&change, "phone")),
                Sent::SignedOut => fail(attempt, Attempt::Failed(ApiError::SignedOut)),
                Sent::Failed(error) => fail(attempt, Attempt::Failed(error)),
            }
        });
    };
    let is_busy = move || attempt.get() == Attempt::UnderWay;
    view! {
        <div class="ask-check__send">
            <div class="ask-check__news" id=NEWS_ID role="alert" tabindex="-1">{move || news(&attempt.get())}</div>
            <button class="button" type="button" aria-disabled=move || is_busy().to_string() on:click=press>
                {move || if is_busy() { t!("ask-check-sending") } else { t!("ask-check-button") }}
            </button>
        </div>
    }
}

fn fail(attempt: RwSignal<Attempt>, news: Attempt) {
    if attempt.try_set(news).is_none() {
        spawn(async {
            crate::browser::timer::frame().await;
            dom::focus(NEWS_ID);
        });
    }
}

/// What is so, and the way out; the request stays as it is.
fn news(attempt: &Attempt) -> Option<AnyView> {
    let words = match attempt {
        Attempt::None | Attempt::UnderWay => return None,
        Attempt::Failed(ApiError::SignedOut) => {
            let next = dom::address();
            let href = paths::sign_in_to(&i18n::locale(), &next);
            return Some(
                view! { <p>{t!("ask-check-signed-out")} " " <a href=href>{t!("site-header-sign-in")}</a></p> },
            );
        }
        Attempt::Failed(ApiError::Offline) => t!("ask-check-offline"),
        Attempt::Failed(ApiError::Refused(_) | ApiError::NotFound) => t!("ask-check-refused"),
        Attempt::Failed(_) => t!("ask-check-failed"),
    };
    Some(view! { <p>{words}</p> })
}
