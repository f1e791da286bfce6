//! The first stop of the keyboard: past the header, to the page itself.

use crate::erase::view;
use leptos::prelude::*;

#[component]
pub fn SkipLink() -> impl IntoView {
    view! { <a class="skip-link" href="#main" rel="external">{t!("skip-link")}</a> }
}
