//! Taking over the document: the app's own view takes the place of the prerendered one, which looks the same.
//! Leptos could adopt the prerendered elements instead (`hydrate`); that costs every visitor a tenth more
//! WebAssembly, so what a person has done so far is carried over here.

use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, prelude::Closure};
use web_sys::{Element, Event, FocusOptions, HtmlDetailsElement, HtmlElement, HtmlInputElement, window};

use super::dom::document;

/// Puts the view into the document, with what was typed, unfolded, scrolled and focused before it came.
/// It stays until the document goes.
pub fn render<V: IntoView + 'static>(view: impl FnOnce() -> V + 'static) {
    let Some(root) = element("app") else { return };
    let Some(stage) = document().and_then(|document| document.create_element("div").ok()) else { return };
    mount_to(stage.clone().unchecked_into(), view).forget();
    let focus = Focus::within(&root);
    let pairs = pairs(&root, &stage);
    pairs.iter().for_each(|(old, new)| carry_state(old, new));
    let scrolled: Vec<_> = pairs.iter().filter(|(old, _)| old.scroll_left() != 0 || old.scroll_top() != 0).collect();
    let places: Vec<_> = scrolled.iter().map(|(old, new)| (new, old.scroll_left(), old.scroll_top())).collect();
    root.set_text_content(None);
    while let Some(child) = stage.first_child() {
        // Moving a node of ours within the document cannot fail.
        let _ = root.append_child(&child);
    }
    for (new, left, top) in places {
        new.set_scroll_left(left);
        new.set_scroll_top(top);
    }
    if let Some(focus) = focus {
        focus.restore(&pairs);
    }
    say_running();
}

/// Links to paths for which `is_elsewhere` holds load a document of their own: marked before the router sees the click.
pub fn leave_by_document(is_elsewhere: impl Fn(&str) -> bool + 'static) {
    let mark = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let link = target.and_then(|target| target.closest("a[href^='/']").ok().flatten());
        if let Some(link) = link
            && let Some(href) = link.get_attribute("href")
            && is_elsewhere(href.split(['?', '#']).next().unwrap_or_default())
        {
            let _ = link.set_attribute("rel", "external");
        }
    });
    if let Some(window) = window() {
        let listener = mark.as_ref().unchecked_ref();
        let _ = window.add_event_listener_with_callback_and_bool("click", listener, true);
    }
    // It listens as long as the document lives.
    mark.forget();
}

/// Elements at the same place in both trees. Where the trees differ, what is below is left alone.
fn pairs(old: &Element, new: &Element) -> Vec<(Element, Element)> {
    let (olds, news) = (old.children(), new.children());
    let mut found = Vec::new();
    for index in 0..olds.length().min(news.length()) {
        if let (Some(old), Some(new)) = (olds.item(index), news.item(index))
            && old.tag_name() == new.tag_name()
        {
            let below = pairs(&old, &new);
            found.push((old, new));
            found.extend(below);
        }
    }
    found
}

fn carry_state(old: &Element, new: &Element) {
    if let (Some(old), Some(new)) = (old.dyn_ref::<HtmlInputElement>(), new.dyn_ref::<HtmlInputElement>())
        && old.value() != old.default_value()
    {
        new.set_value(&old.value());
    }
    if let (Some(old), Some(new)) = (old.dyn_ref::<HtmlDetailsElement>(), new.dyn_ref::<HtmlDetailsElement>()) {
        new.set_open(old.open());
    }
}

/// Which element had focus, and where its caret stood.
struct Focus {
    element: Element,
    caret: Option<(u32, u32)>,
}

impl Focus {
    fn within(root: &HtmlElement) -> Option<Self> {
        let element = document()?.active_element().filter(|active| root.contains(Some(active)))?;
        let caret = element
            .dyn_ref::<HtmlInputElement>()
            .and_then(|input| Some((input.selection_start().ok()??, input.selection_end().ok()??)));
        Some(Self { element, caret })
    }

    fn restore(&self, pairs: &[(Element, Element)]) {
        let Some((_, new)) = pairs.iter().find(|(old, _)| *old == self.element) else { return };
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        if let Some(new) = new.dyn_ref::<HtmlElement>() {
            let _ = new.focus_with_options(&options);
        }
        if let (Some(input), Some((start, end))) = (new.dyn_ref::<HtmlInputElement>(), self.caret) {
            let _ = input.set_selection_range(start, end);
        }
    }
}

/// Runs a task on the browser's event loop.
pub fn spawn(task: impl Future<Output = ()> + 'static) {
    wasm_bindgen_futures::spawn_local(task);
}

/// Shows the notice with this id, which the document holds hidden.
pub fn show_notice(id: &str) {
    if let Some(notice) = element(id) {
        let _ = notice.remove_attribute("hidden");
    }
}

fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

fn say_running() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-app", "running");
    }
}
