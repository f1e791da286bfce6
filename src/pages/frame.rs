//! What stands around every page: the notices of the day, the header, and the doors to other languages.

use contract::{Meta, Notice, NoticeTone};
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
    let notices = live(move || {
        let told = meta.get().map(|meta| notices(meta.notices)).unwrap_or_default();
        own_notice().into_iter().chain(told).collect()
    });
    let sign_in = live(move || sign_in(&location.pathname.get(), &location.search.get()));
    let current = live(move || header_place(paths::place(&location.pathname.get(), &i18n::locale())));
    view! {
        <NoticeStrip notices=notices/>
        <SiteHeader
            current=current
            doors=doors
            keep_place=Callback::new(|()| place::keep())
            sign_in=sign_in
            is_signed_in=session::hint()
        />
    }
}

/// Each notice in the page's language, where it is there in that; else in the one that it has.
fn notices(all: Vec<Notice>) -> Vec<Notice> {
    let here = i18n::locale();
    let is_translated = |notice: &Notice| all.iter().any(|other| other.id == notice.id && other.locale == here);
    all.iter().filter(|notice| notice.locale == here || !is_translated(notice)).cloned().collect()
}

/// Where the backend speaks another version: articles that are here can be read, and little else works.
fn own_notice() -> Option<Notice> {
    super::is_foreign().then(|| Notice {
        id: "version".to_owned(),
        tone: NoticeTone::Warning,
        locale: i18n::locale(),
        text: t!("load-state-version-text"),
        until: None,
    })
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
    let query = query(search);
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

/// The way to sign in, and straight back to the page that is shown.
fn sign_in(path: &str, search: &str) -> String {
    let (locale, here) = (i18n::locale(), [path, query(search).as_str()].concat());
    match paths::place(path, &locale) {
        // Whoever is there already goes back to where they came from.
        Place::SignIn => here,
        Place::SignInHelp | Place::Account | Place::Unknown => paths::sign_in(&locale),
        _ => paths::sign_in_to(&locale, &here),
    }
}

/// The query as it stands in an address.
fn query(search: &str) -> String {
    if search.is_empty() { String::new() } else { format!("?{}", search.trim_start_matches('?')) }
}
