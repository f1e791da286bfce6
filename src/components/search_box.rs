//! A field to search with, and what fits while typing (ARIA combobox with a list).
//! It is a plain form as well: without scripts it leads to the list of all articles.

use leptos::{ev, prelude::*};
use rules::combobox::{Combobox, ComboboxEvent};

use super::icon::Icon;
use crate::{erase::view, i18n, live::Live, paths};

/// The id of the field: there is one on each page.
pub const FIELD_ID: &str = "search";
const LIST_ID: &str = "search-suggestions";

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// On the help home, with its label above.
    Large,
    /// Below the title of the results.
    Results,
    /// At the top of other pages.
    Compact,
}

/// A suggestion: its words, and the language they are in where that is not the page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub words: String,
    pub language: Option<String>,
}

/// What a person does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchEvent {
    Typed(String),
    Key(ComboboxEvent),
    /// Enter or the button, with what stands in the field.
    Sent,
    Chosen(usize),
}

/// `refused` is the sentence to show when the text cannot be searched for.
#[component]
pub fn SearchBox(
    variant: Variant,
    text: String,
    state: Live<Combobox>,
    suggestions: Live<Vec<Suggestion>>,
    refused: Live<Option<String>>,
    on_event: Callback<SearchEvent>,
) -> impl IntoView {
    let (class, label_class) = match variant {
        Variant::Large => ("search-box", "search-box__label"),
        Variant::Results => ("search-box", "visually-hidden"),
        Variant::Compact => ("search-box search-box--compact", "visually-hidden"),
    };
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        on_event.run(SearchEvent::Sent);
    };
    view! {
        <form class=class role="search" action=paths::articles(&i18n::locale()) method="get" on:submit=send>
            <label class=label_class for=FIELD_ID>{t!("search-box-label")}</label>
            <div class="search-box__field">
                <Field text=text state=state.clone() refused=refused.clone() on_event=on_event/>
                <button class="button search-box__submit" type="submit">
                    <Icon name="search"/>
                    <span class="search-box__submit-text">{t!("search-box-submit")}</span>
                </button>
            </div>
            <p class="search-box__error" id="search-error" role="alert">{move || refused()}</p>
            <Suggestions state=state suggestions=suggestions on_event=on_event/>
        </form>
    }
}

#[component]
fn Field(
    text: String,
    state: Live<Combobox>,
    refused: Live<Option<String>>,
    on_event: Callback<SearchEvent>,
) -> impl IntoView {
    let (active, pressed) = (state.clone(), state.clone());
    let described = refused.clone();
    view! {
        <input
            class="search-box__input"
            id=FIELD_ID
            name="q"
            type="search"
            value=text
            autocomplete="off"
            enterkeyhint="search"
            role="combobox"
            aria-autocomplete="list"
            aria-controls=LIST_ID
            aria-expanded=move || state().is_open().to_string()
            aria-activedescendant=move || active().active().map(option_id)
            aria-invalid=move || refused().map(|_| "true")
            aria-describedby=move || described().map(|_| "search-error")
            on:input=move |event| on_event.run(SearchEvent::Typed(event_target_value(&event)))
            on:keydown=move |event| press(&event, untrack(|| pressed()), on_event)
            on:blur=move |_| leave(on_event)
        />
    }
}

/// A focused field that is taken off the page loses focus too, when nobody listens any more.
fn leave(on_event: Callback<SearchEvent>) {
    let _ = on_event.try_run(SearchEvent::Key(ComboboxEvent::Left));
}

fn press(event: &ev::KeyboardEvent, state: Combobox, on_event: Callback<SearchEvent>) {
    let meant = match event.key().as_str() {
        "ArrowDown" => SearchEvent::Key(ComboboxEvent::Down),
        "ArrowUp" => SearchEvent::Key(ComboboxEvent::Up),
        "Escape" if state.is_open() => SearchEvent::Key(ComboboxEvent::Left),
        "Enter" => match state.active() {
            Some(index) => SearchEvent::Chosen(index),
            None => return,
        },
        _ => return,
    };
    // Escape would empty the field, the arrows would move the caret, Enter would send the form.
    event.prevent_default();
    on_event.run(meant);
}

#[component]
fn Suggestions(
    state: Live<Combobox>,
    suggestions: Live<Vec<Suggestion>>,
    on_event: Callback<SearchEvent>,
) -> impl IntoView {
    let open = state.clone();
    let options = move || {
        let suggestions = suggestions().into_iter().enumerate();
        suggestions
            .map(|(index, it)| view! { <Choice index=index suggestion=it state=state.clone() on_event=on_event/> })
            .collect::<Vec<_>>()
    };
    view! {
        <ul
            class="search-box__suggestions"
            id=LIST_ID
            role="listbox"
            aria-label=t!("search-box-suggestions")
            hidden=move || !open().is_open()
        >
            {options}
        </ul>
    }
}

#[component]
fn Choice(
    index: usize,
    suggestion: Suggestion,
    state: Live<Combobox>,
    on_event: Callback<SearchEvent>,
) -> impl IntoView {
    // The press would take focus from the field, and its blur would close the list before the click arrives.
    let keep_focus = |event: ev::MouseEvent| event.prevent_default();
    view! {
        <li
            class="search-box__suggestion"
            id=option_id(index)
            role="option"
            lang=suggestion.language
            aria-selected=move || (state().active() == Some(index)).to_string()
            on:mousedown=keep_focus
            on:click=move |_| on_event.run(SearchEvent::Chosen(index))
        >
            {suggestion.words}
        </li>
    }
}

/// The id of an option of the list.
#[must_use]
pub fn option_id(index: usize) -> String {
    format!("search-suggestion-{index}")
}
