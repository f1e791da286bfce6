//! The document's head follows the page: elements that are there are changed in place, so none is ever doubled.

use std::cell::OnceCell;

use web_sys::Element;

use super::dom::{document, path};

thread_local! {
    static FIRST_PAGE: OnceCell<String> = const { OnceCell::new() };
    static SITE: OnceCell<String> = const { OnceCell::new() };
}

/// Whether the page at this path is another than the one that the document was loaded for.
#[must_use]
pub fn has_left_first_page(shown: &str) -> bool {
    FIRST_PAGE.with(|first| first.get_or_init(path) != shown)
}

/// Sets the document's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the first element of the head that fits the selector, or drops the element for `None`.
/// An element that the document lacks is made by `tag` with the attributes of `marks`.
pub fn set(selector: &str, tag: &str, marks: &[(&str, &str)], attribute: &str, value: Option<&str>) {
    let Some(head) = document().and_then(|document| document.head()) else { return };
    let found = head.query_selector(selector).ok().flatten();
    match (found, value) {
        (Some(element), Some(value)) => put(&element, attribute, value),
        (Some(element), None) => element.remove(),
        (None, Some(value)) => {
            let Some(element) = document().and_then(|document| document.create_element(tag).ok()) else { return };
            for (name, mark) in marks {
                put(&element, name, mark);
            }
            put(&element, attribute, value);
            let _ = head.append_child(&element);
        }
        (None, None) => {}
    }
}

/// Removes every element of the head that fits the selector.
pub fn remove_all(selector: &str) {
    let Some(head) = document().and_then(|document| document.head()) else { return };
    while let Ok(Some(element)) = head.query_selector(selector) {
        element.remove();
    }
}

/// The origin that the first page's canonical address names, else the one it is served from.
#[must_use]
pub fn site_origin() -> String {
    SITE.with(|site| site.get_or_init(canonical_origin).clone())
}

fn canonical_origin() -> String {
    let canonical = document()
        .and_then(|document| document.query_selector("link[rel=canonical]").ok().flatten())
        .and_then(|link| link.get_attribute("href"))
        .and_then(|href| web_sys::Url::new(&href).ok())
        .map(|url| url.origin());
    canonical.or_else(|| web_sys::window()?.location().origin().ok()).unwrap_or_default()
}

fn put(element: &Element, attribute: &str, value: &str) {
    // Refused only for names that are no names; ours are literals.
    let _ = element.set_attribute(attribute, value);
}
