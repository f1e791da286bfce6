//! One object, in the simplest form that is of use: what it is, whose, and the way to ask about it.
//! Looking at it is remembered, so that it can be chosen when asking.

use contract::Object;
use leptos::prelude::*;

use super::{
    Loading, Top,
    head::{PageHead, set_head_of},
    home_crumb, load, retry_page,
};
use crate::{
    api::{self, fetched_anew, urls},
    browser::start::spawn,
    components::{
        empty::Empty,
        load_state::{Load, Loaded, Shape, Trouble},
        object_view::ObjectView,
    },
    erase::view,
    i18n,
    live::live,
    paths,
    session::{self, Who},
};

#[component]
pub fn ObjectPage(id: String) -> impl IntoView {
    let path = urls::object(&id);
    let fetched = fetched_anew(move || Some(path.clone()));
    let object = load::<Object>(fetched);
    set_head_of(move || match object.get() {
        Load::Failed(Trouble::NotFound) => {
            Load::Ready(PageHead { title: t!("object-gone-title"), ..PageHead::default() })
        }
        object => object.map(|object| PageHead { title: object.title, ..PageHead::default() }),
    });
    remember(id, object);
    let face = live(move || match object.get() {
        Load::Failed(Trouble::NotFound) => Load::Ready(view! { <Gone/> }),
        object => object.map(|object| view! { <ObjectView object=api::with_picture(object)/> }),
    });
    view! {
        <Top crumbs=vec![home_crumb()]/>
        <Loaded face=face shape=Shape::Article is_page=true retry=retry_page(fetched)/>
    }
}

/// It was sold long ago, taken off, or never there: which of these is not known.
#[component]
fn Gone() -> impl IntoView {
    let locale = i18n::locale();
    view! {
        <Empty art="art-lost" title=t!("object-gone-title") text=t!("object-gone-text") is_page=true>
            <a class="button" href=paths::ask(&locale, None)>{t!("ask-title")}</a>
            <a class="button button--quiet" href=paths::home(&locale)>{t!("load-state-home")}</a>
        </Empty>
    }
}

/// Once it is there, and known who looks. It is a help for later: nobody misses it if it fails.
fn remember(id: String, object: Loading<Object>) {
    let who = session::who();
    let is_seen =
        Memo::new(move |_| matches!(object.get(), Load::Ready(_)) && matches!(who.get(), Who::Person(_) | Who::Nobody));
    Effect::new(move |_| {
        if is_seen.get() {
            let url = urls::recent_object(&id);
            spawn(async move {
                let _ = api::put(&url, &()).await;
            });
        }
    });
}
