//! Who may know whom inside `src/`. The table is the architecture; change it together with `ARCHITECTURE.md`.

use super::{
    tokens::{places, tokens},
    tree::{Breach, Source, bite, hold, pick},
    uses::{module, uses},
};

/// A module, and the modules it may name beside itself. `contract` and `rules` are open to all but `browser`.
const LAYERS: &[(&str, &[&str])] = &[
    ("lib", EVERYTHING),
    ("main", EVERYTHING),
    ("bin", EVERYTHING),
    ("prerender", EVERYTHING),
    ("app", EVERYTHING),
    ("widget", &["flows", "components", "api", "session", "i18n", "browser", "paths", "erase", "live"]),
    ("pages", &["flows", "components", "api", "session", "i18n", "browser", "paths", "erase", "live"]),
    ("flows", &["components", "api", "session", "i18n", "browser", "paths", "erase", "live"]),
    ("components", &["i18n", "paths", "erase", "live"]),
    ("session", &["api", "browser", "paths", "live"]),
    ("i18n", &["api", "browser", "paths"]),
    ("api", &["browser", "paths"]),
    ("browser", &[]),
    ("paths", &[]),
    ("erase", &[]),
    ("live", &[]),
];

const EVERYTHING: &[&str] = &[
    "app",
    "widget",
    "prerender",
    "pages",
    "flows",
    "components",
    "session",
    "i18n",
    "api",
    "browser",
    "paths",
    "erase",
];

/// Who knows the router, and with it routes; the prerenderer tells it the address of the page to render.
const KNOW_THE_ROUTER: &[&str] = &["app", "pages", "prerender"];

/// What a component would have to be given instead.
const NOT_IN_COMPONENTS: &[&str] = &["Resource", "LocalResource", "OnceResource", "ArcResource", "ArcOnceResource"];

fn layers(source: &Source) -> Vec<Breach> {
    let place = module(&source.path);
    let own = place.first().map_or("lib", String::as_str);
    let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == own) else {
        return vec![source.breach(1, format!("`{own}` is no part of the house; move it into one, or give it a row"))];
    };
    let mut breaches = Vec::new();
    for found in uses(&source.path, &source.text) {
        let Some(top) = found.path.first().map(String::as_str).filter(|top| *top != own) else { continue };
        if allowed.contains(&top) || top == "t" {
            continue;
        }
        let choices = if allowed.is_empty() { "nobody".to_owned() } else { allowed.join(", ") };
        let advice = format!(
            "`{own}` names `{top}`; hand over data or a callback from above instead, `{own}` may know: {choices}"
        );
        breaches.push(source.breach(found.line, advice));
    }
    breaches
}

/// The modules below `pages` that are pages: those with a component whose name ends in `Page`.
fn page_modules(sources: &[Source]) -> Vec<String> {
    let is_page = |source: &&Source| {
        let tokens = tokens(&source.text);
        places(&tokens, &["fn"]).iter().any(|at| tokens.get(at + 1).is_some_and(|name| name.text.ends_with("Page")))
    };
    sources.iter().filter(is_page).filter_map(|source| module(&source.path).get(1).cloned()).collect()
}

fn pages_apart(source: &Source, page_modules: &[String]) -> Vec<Breach> {
    let place = module(&source.path);
    let [pages, own, ..] = place.as_slice() else { return Vec::new() };
    let is_other = |path: &[String]| path.first() == Some(pages) && path.get(1) != Some(own);
    uses(&source.path, &source.text)
        .iter()
        .filter(|it| is_other(&it.path))
        .filter(|it| it.path.iter().any(|part| page_modules.contains(part) || part.ends_with("Page")))
        .map(|it| {
            let other = it.path.join("::");
            source.breach(it.line, format!("a page names `{other}`; move what both need to flows or components"))
        })
        .collect()
}

fn words(source: &Source, refused: &[&str], advice: &str) -> Vec<Breach> {
    tokens(&source.text)
        .iter()
        .filter(|token| refused.contains(&token.text.as_str()))
        .map(|token| source.breach(token.line, format!("names `{}`; {advice}", token.text)))
        .collect()
}

fn router(source: &Source) -> Vec<Breach> {
    let place = module(&source.path);
    if place.first().is_some_and(|own| KNOW_THE_ROUTER.contains(&own.as_str())) {
        return Vec::new();
    }
    words(source, &["leptos_router"], "only app and pages know the router: move on by a callback, link by `paths`")
}

fn plain_components(source: &Source) -> Vec<Breach> {
    words(source, NOT_IN_COMPONENTS, "take a `Load<T>` and let the page or flow fetch")
}

fn lonely_browser(source: &Source) -> Vec<Breach> {
    words(source, &["contract", "rules"], "`browser` knows nobody: take and give plain values")
}

#[test]
fn modules_know_only_what_the_table_allows() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("page_to_flow", "src/pages/a.rs", "use crate::flows::ask;", &[]),
        ("own_module", "src/api/call.rs", "use super::ApiError;\nuse crate::api::Api;", &[]),
        ("words_macro", "src/components/a.rs", "use crate::t;", &[]),
        ("component_to_api", "src/components/a.rs", "//! A.\nuse crate::{i18n, api::Api};", &[2]),
        ("by_super", "src/components/a.rs", "use super::super::session;", &[1]),
        ("in_a_view", "src/components/a.rs", "fn a() { view! {\n<p>{crate::session::name()}</p> } }", &[2]),
        ("flow_to_page", "src/flows/a.rs", "use crate::pages::Home;", &[1]),
        ("widget_to_page", "src/widget/a.rs", "use crate::pages::Home;", &[1]),
        ("api_to_i18n", "src/api.rs", "use crate::i18n;", &[1]),
        ("browser_to_paths", "src/browser/a.rs", "use crate::paths;", &[1]),
        ("all_at_once", "src/flows/a.rs", "use crate::*;", &[1]),
        ("binary", "src/bin/prerender.rs", "use svar::api::Api;", &[]),
        ("unknown_module", "src/stuff.rs", "", &[1]),
    ];
    bite(layers, cases);
    hold(layers, &pick(&["src"], &[".rs"]));
}

#[test]
fn pages_do_not_import_each_other() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("own_part", "src/pages/search.rs", "use crate::pages::search::hits;\nuse self::hits::A;", &[]),
        ("shared_part", "src/pages/search.rs", "use super::{head::set_head, load};", &[]),
        ("all_pages", "src/pages.rs", "pub use self::search::SearchPage;", &[]),
        ("sibling", "src/pages/search.rs", "use super::home::best;", &[1]),
        ("re_exported", "src/pages/search/hits.rs", "use crate::pages::HomePage;", &[1]),
    ];
    let home = Source::new("src/pages/home.rs", "#[component]\npub fn HomePage() {}");
    let modules = page_modules(&[home, Source::new("src/pages/head.rs", "pub fn set_head() {}")]);
    bite(|source| pages_apart(source, &modules), cases);
    let sources = pick(&["src/pages"], &[".rs"]);
    let modules = page_modules(&sources);
    hold(|source| pages_apart(source, &modules), &sources);
}

#[test]
fn only_app_and_pages_know_the_router() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("page", "src/pages/a.rs", "use leptos_router::hooks::use_params;", &[]),
        ("spoken_of", "src/flows/a.rs", "//! Knows no leptos_router.\nfn a() {}", &[]),
        ("flow", "src/flows/a.rs", "\nuse leptos_router::hooks::use_navigate;", &[2]),
        ("component", "src/components/a.rs", "fn a() { leptos_router::components::A }", &[1]),
    ];
    bite(router, cases);
    hold(router, &pick(&["src"], &[".rs"]));
}

#[test]
fn components_are_given_data() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("data", "src/components/a.rs", "fn a(load: Load<u8>) {}", &[]),
        ("resource", "src/components/a.rs", "fn a(from: Resource<u8>) {}", &[1]),
    ];
    bite(plain_components, cases);
    hold(plain_components, &pick(&["src/components"], &[".rs"]));
}

#[test]
fn browser_knows_nobody() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("plain", "src/browser/a.rs", "pub fn a(text: &str) {}", &[]),
        ("nouns", "src/browser/a.rs", "use contract::Article;", &[1]),
    ];
    bite(lonely_browser, cases);
    hold(lonely_browser, &pick(&["src/browser"], &[".rs"]));
}
