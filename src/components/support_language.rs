//! In which language support answers: a setting of its own, and honest where the reader's own is not spoken.

use leptos::prelude::*;

use crate::{
    erase::view,
    i18n::{self, format},
    live::Live,
};

/// `on_choose` gets the tag of a language.
#[component]
pub fn SupportLanguage(languages: Vec<String>, chosen: Live<String>, on_choose: Callback<String>) -> impl IntoView {
    let own = i18n::locale();
    let honest = (!languages.contains(&own)).then(|| {
        view! { <p class="support-language__hint" id="support-language-hint">{t!("support-language-other", language = format::language(&own))}</p> }
    });
    let described = honest.is_some().then_some("support-language-hint");
    let entries = languages.into_iter().map(|tag| {
        let (chosen, own) = (chosen.clone(), tag.clone());
        view! { <option value=tag selected=move || chosen() == own>{format::language(&tag)}</option> }
    });
    let entries = entries.collect::<Vec<_>>();
    view! {
        <div class="support-language">
            <label class="support-language__label" for="support-language">{t!("support-language-label")}</label>
            {honest}
            <select
                class="support-language__select"
                id="support-language"
                aria-describedby=described
                on:change=move |event| on_choose.run(event_target_value(&event))
            >
                {entries}
            </select>
        </div>
    }
}
