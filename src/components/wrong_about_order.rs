//! "This is wrong about my order": a small choice beside an answer that rests on one, with room to say what is wrong.

use leptos::prelude::*;
use rules::doubt::Doubt;

use super::{field::FieldWords, icon::Icon, text_area::TextArea};
use crate::{erase::view, live::Live};

/// Where one types what is wrong.
pub const FIELD_ID: &str = "wrong-about-order";
/// Where it is said that it is noted.
pub const NEWS_ID: &str = "wrong-about-order-news";

/// `on_press` says it, and sends what was written; `error` is what is wrong with that.
#[component]
pub fn WrongAboutOrder(
    state: Live<Doubt>,
    note: Live<String>,
    error: Live<Option<String>>,
    on_input: Callback<String>,
    on_press: Callback<()>,
) -> impl IntoView {
    let (opening, news) = (state.clone(), state.clone());
    let is_unsaid = move || opening() == Doubt::Unsaid;
    // Built once: what is typed there stays while it is sent.
    let is_open = Memo::new({
        let state = state.clone();
        move |_| !matches!(state(), Doubt::Unsaid | Doubt::Noted)
    });
    let form = move || {
        let (state, note, error) = (state.clone(), note.clone(), error.clone());
        is_open.get().then(move || room(state, note, error, on_input, on_press))
    };
    view! {
        <div class="wrong-about-order">
            <button
                class="button button--quiet"
                type="button"
                hidden=move || !is_unsaid()
                on:click=move |_| on_press.run(())
            >
                {t!("wrong-about-order-say")}
            </button>
            {form}
            <div class="wrong-about-order__news" id=NEWS_ID role="status" tabindex="-1">{move || said(news())}</div>
        </div>
    }
}

fn room(
    state: Live<Doubt>,
    note: Live<String>,
    error: Live<Option<String>>,
    on_input: Callback<String>,
    on_press: Callback<()>,
) -> AnyView {
    let (locked, busy) = (state.clone(), state);
    let words =
        FieldWords { id: FIELD_ID, label: t!("wrong-about-order-label"), hint: Some(t!("wrong-about-order-hint")) };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_press.run(());
    };
    let is_locked = crate::live::live(move || locked() == Doubt::Sending);
    let is_sending = move || busy() == Doubt::Sending;
    let label = is_sending.clone();
    view! {
        <form class="wrong-about-order__room" novalidate on:submit=send>
            <TextArea words=words value=note error=error is_locked=is_locked on_input=on_input/>
            <button class="button button--quiet" type="submit" aria-disabled=move || is_sending().to_string()>
                {move || if label() { t!("wrong-about-order-sending") } else { t!("wrong-about-order-send") }}
            </button>
        </form>
    }
    .into_any()
}

fn said(state: Doubt) -> Option<AnyView> {
    match state {
        Doubt::Noted => {
            Some(view! { <p class="wrong-about-order__noted"><Icon name="check"/> {t!("wrong-about-order-noted")}</p> })
        }
        Doubt::Failed => Some(view! { <p>{t!("wrong-about-order-failed")}</p> }),
        Doubt::Unsaid | Doubt::Saying | Doubt::Sending => None,
    }
}
