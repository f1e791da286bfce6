//! What a page of a person's own things shows: the things, or the way to sign in and straight back here.

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{
    arrival,
    head::{PageHead, set_head},
    trouble,
};
use crate::{
    components::{
        empty::Empty,
        load_state::{Load, Loaded, Shape},
    },
    erase::view,
    i18n,
    live::live,
    paths,
    session::{self, Who},
};

/// `title` says what signing in is for; `children` are made once somebody is signed in. Where `is_kept`, a session
/// that ends meanwhile takes nothing off the screen: somebody may be writing there.
#[component]
pub fn SignedIn(title: String, shape: Shape, #[prop(optional)] is_kept: bool, children: ChildrenFn) -> impl IntoView {
    let who = session::who();
    let is_somebody = Memo::new(move |before| match (who.get(), before) {
        (Who::Person(_), _) => Load::Ready(true),
        (_, Some(Load::Ready(true))) if is_kept => Load::Ready(true),
        (Who::Unknown, _) => Load::Waiting,
        (Who::Unreachable(error), _) => Load::Failed(trouble(&error)),
        (Who::Nobody, _) => Load::Ready(false),
    });
    let door = title.clone();
    set_head(move || {
        let title = match is_somebody.get() {
            // The things have a head of their own.
            Load::Waiting | Load::Ready(true) => return None,
            Load::Ready(false) => door.clone(),
            Load::Failed(trouble) => trouble.title(),
        };
        Some(PageHead { title, ..PageHead::default() })
    });
    let location = use_location();
    let here = move || location.pathname.get_untracked() + &location.search.with_untracked(|search| asked(search));
    let face = live(move || {
        is_somebody.get().map(|is_somebody| {
            if is_somebody {
                children()
            } else {
                view! { <Door title=title.clone() here=here()/> }
            }
        })
    });
    let retry = Callback::new(|()| {
        arrival::begin();
        session::retry();
    });
    view! { <Loaded face=face shape=shape is_page=true retry=retry/> }
}

#[component]
fn Door(title: String, here: String) -> impl IntoView {
    let locale = i18n::locale();
    view! {
        <Empty art="art-empty" title=title text=t!("signed-in-text") is_page=true>
            <a class="button" href=paths::sign_in_to(&locale, &here)>{t!("site-header-sign-in")}</a>
            <a class="button button--quiet" href=paths::sign_in_help(&locale)>{t!("signed-in-help")}</a>
        </Empty>
    }
}

/// The query as it stands in an address.
fn asked(search: &str) -> String {
    let search = search.trim_start_matches('?');
    if search.is_empty() { String::new() } else { ["?", search].concat() }
}
