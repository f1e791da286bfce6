//! Before the first view: which language, its words, and the answers that the document holds already.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{App, AppPart, part_of};
use crate::{
    api::{self, kept},
    browser::{dom, embedded, start as browser},
    erase::view,
    i18n::{self, Words},
    paths::{self, Part},
};

/// What the build wrote into the document: the languages there are, and the file of each one's words.
#[derive(Deserialize)]
struct Assets {
    words: BTreeMap<String, String>,
    #[serde(default)]
    account_words: BTreeMap<String, String>,
    /// The file that says where the backend is, when that is not the pages' own origin.
    #[serde(default)]
    backend: String,
}

/// That file.
#[derive(Deserialize)]
struct Elsewhere {
    /// The backend's origin; empty for the pages' own.
    api: String,
    /// `bearer` where it is on another site, to which browsers send no cookies.
    #[serde(default)]
    session: String,
}

impl Default for Assets {
    /// While developing, files keep their names, and one holds all words.
    fn default() -> Self {
        let words: BTreeMap<_, _> = ["en", "sv"].map(|tag| (tag.to_owned(), format!("/words/{tag}.ftl"))).into();
        Self { account_words: words.clone(), words, backend: String::new() }
    }
}

/// Starts the app in the browser.
pub fn start(part: AppPart) {
    browser::spawn(async move {
        if begin(part).await.is_none() {
            browser::show_notice("svar-blocked");
        }
    });
}

async fn begin(part: AppPart) -> Option<()> {
    let assets: Assets =
        embedded::block("svar-assets").and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let path = dom::path();
    let named = paths::first_segment(&path);
    let locale = choose(named, &assets)?;
    if named.is_empty() {
        dom::replace_document(&paths::home(&locale));
        return Some(());
    }
    let words = if part.part == Part::Account { &assets.account_words } else { &assets.words };
    let Ok(text) = api::file(words.get(&locale)?).await else {
        browser::show_notice(if dom::is_online() { "svar-outdated" } else { "svar-offline" });
        return Some(());
    };
    if !assets.backend.is_empty() && !find_backend(&assets.backend).await {
        browser::show_notice(if dom::is_online() { "svar-unreachable" } else { "svar-offline" });
        return Some(());
    }
    i18n::install(Words::read(&locale, text).ok()?);
    dom::set_language(&locale, i18n::direction(&locale));
    keep_embedded();
    // While developing, one WebAssembly file shows all pages.
    let part = if cfg!(debug_assertions) { part_of(&path) } else { part };
    browser::leave_by_document(move |path| paths::place(path, &i18n::locale()).part() != part.part);
    browser::render(move || view! { <App part=part/> });
    crate::pages::arrival::return_to_place().await;
    Some(())
}

/// Whether the file says where the backend is.
async fn find_backend(file: &str) -> bool {
    let text = api::file(file).await.unwrap_or_default();
    let Ok(elsewhere) = serde_json::from_str::<Elsewhere>(&text) else { return false };
    api::set_origin(elsewhere.api);
    if elsewhere.session == contract::BEARER {
        api::use_bearer();
    }
    true
}

/// The locale that the address names, else the best of those that the person's browser asks for.
fn choose(named: &str, assets: &Assets) -> Option<String> {
    let available: Vec<String> = assets.words.keys().cloned().collect();
    if available.iter().any(|tag| tag == named) {
        return Some(named.to_owned());
    }
    let wishes = dom::languages();
    let wishes: Vec<&str> = wishes.iter().map(String::as_str).collect();
    let default = available.iter().find(|tag| *tag == "en").or(available.first())?;
    Some(rules::locale::negotiate(&wishes, &available, default).to_owned())
}

/// Keeps the answers that the page was prerendered from: none of them is asked for again.
fn keep_embedded() {
    let text = embedded::block("svar-data");
    if let Some(data) = text.and_then(|text| serde_json::from_str::<kept::Embedded>(&text).ok()) {
        kept::put_embedded(data);
    }
}
