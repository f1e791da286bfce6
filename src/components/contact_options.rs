//! How support will answer: the methods side by side, each with what to expect, those that are closed with why.

use contract::ContactMethod;
use leptos::prelude::*;
use rules::contact::ContactOption;

use super::contact_details::ContactDetails;
use crate::{
    erase::view,
    i18n::format,
    live::{Live, live},
};
use time::OffsetDateTime;

/// What the methods are said with, beside the methods themselves.
#[derive(Clone)]
pub struct Around {
    /// The team's time zone, an IANA name.
    pub zone: Live<String>,
    pub now: Live<OffsetDateTime>,
}

/// `on_choose` gets the word of the chosen method. Their order stays as it was first: nothing moves under a finger.
#[component]
pub fn ContactOptions(
    options: Live<Vec<ContactOption>>,
    around: Around,
    chosen: Live<String>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let all = options.clone();
    let words = Memo::new(move |before: Option<&Vec<String>>| in_order(before, &all()));
    let entries = move || {
        let entry = |word: String| entry(word, options.clone(), &around, chosen.clone(), on_choose);
        words.get().into_iter().map(entry).collect::<Vec<_>>()
    };
    view! {
        <fieldset class="contact-options">
            <legend class="contact-options__title">{t!("contact-options-title")}</legend>
            {entries}
        </fieldset>
    }
}

/// The methods that were there before in their order, then those that are new.
fn in_order(before: Option<&Vec<String>>, options: &[ContactOption]) -> Vec<String> {
    let words: Vec<String> = options.iter().map(|option| option.method.word().to_owned()).collect();
    let kept: Vec<String> = before.into_iter().flatten().filter(|word| words.contains(word)).cloned().collect();
    let new: Vec<String> = words.into_iter().filter(|word| !kept.contains(word)).collect();
    [kept, new].concat()
}

fn entry(
    word: String,
    options: Live<Vec<ContactOption>>,
    around: &Around,
    chosen: Live<String>,
    on_choose: Callback<String>,
) -> AnyView {
    let wanted = word.clone();
    let option = Memo::new(move |_| options().into_iter().find(|option| option.method.word() == wanted));
    let is_closed = move || option.get().is_none_or(|option| !option.can_be_chosen);
    let id = format!("method-{word}");
    let details = format!("{id}-details");
    let (value, picked, label) = (word.clone(), word.clone(), name(&ContactMethod::from(word.clone())));
    let around = around.clone();
    let shown = live(move || {
        let (zone, now) = ((around.zone)(), (around.now)());
        option.get().map(|option| view! { <ContactDetails option=option zone=zone now=now/> })
    });
    view! {
        <div class="contact-options__option">
            <input
                class="contact-options__radio"
                type="radio"
                name="method"
                id=id.clone()
                value=value
                disabled=is_closed
                aria-describedby=details.clone()
                prop:checked=move || chosen() == word
                on:change=move |_| on_choose.run(picked.clone())
            />
            <label class="contact-options__label" for=id>{label}</label>
            <div class="contact-options__details" id=details>{move || shown()}</div>
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
