//! Arriving at another page: focus moves to what was asked for, once its words are there.

use std::cell::Cell;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::browser::{dom, place, start, timer};

/// The id of every page's `h1`.
pub const TITLE_ID: &str = "page-title";

thread_local! {
    static IS_UNDER_WAY: Cell<bool> = const { Cell::new(false) };
}

/// Notes each navigation after the first page. Called once, by the frame.
pub fn watch() {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let path = path.get();
        if before.is_some_and(|before| before != path) {
            IS_UNDER_WAY.set(true);
            // A page that was there at once has set its head before this ran.
            settle();
        }
        path
    });
}

/// Called when a page has its words: focus goes to the place that the address names, else to the title.
pub fn settle() {
    if !IS_UNDER_WAY.get() {
        return;
    }
    start::spawn(async {
        timer::frame().await;
        if IS_UNDER_WAY.get() && dom::is_there(TITLE_ID) {
            IS_UNDER_WAY.set(false);
            if !dom::go_to_fragment() {
                dom::focus(TITLE_ID);
            }
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
