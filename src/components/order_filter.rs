//! Which orders are shown: as buyer or as seller, in which state, with which words.
//! Nothing changes before the button is pressed, so a choice can be looked through with the keyboard.

use contract::OrderState;
use leptos::{ev, prelude::*};
use rules::order::Side;

use super::order_state;
use crate::{erase::view, live::Live};

const STATE_ID: &str = "order-filter-state";
const TEXT_ID: &str = "order-filter-text";

/// What is looked for; an empty word asks for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderChoice {
    /// A word of [`OrderState`].
    pub state: String,
    pub text: String,
}

/// What has been changed of a choice and not sent yet.
#[derive(Clone, Default)]
struct Draft {
    of: OrderChoice,
    state: Option<String>,
    text: Option<String>,
}

impl Draft {
    /// The draft of this choice: what was changed of another one is gone from the fields, and so from here.
    fn of(&mut self, choice: &OrderChoice) -> &mut Self {
        if self.of != *choice {
            *self = Self { of: choice.clone(), ..Self::default() };
        }
        self
    }
}

/// `sides` are the sides that the person can look from, each with its address; one alone is not offered.
#[component]
pub fn OrderFilter(
    sides: Vec<(Side, String)>,
    side: Live<Side>,
    choice: Live<OrderChoice>,
    on_choose: Callback<OrderChoice>,
) -> impl IntoView {
    let draft = StoredValue::new(Draft::default());
    let (sent, seen, heard) = (choice.clone(), choice.clone(), choice.clone());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let before = untrack(|| sent());
        let Draft { state, text, .. } = draft.try_update_value(|draft| draft.of(&before).clone()).unwrap_or_default();
        let text = text.unwrap_or(before.text).trim().to_owned();
        on_choose.run(OrderChoice { state: state.unwrap_or(before.state), text });
    };
    let on_state = Callback::new(move |state| {
        draft.update_value(|draft| draft.of(&untrack(|| seen())).state = Some(state));
    });
    let on_text = Callback::new(move |text| {
        draft.update_value(|draft| draft.of(&untrack(|| heard())).text = Some(text));
    });
    let tabs = (sides.len() > 1).then(|| view! { <Sides sides=sides side=side.clone()/> });
    view! {
        <div class="order-filter">
            {tabs}
            <form class="order-filter__form" role="search" aria-label=t!("order-filter-label") on:submit=send>
                <StateField side=side choice=choice.clone() on_state=on_state/>
                <TextField choice=choice on_text=on_text/>
                <button class="button button--quiet order-filter__submit" type="submit">
                    {t!("order-filter-submit")}
                </button>
            </form>
        </div>
    }
}

#[component]
fn Sides(sides: Vec<(Side, String)>, side: Live<Side>) -> impl IntoView {
    let tab = |(of, href): (Side, String)| {
        let side = side.clone();
        let words = match of {
            Side::Buyer => t!("order-filter-buyer"),
            Side::Seller => t!("order-filter-seller"),
        };
        let current = move || (side() == of).then_some("page");
        view! { <li><a class="order-filter__side" href=href aria-current=current>{words}</a></li> }
    };
    view! {
        <nav class="order-filter__sides" aria-labelledby="order-filter-sides">
            <p class="order-filter__label" id="order-filter-sides">{t!("order-filter-sides")}</p>
            <ul class="order-filter__tabs">{sides.into_iter().map(tab).collect::<Vec<_>>()}</ul>
        </nav>
    }
}

#[component]
fn StateField(side: Live<Side>, choice: Live<OrderChoice>, on_state: Callback<String>) -> impl IntoView {
    let option = move |word: &'static str| {
        let (side, choice) = (side.clone(), choice.clone());
        let words = move || order_state::words(&OrderState::from(word.to_owned()), side());
        view! { <option value=word prop:selected=move || choice().state == word>{words}</option> }
    };
    view! {
        <div class="order-filter__field">
            <label class="order-filter__label" for=STATE_ID>{t!("order-filter-state")}</label>
            <select
                class="order-filter__input"
                id=STATE_ID
                name="state"
                on:change=move |event| on_state.run(event_target_value(&event))
            >
                <option value="">{t!("order-filter-any-state")}</option>
                {OrderState::KNOWN.iter().copied().map(option).collect::<Vec<_>>()}
            </select>
        </div>
    }
}

#[component]
fn TextField(choice: Live<OrderChoice>, on_text: Callback<String>) -> impl IntoView {
    view! {
        <div class="order-filter__field order-filter__field--text">
            <label class="order-filter__label" for=TEXT_ID>{t!("order-filter-text")}</label>
            <input
                class="order-filter__input"
                id=TEXT_ID
                name="q"
                type="search"
                maxlength=contract::QUERY_MAX_CHARS.to_string()
                autocomplete="off"
                enterkeyhint="search"
                prop:value=move || choice().text
                on:input=move |event| on_text.run(event_target_value(&event))
            />
        </div>
    }
}
