//! Doors to the same page in other languages. Each is named in its own language and loads another document.

use crate::{erase::view, live::Live};
use leptos::prelude::*;

use super::icon::Icon;

/// One language: its tag, its name in itself, and the address of this page in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    pub tag: String,
    pub name: String,
    pub href: String,
    pub is_current: bool,
}

#[component]
pub fn LocaleSwitch(label: String, doors: Live<Vec<Door>>, keep_place: Callback<()>) -> impl IntoView {
    view! {
        <nav class="locale-switch" aria-label=label>
            <Icon name="globe"/>
            <ul class="locale-switch__list">
                {move || doors().into_iter().map(|door| view! { <LocaleDoor door=door keep_place=keep_place/> }).collect::<Vec<_>>()}
            </ul>
        </nav>
    }
}

#[component]
fn LocaleDoor(door: Door, keep_place: Callback<()>) -> impl IntoView {
    view! {
        <li class="locale-switch__item">
            <a
                class="locale-switch__link"
                href=door.href
                lang=door.tag.clone()
                hreflang=door.tag
                rel="external"
                aria-current=door.is_current.then_some("true")
                on:click=move |_| keep_place.run(())
            >
                {door.name}
            </a>
        </li>
    }
}
