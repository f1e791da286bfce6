//! In place of every page of a person's own things, while the backend speaks another version of the contract.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::head::{PageHead, set_head};
use crate::{
    browser::dom,
    components::load_state::{Trouble, TroubleView},
    erase::view,
};

#[component]
pub fn ForeignPage() -> impl IntoView {
    set_head(|| Some(PageHead { title: Trouble::Version.title(), ..PageHead::default() }));
    let location = use_location();
    // Another document: it may be of the version that the backend speaks by then.
    let again = move |()| {
        let search = location.search.get_untracked();
        let query = if search.is_empty() { search } else { format!("?{}", search.trim_start_matches('?')) };
        dom::replace_document(&(location.pathname.get_untracked() + &query));
    };
    view! { <TroubleView trouble=Trouble::Version is_page=true retry=Callback::new(again)/> }
}
