//! The way to the pages of a list before and after this one.

use leptos::prelude::*;

use super::icon::Icon;
use crate::erase::view;

/// The addresses of the neighbouring pages; without either nothing is shown.
#[component]
pub fn Pager(newer: Option<String>, older: Option<String>) -> impl IntoView {
    if newer.is_none() && older.is_none() {
        return ().into_any();
    }
    let newer = newer.map(|href| {
        view! { <a class="button button--quiet" href=href rel="prev">{t!("pager-newer")}</a> }
    });
    let older = older.map(|href| {
        view! { <a class="button button--quiet pager__older" href=href rel="next">{t!("pager-older")} <Icon name="arrow-forward" class="icon--forward"/></a> }
    });
    view! { <nav class="pager" aria-label=t!("pager-label")>{newer} {older}</nav> }
}
