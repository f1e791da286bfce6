//! What stands around every page: the notices of the day, the header, and the doors to other languages.

use contract::{Meta, Notice};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::arrival;
use crate::{
    browser::place,
    components::{locale_switch::Door, notice_strip::NoticeStrip, site_header::SiteHeader},
    erase::view,
    i18n,
    live::live,
    paths::{self, Place},
    session,
};

/// The top of every page.
#[component]
pub fn Header() -> impl IntoView {
    arrival::watch();
    let meta = super::meta();
    let location = use_location();
    let doors = live(move || doors(meta.get().as_ref(), &location.pathname.get(), &location.search.get()));
    let notices = live(move || meta.get().map(|meta| notices(meta.notices)).unwrap_or_default());
    let current = live(move || header_place(paths::place(&location.pathname.get(), &i18n::locale())));
    view! {
        <NoticeStrip notices=notices/>
        <SiteHeader locale=i18n::locale() current=current doors=doors keep_place=Callback::new(|()| place::keep()) is_signed_in=session::hint()/>
    }
}

/// Each notice in the page's language, where it is there in that; else in the one that it has.
fn notices(all: Vec<Notice>) -> Vec<Notice> {
    let here = i18n::locale();
    let is_translated = |notice: &Notice| all.iter().any(|other| other.id == notice.id && other.locale == here);
    all.iter().filter(|notice| notice.locale == here || !is_translated(notice)).cloned().collect()
}

/// The header's stop that a place belongs to: all that is read belongs to the help centre.
fn header_place(place: Place) -> Place {
    match place {
        Place::Orders | Place::Order(_) => Place::Orders,
        Place::Cases | Place::Case(_) => Place::Cases,
        Place::SignIn | Place::SignInHelp | Place::Account => Place::SignIn,
        _ => Place::Home,
    }
}

/// One door for each language that the backend has, to the page that is shown.
fn doors(meta: Option<&Meta>, path: &str, search: &str) -> Vec<Door> {
    let here = i18n::locale();
    let query = if search.is_empty() { String::new() } else { format!("?{}", search.trim_start_matches('?')) };
    let locales = meta.map(|meta| meta.locales.as_slice()).unwrap_or_default();
    locales
        .iter()
        .map(|locale| Door {
            tag: locale.tag.clone(),
            name: locale.name.clone(),
            href: format!("{}{query}", paths::in_locale(path, &locale.tag)),
            is_current: locale.tag == here,
        })
        .collect()
}
