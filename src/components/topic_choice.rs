//! What a question is about, if somebody wants to say so: it shows advice first and leads to a better answer.

use leptos::prelude::*;

use crate::{erase::view, live::Live};

/// `topics` are ids with their titles; the empty id is "something else". `is_closed` where what had been chosen cannot
/// be any more.
#[component]
pub fn TopicChoice(
    topics: Vec<(String, String)>,
    chosen: Live<String>,
    is_closed: Live<bool>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let other = (String::new(), t!("topic-choice-other"));
    let entry = |(id, title): (String, String)| option(id, title, chosen.clone(), on_choose);
    let entries = topics.into_iter().chain([other]).map(entry).collect::<Vec<_>>();
    view! {
        <fieldset class="topic-choice">
            <legend class="topic-choice__title">{t!("topic-choice-title")}</legend>
            {move || is_closed().then(|| view! { <p class="topic-choice__news" role="alert">{t!("topic-choice-closed")}</p> })}
            <div class="topic-choice__options">{entries}</div>
        </fieldset>
    }
}

fn option(id: String, title: String, chosen: Live<String>, on_choose: Callback<String>) -> AnyView {
    let (value, picked) = (id.clone(), id.clone());
    view! {
        <label class="topic-choice__option">
            <input
                class="topic-choice__radio"
                type="radio"
                name="topic"
                value=value
                prop:checked=move || chosen() == id
                on:change=move |_| on_choose.run(picked.clone())
            />
            <span>{title}</span>
        </label>
    }
}
