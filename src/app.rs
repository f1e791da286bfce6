//! `<App/>`: the frame around every page, and which page an address leads to.

mod start;

use leptos::prelude::*;
use leptos_router::{components::Router, hooks::use_location};

pub use start::start;

use crate::{
    components::{site_footer::SiteFooter, skip_link::SkipLink},
    erase::view,
    i18n,
    pages::{
        self,
        article::ArticlePage,
        articles::ArticlesPage,
        ask::AskPage,
        category::CategoryPage,
        help_home::HelpHomePage,
        not_found::NotFoundPage,
        search::SearchPage,
        statement::{AccessibilityPage, BrowsersPage, PrivacyPage},
        waiting_room::{CasesPage, OrdersPage, SignInPage},
    },
    paths::{self, Place},
};

/// The whole app, in the locale whose words are installed. An address in another language, or in none that there
/// is, is not found.
#[component]
pub fn App() -> impl IntoView {
    pages::provide_meta();
    leptos::view! {
        <Router>
            <SkipLink/>
            <pages::frame::Header/>
            <main id="main" tabindex="-1" class="page-layout">
                <Pages/>
            </main>
            <SiteFooter locale=i18n::locale()/>
        </Router>
    }
}

/// The page of the address. A table of typed routes would compile each page's view into one nested type;
/// the address is matched by [`paths::place`] instead, which is the inverse of the functions that make it.
#[component]
fn Pages() -> impl IntoView {
    let path = use_location().pathname;
    let place = Memo::new(move |_| paths::place(&path.get(), &i18n::locale()));
    move || page(place.get())
}

fn page(place: Place) -> AnyView {
    match place {
        Place::Home => view! { <HelpHomePage/> },
        Place::Category(slug) => view! { <CategoryPage slug=slug/> },
        Place::Articles => view! { <ArticlesPage/> },
        Place::Article(slug) => view! { <ArticlePage slug=slug/> },
        Place::Search => view! { <SearchPage/> },
        Place::Ask => view! { <AskPage/> },
        Place::Orders => view! { <OrdersPage/> },
        Place::Cases => view! { <CasesPage/> },
        Place::SignIn => view! { <SignInPage/> },
        Place::Accessibility => view! { <AccessibilityPage/> },
        Place::Privacy => view! { <PrivacyPage/> },
        Place::Browsers => view! { <BrowsersPage/> },
        Place::Unknown => view! { <NotFoundPage/> },
    }
}
