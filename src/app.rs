//! `<App/>`: the frame around every page, and which page an address leads to.

mod account;
mod reading;
mod start;

use leptos::prelude::*;
use leptos_router::{components::Router, hooks::use_location};

pub use start::start;

use crate::{
    components::{site_footer::SiteFooter, skip_link::SkipLink},
    i18n, pages,
    paths::{self, Part, Place},
};

/// One of the two WebAssembly files: what it shows, and what has to be there before its first view.
/// Functions by address, so that each file holds its own pages and none of the other's.
#[derive(Clone, Copy)]
pub struct AppPart {
    pub part: Part,
    page: fn(Place) -> AnyView,
    provide: fn(),
}

/// The help centre.
pub const READING: AppPart = AppPart { part: Part::Reading, page: reading::page, provide: || () };
/// Pages that need to know who asks.
pub const ACCOUNT: AppPart = AppPart { part: Part::Account, page: account::page, provide: account::provide };

/// The part that shows a path.
#[must_use]
pub fn part_of(path: &str) -> AppPart {
    match paths::place(path, &i18n::locale()).part() {
        Part::Reading => READING,
        Part::Account => ACCOUNT,
    }
}

/// The whole app, in the locale whose words are installed. An address in another language, or in none that there
/// is, is not found.
#[component]
pub fn App(part: AppPart) -> impl IntoView {
    pages::provide_part(part.part);
    pages::provide_meta();
    (part.provide)();
    leptos::view! {
        <Router>
            <SkipLink/>
            <pages::frame::Header/>
            <main id="main" tabindex="-1" class="page-layout">
                <Pages page=part.page/>
            </main>
            <SiteFooter locale=i18n::locale()/>
        </Router>
    }
}

/// The page of the address. A table of typed routes would compile each page's view into one nested type;
/// the address is matched by [`paths::place`] instead, which is the inverse of the functions that make it.
#[component]
fn Pages(page: fn(Place) -> AnyView) -> impl IntoView {
    let path = use_location().pathname;
    let place = Memo::new(move |_| paths::place(&path.get(), &i18n::locale()));
    move || page(place.get())
}
