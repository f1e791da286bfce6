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
        page_heading::PageHeading,
    },
    erase::view,
    i18n,
    live::live,
    paths,
    session::{self, Who},
};

/// `title` says what signing in is for; `children` are made once somebody is signed in. Where `is_kept`, a session
/// that ends meanwhile takes nothing off the screen: somebody may be writing there. `name` is the page's title where
/// that is known before the things are: it stands from the first moment, and where scripts are off.
#[component]
pub fn SignedIn(
    title: String,
    shape: Shape,
    #[prop(optional)] name: String,
    #[prop(optional)] is_kept: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let who = session::who();
    let is_somebody = Memo::new(move |before| match (who.get(), before) {
        (Who::Person(_), _) => Load::Ready(true),
        (_, Some(Load::Ready(true))) if is_kept => Load::Ready(true),
        (Who::Unknown, _) => Load::Waiting,
        (Who::Unreachable(error), _) => Load::Failed(trouble(&error)),
        (Who::Nobody, _) => Load::Ready(false),
    });
    set_head_while(is_somebody, title.clone(), name.clone());
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
    let ask = session::retry();
    let retry = Callback::new(move |()| {
        arrival::begin();
        ask.run(());
    });
    let is_waiting = Memo::new(move |_| is_somebody.get() == Load::Waiting);
    move || {
        if is_waiting.get() && !name.is_empty() {
            return view! { <Waiting name=name.clone() shape=shape/> };
        }
        view! { <Loaded face=face.clone() shape=shape is_page=true retry=retry/> }
    }
}

/// The head while the things are not there: they have one of their own.
fn set_head_while(is_somebody: Memo<Load<bool>>, door: String, name: String) {
    set_head(move || {
        let title = match is_somebody.get() {
            // Prerendering never learns who it is.
            Load::Waiting if cfg!(feature = "ssr") => name.clone(),
            Load::Waiting | Load::Ready(true) => return None,
            Load::Ready(false) => door.clone(),
            Load::Failed(trouble) => trouble.title(),
        };
        Some(PageHead { title, ..PageHead::default() })
    });
}

/// Under its title, which is the same once the things are there.
#[component]
fn Waiting(name: String, shape: Shape) -> impl IntoView {
    view! {
        <PageHeading title=name/>
        <Loaded face=live(|| Load::Waiting) shape=shape is_page=false retry=Callback::new(|()| ())/>
    }
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
