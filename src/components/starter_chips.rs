//! Beginnings of a question, for those before whom an empty box is hard.

use leptos::prelude::*;

use crate::erase::view;

/// `on_choose` gets the words to begin with.
#[component]
pub fn StarterChips(is_about_order: bool, on_choose: Callback<String>) -> impl IntoView {
    let words = if is_about_order {
        [
            t!("starter-chips-not-arrived"),
            t!("starter-chips-damaged"),
            t!("starter-chips-different"),
            t!("starter-chips-return"),
            t!("starter-chips-payment"),
        ]
    } else {
        [
            t!("starter-chips-account"),
            t!("starter-chips-bidding"),
            t!("starter-chips-paying"),
            t!("starter-chips-selling"),
            t!("starter-chips-trust"),
        ]
    };
    let chips = words.into_iter().map(|words| chip(words, on_choose)).collect::<Vec<_>>();
    view! {
        <div class="starter-chips" role="group" aria-labelledby="starter-chips-title">
            <p class="starter-chips__title" id="starter-chips-title">{t!("starter-chips-title")}</p>
            <ul class="starter-chips__list">{chips}</ul>
        </div>
    }
}

fn chip(words: String, on_choose: Callback<String>) -> AnyView {
    let chosen = words.clone();
    view! {
        <li class="starter-chips__item">
            <button class="starter-chips__chip" type="button" on:click=move |_| on_choose.run(chosen.clone())>{words}</button>
        </li>
    }
}
