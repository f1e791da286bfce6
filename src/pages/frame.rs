//! What stands around every page: the notices of the day, the header, and the doors to other languages.

use contract::Meta;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::arrival;
use crate::{
    browser::place,
    components::{
        locale_switch::Door,
        notice_strip::NoticeStrip,
        site_header::{Place, SiteHeader},
    },
    i18n, paths,
};

/// The top of every page.
#[component]
pub fn Header() -> impl IntoView {
    arrival::watch();
    let meta = super::meta();
    let location = use_location();
    let doors = Memo::new(move |_| doors(meta.get().as_ref(), &location.pathname.get(), &location.search.get()));
    let notices = Memo::new(move |_| meta.get().map(|meta| meta.notices).unwrap_or_default());
    view! {
        <NoticeStrip notices=notices.into()/>
        <SiteHeader
            locale=i18n::locale()
            current=Signal::derive(move || place_of(&location.pathname.get()))
            doors=doors.into()
            keep_place=Callback::new(|()| place::keep())
        />
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

fn place_of(path: &str) -> Place {
    let locale = i18n::locale();
    let is = |place: fn(&str) -> String| path.trim_end_matches('/') == place(&locale);
    if is(paths::orders) {
        Place::Orders
    } else if is(paths::cases) {
        Place::Cases
    } else if is(paths::sign_in) {
        Place::SignIn
    } else {
        Place::HelpCentre
    }
}
