//! Pages that need a signed-in person, before a backend offers that: what is so, and what can be done meanwhile.

use leptos::prelude::*;

use super::{
    Top,
    head::{PageHead, set_head},
    home_crumb,
};
use crate::{components::empty::Empty, erase::view, i18n, paths};

#[component]
pub fn OrdersPage() -> impl IntoView {
    view! { <WaitingRoom title=t!("site-header-orders") text=t!("waiting-room-orders")/> }
}

#[component]
fn WaitingRoom(title: String, text: String) -> impl IntoView {
    let head = PageHead { title: title.clone(), ..PageHead::default() };
    set_head(move || Some(head.clone()));
    view! {
        <Top crumbs=vec![home_crumb()]/>
        <Empty art="art-empty" title=title text=text is_page=true>
            <a class="button" href=paths::ask(&i18n::locale(), None)>{t!("ask-title")}</a>
            <a class="button button--quiet" href=paths::articles(&i18n::locale())>{t!("site-footer-articles")}</a>
        </Empty>
    }
}
