//! The pages of the help centre.

use leptos::prelude::*;

use crate::{
    erase::view,
    pages::{
        article::ArticlePage,
        articles::ArticlesPage,
        category::CategoryPage,
        help_home::HelpHomePage,
        not_found::NotFoundPage,
        search::SearchPage,
        statement::{AccessibilityPage, BrowsersPage, PrivacyPage},
    },
    paths::Place,
};

/// The page of a place; places of the other part are loaded as documents of their own and never come here.
pub fn page(place: Place) -> AnyView {
    match place {
        Place::Home => view! { <HelpHomePage/> },
        Place::Category(slug) => view! { <CategoryPage slug=slug/> },
        Place::Articles => view! { <ArticlesPage/> },
        Place::Article(slug) => view! { <ArticlePage slug=slug/> },
        Place::Search => view! { <SearchPage/> },
        Place::Accessibility => view! { <AccessibilityPage/> },
        Place::Privacy => view! { <PrivacyPage/> },
        Place::Browsers => view! { <BrowsersPage/> },
        _ => view! { <NotFoundPage/> },
    }
}
