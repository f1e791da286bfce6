//! How support will answer: the methods side by side, each with what to expect.

use contract::ContactMethod;
use leptos::prelude::*;
use rules::contact::ContactOption;

use crate::{erase::view, i18n::format, live::Live};

/// `on_choose` gets the word of the chosen method.
#[component]
pub fn ContactOptions(options: Vec<ContactOption>, chosen: Live<String>, on_choose: Callback<String>) -> impl IntoView {
    let entries = options.into_iter().map(|option| entry(option, chosen.clone(), on_choose)).collect::<Vec<_>>();
    view! {
        <fieldset class="contact-options">
            <legend class="contact-options__title">{t!("contact-options-title")}</legend>
            {entries}
        </fieldset>
    }
}

fn entry(option: ContactOption, chosen: Live<String>, on_choose: Callback<String>) -> AnyView {
    let word = option.method.word().to_owned();
    let (id, value, picked) = (format!("method-{word}"), word.clone(), word.clone());
    let details = format!("{id}-details");
    view! {
        <div class="contact-options__option">
            <input
                class="contact-options__radio"
                type="radio"
                name="method"
                id=id.clone()
                value=value
                disabled=!option.can_be_chosen
                aria-describedby=details.clone()
                prop:checked=move || chosen() == word
                on:change=move |_| on_choose.run(picked.clone())
            />
            <label class="contact-options__label" for=id>{name(&option.method)}</label>
            <p class="contact-options__details" id=details>{expectation(&option)}</p>
        </div>
    }
}

/// A method in words.
#[must_use]
pub fn name(method: &ContactMethod) -> String {
    match method {
        ContactMethod::Email => t!("contact-options-email"),
        ContactMethod::Chat => t!("contact-options-chat"),
        ContactMethod::Phone => t!("contact-options-phone"),
        ContactMethod::SellerMessage => t!("contact-options-seller"),
        ContactMethod::Other(word) => format::plain(word),
    }
}

fn expectation(option: &ContactOption) -> String {
    let Some(availability) = &option.availability else { return t!("contact-options-unknown") };
    match availability.expected_reply_s {
        Some(seconds) => t!("contact-options-reply", hours = hours(seconds)),
        None if option.can_be_chosen => t!("contact-options-available"),
        None => t!("contact-options-unavailable"),
    }
}

/// Whole hours, never fewer than one.
#[must_use]
pub fn hours(seconds: u64) -> u64 {
    seconds.div_ceil(3_600).max(1)
}
