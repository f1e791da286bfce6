//! A face for a place with nothing in it: a drawing, what is so, and a way on.

use crate::erase::view;
use leptos::prelude::*;

use super::icon::Drawing;

/// `is_page` where it is the whole page, and its title therefore the page's.
#[component]
pub fn Empty(art: &'static str, title: String, text: String, is_page: bool, children: Children) -> impl IntoView {
    let heading = if is_page {
        view! { <h1 class="empty__title" id="page-title" tabindex="-1">{title}</h1> }
    } else {
        view! { <h2 class="empty__title">{title}</h2> }
    };
    view! {
        <div class="empty">
            <Drawing name=art.to_owned() class="empty__art" view_box="0 0 160 120"/>
            {heading}
            <p class="empty__text">{text}</p>
            <div class="empty__actions">{children()}</div>
        </div>
    }
}
