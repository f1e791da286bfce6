//! Taking over the document, or filling an empty one.

#[cfg(feature = "hydrate")]
use leptos::mount::hydrate_from;
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dom::document;

/// Takes over the prerendered view, or mounts into the empty shell. `is_prerendered` says which.
/// The view stays until the document goes.
#[cfg(feature = "hydrate")]
pub fn render<V: IntoView + 'static>(is_prerendered: bool, view: impl FnOnce() -> V + 'static) {
    let Some(root) = root() else { return };
    if is_prerendered {
        hydrate_from(root, view).forget();
    } else {
        root.set_text_content(None);
        mount_to(root, view).forget();
    }
    say_running();
}

/// Without the browser's feature there is nothing to take over.
#[cfg(not(feature = "hydrate"))]
pub fn render<V: IntoView + 'static>(_is_prerendered: bool, view: impl FnOnce() -> V + 'static) {
    let Some(root) = root() else { return };
    mount_to(root, view).forget();
    say_running();
}

/// Runs a task on the browser's event loop.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Shows the notice with this id, which the document holds hidden.
pub fn show_notice(id: &str) {
    if let Some(notice) = document().and_then(|document| document.get_element_by_id(id)) {
        let _ = notice.remove_attribute("hidden");
    }
}

fn root() -> Option<HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

fn say_running() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-app", "running");
    }
}
