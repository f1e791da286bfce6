//! The way on when reading was not enough. Never missing, never a wall.

use crate::erase::view;
use leptos::prelude::*;

/// A title, a promise, and the door itself.
#[component]
pub fn ContactDoor(title: String, text: String, button: String, href: String) -> impl IntoView {
    view! {
        <section class="contact-door" aria-labelledby="door">
            <div class="contact-door__words">
                <h2 class="contact-door__title" id="door">{title}</h2>
                <p class="contact-door__text">{text}</p>
            </div>
            <a class="button contact-door__button" href=href>{button}</a>
        </section>
    }
}
