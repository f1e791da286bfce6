//! Why somebody turns to support and not to the seller. Nobody has to say.

use contract::SellerReason;
use leptos::prelude::*;

use crate::{erase::view, i18n::format, live::Live};

/// The reasons, as the contract has them.
const ALL: [SellerReason; 5] = [
    SellerReason::NoReply,
    SellerReason::NoAgreement,
    SellerReason::Safety,
    SellerReason::RatherNot,
    SellerReason::SomethingElse,
];

/// `first` is said where nothing is chosen; `on_choose` gets the word of a reason, or nothing.
#[component]
pub fn SkipReason(
    id: &'static str,
    label: String,
    first: String,
    chosen: Live<String>,
    on_choose: Callback<String>,
) -> impl IntoView {
    let none = chosen.clone();
    let entries = ALL.map(|reason| {
        let (chosen, word) = (chosen.clone(), reason.word().to_owned());
        let own = word.clone();
        view! { <option value=word selected=move || chosen() == own>{name(&reason)}</option> }
    });
    view! {
        <div class="skip-reason">
            <label class="skip-reason__label" for=id>{label}</label>
            <select class="skip-reason__select" id=id on:change=move |event| on_choose.run(event_target_value(&event))>
                <option value="" selected=move || none().is_empty()>{first}</option>
                {entries.into_iter().collect::<Vec<_>>()}
            </select>
        </div>
    }
}

/// A reason in words.
#[must_use]
pub fn name(reason: &SellerReason) -> String {
    match reason {
        SellerReason::NoReply => t!("skip-reason-no-reply"),
        SellerReason::NoAgreement => t!("skip-reason-no-agreement"),
        SellerReason::Safety => t!("skip-reason-safety"),
        SellerReason::RatherNot => t!("skip-reason-rather-not"),
        SellerReason::SomethingElse => t!("skip-reason-something-else"),
        SellerReason::Other(word) => format::plain(word),
    }
}
