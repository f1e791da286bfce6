//! An address that leads nowhere, and the ways on from it.

use leptos::prelude::*;

use super::head::{PageHead, set_head};
use crate::{
    components::load_state::{Trouble, TroubleView},
    erase::view,
    flows::search::SearchFlow,
    live::live,
};

#[component]
pub fn NotFoundPage() -> impl IntoView {
    set_head(|| Some(PageHead { title: Trouble::NotFound.title(), ..PageHead::default() }));
    view! {
        <TroubleView trouble=Trouble::NotFound is_page=true retry=Callback::new(|()| ())/>
        <SearchFlow
            variant=crate::components::search_box::Variant::Results
            text=live(String::new)
            go=super::lead()
        />
    }
}
