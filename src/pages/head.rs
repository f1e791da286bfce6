//! What a page says of itself to browsers, search engines and those who share it.
//! Prerendering writes it into the document's head; in the browser the same elements are changed in place.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::{arrival, locales};
use crate::{browser::head, components::load_state::Load, i18n, paths};

/// Stands for the site's origin in structured data, which only the prerenderer knows.
pub const SITE: &str = "{site}";

/// The head of one page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageHead {
    /// Without the site's name.
    pub title: String,
    pub description: String,
    /// The path that is its address for good; absent on pages that nobody should index.
    pub canonical: Option<String>,
    /// Languages that the page exists in; none for pages that nobody should index.
    pub locales: Vec<String>,
    /// Structured data (schema.org), without the context, each as JSON. Only prerendering writes it.
    pub structured: Vec<String>,
}

/// Where the prerenderer finds the head of the page that it rendered.
#[derive(Clone, Default)]
pub struct HeadSlot(pub Arc<Mutex<PageHead>>);

impl PageHead {
    /// The title as a tab shows it.
    #[must_use]
    pub fn full_title(&self) -> String {
        let site = t!("site-name");
        if self.title.is_empty() { site } else { format!("{} · {site}", self.title) }
    }
}

/// Gives the document this head, now and whenever it changes; `None` leaves it as it is, while waiting.
pub fn set_head(page: impl Fn() -> Option<PageHead> + Send + Sync + 'static) {
    if let Some(slot) = use_context::<HeadSlot>() {
        if let (Some(page), Ok(mut slot)) = (page(), slot.0.lock()) {
            *slot = page;
        }
        return;
    }
    let path = use_location().pathname.get_untracked();
    Effect::new(move |_| {
        if let Some(page) = page() {
            apply(&page, &path);
            arrival::arrive(&path);
        }
    });
}

/// The head of a page of our own words, which are there at once; `path` is its address in a language.
pub fn set_head_of_own_words(title: String, description: String, path: fn(&str) -> String) {
    let locales = locales();
    set_head(move || {
        Some(PageHead {
            title: title.clone(),
            description: description.clone(),
            canonical: Some(path(&i18n::locale())),
            locales: locales(),
            structured: Vec::new(),
        })
    });
}

/// The head of a page that waits, fails or shows what it fetched.
pub fn set_head_of(page: impl Fn() -> Load<PageHead> + Send + Sync + 'static) {
    set_head(move || match page() {
        Load::Waiting => None,
        Load::Ready(page) => Some(page),
        Load::Failed(trouble) => Some(PageHead { title: trouble.title(), ..PageHead::default() }),
    });
}

fn apply(page: &PageHead, path: &str) {
    let origin = head::site_origin();
    // Structured data describes the page that was prerendered; of another page it would be untrue.
    if head::has_left_first_page(path) {
        head::remove_all("script[type='application/ld+json']");
    }
    let address = page.canonical.as_ref().map(|path| format!("{origin}{path}"));
    head::set_title(&page.full_title());
    let robots = page.canonical.is_none().then_some("noindex");
    head::set("meta[name=robots]", "meta", &[("name", "robots")], "content", robots);
    head::set("link[rel=canonical]", "link", &[("rel", "canonical")], "href", address.as_deref());
    for (property, value) in [("og:title", Some(page.title.as_str())), ("og:url", address.as_deref())] {
        let selector = format!("meta[property='{property}']");
        head::set(&selector, "meta", &[("property", property)], "content", value);
    }
    let description = (!page.description.is_empty()).then_some(page.description.as_str());
    head::set("meta[name=description]", "meta", &[("name", "description")], "content", description);
    head::set("meta[property='og:description']", "meta", &[("property", "og:description")], "content", description);
    apply_languages(page, &origin);
}

fn apply_languages(page: &PageHead, origin: &str) {
    head::remove_all("link[rel=alternate][hreflang]:not([data-kept])");
    let Some(path) = &page.canonical else { return };
    for tag in page.locales.iter().map(String::as_str).chain(page.locales.first().map(|_| "x-default")) {
        let of = if tag == "x-default" { default_locale(&page.locales) } else { tag };
        let href = format!("{origin}{}", paths::in_locale(path, of));
        let selector = format!("link[rel=alternate][hreflang='{tag}']");
        head::set(&selector, "link", &[("rel", "alternate"), ("hreflang", tag)], "href", Some(&href));
    }
}

/// The language for people whose own is not among them: English, else the first.
#[must_use]
pub fn default_locale(locales: &[String]) -> &str {
    locales.iter().find(|tag| *tag == "en").or(locales.first()).map_or("en", String::as_str)
}
