//! The picture of an object. Its title always stands beside it, so it says nothing to screen readers.

use leptos::prelude::*;

use super::icon::Drawing;
use crate::erase::view;

/// `picture` is an address that the browser can load as it is; without one the place is kept.
#[component]
pub fn ObjectPicture(picture: Option<String>) -> impl IntoView {
    match picture {
        Some(address) => view! {
            <img class="object-picture" src=address alt="" width="320" height="320" loading="lazy" decoding="async"/>
        },
        None => view! {
            <span class="object-picture object-picture--none">
                <Drawing name="buying".to_owned() class="object-picture__stand-in" view_box="0 0 24 24"/>
            </span>
        },
    }
}
