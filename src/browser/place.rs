//! Keeps a person's place when the language changes: the document is another one then.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, Storage, window};

use super::dom::document;

const KEY: &str = "svar.place";

/// Remembers how far down the page is, and what stands in its search field, for the next document of this tab.
pub fn keep() {
    let Some((storage, window)) = storage().zip(window()) else { return };
    let scroll = window.scroll_y().unwrap_or_default() / page_height().max(1.0);
    let _ = storage.set_item(KEY, &format!("{scroll}\n{}", search_text()));
}

/// Goes back to the remembered place, once. Gives the text of the search field.
#[must_use]
pub fn take() -> Option<String> {
    let (storage, window) = storage().zip(window())?;
    let kept = storage.get_item(KEY).ok().flatten()?;
    let _ = storage.remove_item(KEY);
    let (scroll, text) = kept.split_once('\n')?;
    let scroll: f64 = scroll.parse().ok()?;
    window.scroll_to_with_x_and_y(0.0, scroll * page_height());
    Some(text.to_owned())
}

/// Puts the remembered text into the page's search field, unless something stands there already.
pub fn type_again(text: &str) {
    if let Some(input) = search_field().filter(|input| input.value().is_empty()) {
        input.set_value(text);
    }
}

fn page_height() -> f64 {
    document().and_then(|document| document.document_element()).map_or(1.0, |root| f64::from(root.scroll_height()))
}

fn search_text() -> String {
    search_field().map_or_else(String::new, |input| input.value())
}

fn search_field() -> Option<HtmlInputElement> {
    document()?.query_selector("input[type=search]").ok()??.dyn_into().ok()
}

fn storage() -> Option<Storage> {
    window()?.session_storage().ok().flatten()
}
