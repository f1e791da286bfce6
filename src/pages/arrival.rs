//! Arriving at another page: its address is entered, and focus moves to what was asked for once its words are there.

use std::cell::{Cell, RefCell};

use leptos::prelude::*;
use leptos_router::{
    hooks::use_location,
    location::{BrowserUrl, LocationProvider},
};

use crate::browser::{dom, place, start, timer};

/// The id of every page's `h1`.
pub const TITLE_ID: &str = "page-title";

thread_local! {
    static IS_UNDER_WAY: Cell<bool> = const { Cell::new(false) };
    /// The path of the page whose words are there.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes each navigation after the first page. Called once, by the frame.
pub fn watch() {
    let location = use_location();
    let history = use_context::<BrowserUrl>();
    Effect::new(move |before: Option<String>| {
        let path = location.pathname.get();
        let search = location.search.get_untracked();
        if before.is_some_and(|before| before != path) {
            IS_UNDER_WAY.set(true);
            // The router enters an address only once it is told that the page is there.
            if let Some(history) = &history {
                history.ready_to_complete();
            }
            start::spawn(enter(path.clone(), search));
            if SHOWN.with_borrow(|shown| *shown == path) {
                settle();
            }
        }
        path
    });
}

/// After going back more than one step the router takes the address that was left for the current one, and does not
/// enter it again; then we do.
async fn enter(path: String, search: String) {
    timer::frame().await;
    if dom::path() != path {
        let query = if search.is_empty() { search } else { format!("?{}", search.trim_start_matches('?')) };
        dom::enter(&format!("{path}{query}"));
    }
}

/// Called when the page at this path has its words, or says why it has none.
pub fn arrive(path: &str) {
    SHOWN.with_borrow_mut(|shown| path.clone_into(shown));
    if IS_UNDER_WAY.get() {
        settle();
    }
}

/// Focus will go to the title of the page that is tried again.
pub fn begin() {
    IS_UNDER_WAY.set(true);
}

/// Focus goes to the place that the address names, else to the title.
pub fn settle() {
    IS_UNDER_WAY.set(false);
    start::spawn(async {
        timer::frame().await;
        if !dom::go_to_fragment() {
            dom::focus(TITLE_ID);
        }
    });
}

/// After a change of language: back to where the person was, with what they had typed.
pub async fn return_to_place() {
    timer::frame().await;
    if let Some(text) = place::take() {
        place::type_again(&text);
    }
}
