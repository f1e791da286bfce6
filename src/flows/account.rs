//! Signing out: asked first where something unfinished would go with it.

use contract::Person;
use leptos::prelude::*;
use rules::sign_out::{SignOut, SignOutEvent, step};

use super::{ask::draft, reply, sign_in::go_to};
use crate::{
    api::ApiError,
    browser::{start::spawn, timer},
    components::account_summary::{AccountEvent, AccountSummary, QUESTION_ID},
    erase::view,
    live::live,
    session,
};

/// `on_left` leads on: nobody is signed in any more, and nothing of the person is on the device.
#[component]
pub fn AccountFlow(person: Person, on_left: Callback<()>) -> impl IntoView {
    let state = RwSignal::new(SignOut::SignedIn);
    let unfinished = RwSignal::new(0);
    let owner = person.id;
    let on_event = Callback::new(move |event| {
        let owner = owner.clone();
        spawn(async move {
            let found = draft::all(&owner).await.len() + reply::unfinished(&owner);
            if unfinished.try_set(found).is_none() {
                happen(state, found, event, on_left);
            }
        });
    });
    view! {
        <AccountSummary
            name=person.display_name
            email=person.email_masked
            unfinished=live(move || unfinished.get())
            state=live(move || state.get())
            on_event=on_event
        />
    }
}

fn happen(state: RwSignal<SignOut>, unfinished: usize, event: AccountEvent, on_left: Callback<()>) {
    let event = match event {
        AccountEvent::SignOut => SignOutEvent::Asked { unfinished },
        AccountEvent::Confirmed => SignOutEvent::Confirmed,
        AccountEvent::Stayed => SignOutEvent::Stayed,
    };
    let before = state.get_untracked();
    let after = step(before, event);
    if before == after {
        return;
    }
    state.set(after);
    match after {
        SignOut::Leaving => spawn(async move {
            match session::sign_out().await {
                Ok(()) => on_left.run(()),
                // It was over already; only the device is left to clear.
                Err(ApiError::SignedOut) => {
                    session::forget().await;
                    on_left.run(());
                }
                Err(_) => drop(state.try_update(|state| *state = step(*state, SignOutEvent::Refused))),
            }
        }),
        SignOut::Asking => spawn(async {
            timer::frame().await;
            go_to(QUESTION_ID);
        }),
        SignOut::SignedIn | SignOut::Failed => {}
    }
}
