//! Where a person is on the page: focus, and what their device says of itself.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, HtmlElement, HtmlInputElement, RequestCredentials, window};

/// A request to another origin that takes the person's cookies along.
pub const WITH_COOKIES: RequestCredentials = RequestCredentials::Include;

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// Whether the device says that it has a network.
#[must_use]
pub fn is_online() -> bool {
    window().is_none_or(|window| window.navigator().on_line())
}

/// Whether nobody can see the page just now.
#[must_use]
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// The languages that the person prefers, best first.
#[must_use]
pub fn languages() -> Vec<String> {
    window()
        .map(|window| window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

/// The path of the document's address.
#[must_use]
pub fn path() -> String {
    window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// The document's address on this site: its path with its query.
#[must_use]
pub fn address() -> String {
    format!("{}{}", path(), query())
}

/// The query of the document's address, with its `?`; empty without one.
#[must_use]
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// What the document's address says behind its `#`; empty where it says nothing. It never leaves the browser.
#[must_use]
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Loads another document in place of this one, leaving no step for Back.
pub fn replace_document(path: &str) {
    load_document(path, true);
}

/// Loads another document; `replace` leaves no step for Back.
pub fn load_document(path: &str, replace: bool) {
    if let Some(window) = window() {
        let location = window.location();
        let _ = if replace { location.replace(path) } else { location.assign(path) };
    }
}

/// Enters a path of the app into the address bar and the history.
pub fn enter(path: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(path));
    }
}

/// Says which language the document is in, for those who read it aloud.
pub fn set_language(tag: &str, direction: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
        let _ = root.set_attribute("dir", direction);
    }
}

/// Moves focus to the element with this id; the page does not move.
pub fn focus(id: &str) {
    if let Some(element) = html_element(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Scrolls to the place that the address's fragment names and moves focus there. Says whether there is one.
#[must_use]
pub fn go_to_fragment() -> bool {
    let fragment = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let Some(target) = fragment.strip_prefix('#').and_then(html_element) else { return false };
    target.scroll_into_view();
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
    true
}

/// What stands in the text field with this id: it may have been typed into before the app arrived.
#[must_use]
pub fn typed(id: &str) -> String {
    html_element(id)
        .and_then(|element| element.dyn_into().ok())
        .map_or_else(String::new, |input: HtmlInputElement| input.value())
}

/// Puts text into the field with this id, for the keys that fill it in and for the address that leads to it.
pub fn set_typed(id: &str, text: &str) {
    if let Some(input) = html_element(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(text);
    }
}

/// Whether there is an element with this id.
#[must_use]
pub fn is_there(id: &str) -> bool {
    html_element(id).is_some()
}

/// Brings an option of a list into view without moving the page more than needed.
pub fn reveal(id: &str) {
    if let Some(element) = html_element(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn html_element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}
