//! One line to type into.

use leptos::prelude::*;

use super::field::{Field, FieldWords, described_by};
use crate::{erase::view, live::Live};

/// What is typed into it: which keys a phone offers, and what a browser fills in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// An address that somebody signs in with.
    Account,
    /// An address to answer to.
    Email,
    /// A number to call.
    Phone,
}

impl Kind {
    fn input(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Text => ("text", "text", "off"),
            Self::Account => ("email", "email", "username"),
            Self::Email => ("email", "email", "email"),
            Self::Phone => ("tel", "tel", "tel"),
        }
    }
}

/// `error` is the sentence to show while the text cannot be taken.
#[component]
pub fn TextField(
    words: FieldWords,
    kind: Kind,
    value: Live<String>,
    error: Live<Option<String>>,
    on_input: Callback<String>,
) -> impl IntoView {
    let (id, described) = (words.id, described_by(&words, error.clone()));
    let is_wrong = error.clone();
    let (input_type, mode, autocomplete) = kind.input();
    view! {
        <Field words=words error=error>
            <input
                class="text-field"
                id=id
                name=id
                type=input_type
                inputmode=mode
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                prop:value=move || value()
                aria-invalid=move || is_wrong().map(|_| "true")
                aria-describedby=move || described()
                on:input=move |event| on_input.run(event_target_value(&event))
            />
        </Field>
    }
}
