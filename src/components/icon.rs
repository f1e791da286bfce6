//! A picture from the sprite. Always beside words, so it is hidden from screen readers.

use crate::erase::view;
use leptos::prelude::*;

/// An icon in the size of the text around it.
#[component]
pub fn Icon(name: &'static str, #[prop(optional)] class: Option<&'static str>) -> impl IntoView {
    let class = class.map_or_else(|| "icon".to_owned(), |class| format!("icon {class}"));
    view! {
        <svg class=class aria-hidden="true">
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
}

/// A drawing of its own size, from the same sprite.
#[component]
pub fn Drawing(name: String, class: &'static str, view_box: &'static str) -> impl IntoView {
    view! {
        <svg class=class viewBox=view_box aria-hidden="true">
            <use href=format!("/icons.svg#{name}")></use>
        </svg>
    }
}
