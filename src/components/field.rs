//! What stands around every field: its label above, a hint, and what is wrong with it, tied to it for readers.

use leptos::prelude::*;

use super::icon::Icon;
use crate::{erase::view, live::Live};

/// A field's name on the page, and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldWords {
    /// The id of what is typed into.
    pub id: &'static str,
    pub label: String,
    /// What helps before one has typed.
    pub hint: Option<String>,
}

impl FieldWords {
    /// A field that its label says enough of.
    #[must_use]
    pub fn plain(id: &'static str, label: String) -> Self {
        Self { id, label, hint: None }
    }

    fn hint_id(&self) -> String {
        format!("{}-hint", self.id)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }
}

/// What a field is described by: its hint and, while there is one, its error.
pub fn described_by(words: &FieldWords, error: Live<Option<String>>) -> Live<Option<String>> {
    let hint = words.hint.is_some().then(|| words.hint_id());
    let error_id = words.error_id();
    crate::live::live(move || match (&hint, error().is_some()) {
        (None, false) => None,
        (Some(hint), false) => Some(hint.clone()),
        (None, true) => Some(error_id.clone()),
        (Some(hint), true) => Some(format!("{hint} {error_id}")),
    })
}

/// The children are what is typed into.
#[component]
pub fn Field(words: FieldWords, error: Live<Option<String>>, children: Children) -> impl IntoView {
    let (hint_id, error_id) = (words.hint_id(), words.error_id());
    let is_wrong = error.clone();
    let class = move || if is_wrong().is_some() { "field field--wrong" } else { "field" };
    view! {
        <div class=class>
            <label class="field__label" for=words.id>{words.label}</label>
            {words.hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
            <div class="field__error" id=error_id>
                {move || error().map(|words| view! { <p class="field__fault"><Icon name="warning"/>{words}</p> })}
            </div>
            {children()}
        </div>
    }
}
