//! Data that the prerenderer wrote into the document.

use web_sys::window;

/// The text of a data block (`<script type="application/json" id="…">`), if the page has it.
#[must_use]
pub fn block(id: &str) -> Option<String> {
    window()?.document()?.get_element_by_id(id)?.text_content()
}
