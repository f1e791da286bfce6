//! An address that leads nowhere, and the ways on from it.

use crate::erase::view;
use leptos::prelude::*;

use super::head::{PageHead, set_head};
use crate::{
    components::load_state::{Trouble, TroubleView},
    flows::search::SearchFlow,
};

#[component]
pub fn NotFoundPage() -> impl IntoView {
    set_head(|| Some(PageHead { title: Trouble::NotFound.title(), ..PageHead::default() }));
    view! {
        <TroubleView trouble=Trouble::NotFound is_page=true retry=Callback::new(|()| ())/>
        <SearchFlow
            variant=crate::components::search_box::Variant::Results
            text=Signal::stored(String::new())
            go=super::lead()
        />
    }
}
