//! `<App/>`: the frame around every page, its routes, and how it starts in the browser.

mod start;

use leptos::prelude::*;
use leptos_router::{
    components::{FlatRoutes, Route, Router},
    path,
};

pub use start::start;

use crate::{
    components::{site_footer::SiteFooter, skip_link::SkipLink},
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
};

/// The whole app in the locale whose words are installed. `is_locale_known` is false for an address that begins
/// with a language that nobody has words for: everything below it is not found.
#[component]
pub fn App(is_locale_known: bool) -> impl IntoView {
    let locale = crate::i18n::locale();
    let base = if is_locale_known { crate::paths::home(&locale) } else { "/".to_owned() };
    pages::provide_meta();
    view! {
        <Router base=base>
            <SkipLink/>
            <pages::frame::Header/>
            <main id="main" tabindex="-1" class="page-layout">
                <Show when=move || is_locale_known fallback=NotFoundPage>
                    <Pages/>
                </Show>
            </main>
            <SiteFooter locale=crate::i18n::locale()/>
        </Router>
    }
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <FlatRoutes fallback=NotFoundPage>
            <Route path=path!("/") view=HelpHomePage/>
            <Route path=path!("/categories/:slug") view=CategoryPage/>
            <Route path=path!("/articles") view=ArticlesPage/>
            <Route path=path!("/articles/:slug") view=ArticlePage/>
            <Route path=path!("/search") view=SearchPage/>
            <Route path=path!("/ask") view=AskPage/>
            <Route path=path!("/orders") view=OrdersPage/>
            <Route path=path!("/cases") view=CasesPage/>
            <Route path=path!("/sign-in") view=SignInPage/>
            <Route path=path!("/accessibility") view=AccessibilityPage/>
            <Route path=path!("/privacy") view=PrivacyPage/>
            <Route path=path!("/browsers") view=BrowsersPage/>
        </FlatRoutes>
    }
}
