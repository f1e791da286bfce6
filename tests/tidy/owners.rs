//! What has exactly one place: the browser, the network, SQL, status codes.

use super::{
    tokens::tokens,
    tree::{Breach, Source, bite, hold, pick},
};

/// Crates that one module alone names, and what everyone else does instead.
const OWNERS: &[(&str, &[&str], &str)] = &[
    ("src/browser", &["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"], "call a function of `browser`"),
    ("src/api", &["gloo_net"], "call `Api`"),
];

const SQL: &[&str] = &["SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "WITH"];

fn owners(source: &Source) -> Vec<Breach> {
    let tokens = tokens(&source.text);
    let mut breaches = Vec::new();
    for (_, names, instead) in OWNERS.iter().filter(|(owner, ..)| !source.is_in(owner)) {
        for token in tokens.iter().filter(|token| names.contains(&token.text.as_str())) {
            breaches.push(source.breach(token.line, format!("names `{}`; {instead} instead", token.text)));
        }
    }
    breaches
}

fn sql(source: &Source) -> Vec<Breach> {
    tokens(&source.text)
        .iter()
        .filter(|token| token.text == "sqlx" || token.string.as_deref().is_some_and(is_sql))
        .map(|token| source.breach(token.line, "a route holds SQL; move it to a function of `store`"))
        .collect()
}

fn is_sql(text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.next().is_some_and(|first| SQL.contains(&first)) && words.next().is_some()
}

fn status_codes(source: &Source) -> Vec<Breach> {
    tokens(&source.text)
        .iter()
        .filter(|token| token.text == "StatusCode" || token.text == "axum")
        .map(|token| {
            let advice = format!("the store names `{}`; give a typed error and let the route map it", token.text);
            source.breach(token.line, advice)
        })
        .collect()
}

#[test]
fn browser_and_network_have_one_owner_each() {
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("browser", "src/browser/dom.rs", "use web_sys::Element;", &[]),
        ("api", "src/api.rs", "use gloo_net::http::Request;", &[]),
        ("spoken_of", "src/app.rs", "// web_sys stays in browser\nfn a() {}", &[]),
        ("page", "src/pages/a.rs", "use web_sys::window;", &[1]),
        ("re_export", "src/components/a.rs", "\nuse leptos::wasm_bindgen::JsCast;", &[2]),
        ("entry", "src/main.rs", "#[wasm_bindgen(start)]\nfn start() {}", &[1]),
        ("api_to_js", "src/api.rs", "use js_sys::Promise;", &[1]),
        ("flow_to_network", "src/flows/a.rs", "use gloo_net::http::Request;", &[1]),
    ];
    bite(owners, cases);
    hold(owners, &pick(&["src"], &[".rs"]));
}

#[test]
fn routes_hold_no_sql() {
    let file = "crates/backend/src/routes/help.rs";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("call", file, "fn a() { store.article(\"SELECTED\") }", &[]),
        ("a_word", file, "const METHOD: &str = \"DELETE\";", &[]),
        ("sqlx", file, "\nuse sqlx::Row;", &[2]),
        ("statement", file, "const A: &str = \"\n  SELECT id FROM article\";", &[1]),
        ("raw", file, "fn a() { query(r#\"UPDATE a SET b = 1\"#) }", &[1]),
    ];
    bite(sql, cases);
    hold(sql, &pick(&["crates/backend/src/routes"], &[".rs"]));
}

#[test]
fn the_store_knows_no_status_codes() {
    let file = "crates/backend/src/store/help.rs";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("typed_error", file, "fn a() -> Result<Article, StoreError> {}", &[]),
        ("status", file, "fn a() -> StatusCode {}", &[1]),
        ("axum", file, "\nuse axum::Json;", &[2]),
    ];
    bite(status_codes, cases);
    hold(status_codes, &pick(&["crates/backend/src/store"], &[".rs"]));
}
