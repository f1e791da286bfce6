//! Who is signed in on this device, and the way out. What is not finished goes with it, so that is asked first.

use leptos::prelude::*;
use rules::sign_out::SignOut;

use super::icon::Icon;
use crate::{erase::view, live::Live};

/// The id that focus moves to when leaving is asked about.
pub const QUESTION_ID: &str = "sign-out-question";

/// What a person does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountEvent {
    SignOut,
    Confirmed,
    Stayed,
}

/// `email` is masked; `unfinished` counts the requests that signing out would remove.
#[component]
pub fn AccountSummary(
    name: String,
    email: String,
    unfinished: Live<usize>,
    state: Live<SignOut>,
    on_event: Callback<AccountEvent>,
) -> impl IntoView {
    view! {
        <section class="account-summary" aria-label=t!("account-summary-label")>
            <p class="account-summary__name"><Icon name="person"/><bdi>{name}</bdi></p>
            <p class="account-summary__email"><bdi>{email}</bdi></p>
            {move || match state() {
                SignOut::Asking => view! { <Question unfinished=unfinished() on_event=on_event/> },
                state => view! { <Way state=state on_event=on_event/> },
            }}
        </section>
    }
}

#[component]
fn Way(state: SignOut, on_event: Callback<AccountEvent>) -> impl IntoView {
    let is_busy = state == SignOut::Leaving;
    let words = if is_busy { t!("account-summary-leaving") } else { t!("account-summary-sign-out") };
    let failed = state == SignOut::Failed;
    view! {
        <div role="alert">
            {failed.then(|| view! { <p class="account-summary__failed">{t!("account-summary-failed")}</p> })}
        </div>
        <button
            class="button button--quiet"
            type="button"
            aria-disabled=is_busy.then_some("true")
            on:click=move |_| on_event.run(AccountEvent::SignOut)
        >
            {words}
        </button>
    }
}

#[component]
fn Question(unfinished: usize, on_event: Callback<AccountEvent>) -> impl IntoView {
    let leave = t!("account-summary-confirm", count = unfinished);
    view! {
        <div class="account-summary__question" role="group" aria-labelledby=QUESTION_ID>
            <p class="account-summary__warning" id=QUESTION_ID tabindex="-1">
                {t!("account-summary-unfinished", count = unfinished)}
            </p>
            <div class="account-summary__answers">
                <button class="button" type="button" on:click=move |_| on_event.run(AccountEvent::Stayed)>
                    {t!("account-summary-stay")}
                </button>
                <button class="button button--quiet" type="button" on:click=move |_| on_event.run(AccountEvent::Confirmed)>
                    {leave}
                </button>
            </div>
        </div>
    }
}
