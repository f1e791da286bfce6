//! What has to change before a form can be sent, at its top, each a way to its field. Focus comes here.

use leptos::prelude::*;

use crate::{erase::view, live::Live};

/// The id that focus moves to: there is one on each page.
pub const SUMMARY_ID: &str = "error-summary";

/// The id of a field, and what is wrong with it.
pub type Fault = (&'static str, String);

/// `on_go` gets the id of the field that somebody wants to mend.
#[component]
pub fn ErrorSummary(faults: Live<Vec<Fault>>, on_go: Callback<&'static str>) -> impl IntoView {
    move || {
        let faults = faults();
        (!faults.is_empty()).then(|| {
            let ways = faults.into_iter().map(|fault| view! { <Way fault=fault on_go=on_go/> }).collect::<Vec<_>>();
            view! {
                <div class="error-summary" id=SUMMARY_ID role="group" tabindex="-1" aria-labelledby="error-summary-title">
                    <h2 class="error-summary__title" id="error-summary-title">{t!("error-summary-title")}</h2>
                    <ul class="error-summary__list">{ways}</ul>
                </div>
            }
        })
    }
}

#[component]
fn Way(fault: Fault, on_go: Callback<&'static str>) -> impl IntoView {
    let (id, words) = fault;
    // Going by the address would leave a step for Back.
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        on_go.run(id);
    };
    view! {
        <li class="error-summary__item">
            <a class="error-summary__link" href=format!("#{id}") rel="external" on:click=go>{words}</a>
        </li>
    }
}
