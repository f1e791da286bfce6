//! Puts `dist/` together beside the old one and swaps them, so that a server never sees half of it.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::boot::{self, Facts};
use super::shell::{self, Parts};
use super::trunk::{App, Apps};
use super::{Options, bundle, compress, headers, imports, prerender, servers, strip, templates};
use crate::failure::Failure;
use crate::files;
use crate::process::say;
use crate::project::Project;

/// Makes `dist/` from the app and the pages.
pub fn assemble(project: &Project, options: &Options, apps: &Apps, fingerprint: &str) -> Result<(), Failure> {
    let fresh = project.at(".svar/dist.new");
    files::create_empty_folder(&fresh)?;
    let (www, staging) = (fresh.join("www"), project.at(".svar/staging"));
    files::create_folder(&www)?;
    let words = words(project, &www)?;
    let page = shell(project, options, apps, &words, &www)?;
    files::write(&staging.join("shell.html"), page)?;
    prerender::pages(project, options, &staging, &www)?;
    public_files(project, options, &www)?;
    say("Compressing");
    compress::below(&www)?;
    server_files(options, &words.reading, &fresh)?;
    files::write(&fresh.join("fingerprint"), fingerprint)?;
    swap(project, &fresh)
}

/// The addresses of each part's words, by language.
struct Addresses {
    reading: Value,
    account: Value,
}

/// Writes each language's words; gives their addresses.
fn words(project: &Project, www: &Path) -> Result<Addresses, Failure> {
    let (mut reading, mut account) = (Map::new(), Map::new());
    for words in bundle::words(&project.at("locales"))? {
        let language = words.language;
        let address = place(www, &format!("words-{language}"), "ftl", words.reading.as_bytes())?;
        reading.insert(language.clone(), address.into());
        let address = place(www, &format!("account-words-{language}"), "ftl", words.account.as_bytes())?;
        account.insert(language, address.into());
    }
    Ok(Addresses { reading: reading.into(), account: account.into() })
}

/// Writes the app's files under names with their hashes; gives the shell that leads to them.
fn shell(project: &Project, options: &Options, apps: &Apps, words: &Addresses, www: &Path) -> Result<String, Failure> {
    let mut templates = Vec::new();
    let reading = part(&apps.reading, www, &mut templates)?;
    let account = part(&apps.account, www, &mut templates)?;
    templates.sort();
    templates.dedup();
    let style = place(www, "svar", "css", bundle::style(project)?.as_bytes())?;
    let account_style = place(www, "account", "css", bundle::account_style(project)?.as_bytes())?;
    let source = project.at("public/boot.js");
    let facts = json!({
        "reading": { "module": reading.0, "wasm": reading.1, "words": words.reading },
        "account": { "module": account.0, "wasm": account.1, "words": words.account },
    });
    let script = boot::script(&files::read_text(&source)?, &facts, &templates, &source)?;
    let boot = place(www, "boot", "js", script.as_bytes())?;
    let mut assets = json!({ "words": words.reading, "account_words": words.account });
    if let Some(api) = &options.api {
        assets["api"] = api.as_str().into();
    }
    let assets = assets.to_string().replace('<', "\\u003c");
    let parts = Parts { style: &style, account_style: &account_style, boot: &boot, assets: &assets };
    shell::shell(&files::read_text(&apps.reading.page())?, &parts, &apps.reading.page())
}

/// Writes one part's module and WebAssembly; gives their addresses, and adds the templates that it may use.
fn part(app: &App, www: &Path, templates: &mut Vec<String>) -> Result<(String, String), Failure> {
    let wasm = files::read(&app.wasm())?;
    let found = templates::of_wasm(&wasm)
        .ok_or_else(|| Failure::Unexpected { file: app.wasm(), why: "it is not WebAssembly".into() })?;
    templates.extend(found);
    let script = strip::script(&files::read_text(&app.module())?);
    let (script, wasm) = imports::shorten(&script, &wasm).unwrap_or((script, wasm));
    Ok((place(www, app.stem(), "js", script.as_bytes())?, place(www, app.stem(), "wasm", &wasm)?))
}

/// Writes a file under a name that changes with its content; gives its address.
fn place(www: &Path, stem: &str, ending: &str, content: &[u8]) -> Result<String, Failure> {
    let name = files::hashed_name(stem, ending, content);
    files::write(&www.join(&name), content)?;
    Ok(format!("/{name}"))
}

fn public_files(project: &Project, options: &Options, www: &Path) -> Result<(), Failure> {
    let public = project.at("public");
    for file in files::below(&public)? {
        let Ok(name) = file.strip_prefix(&public) else { continue };
        match name.to_str() {
            Some("boot.js") => {}
            Some("robots.txt") => {
                files::write(&www.join(name), files::read_text(&file)?.replace("__SVAR_SITE__", &options.site))?;
            }
            _ => files::copy(&file, &www.join(name))?,
        }
    }
    Ok(())
}

fn server_files(options: &Options, words: &Value, fresh: &Path) -> Result<(), Failure> {
    let api = options.api.as_deref();
    let locales: Vec<String> = words.as_object().map(|words| words.keys().cloned().collect()).unwrap_or_default();
    files::write(&fresh.join("headers.json"), headers::json(api))?;
    files::write(&fresh.join("nginx.conf"), servers::nginx(&locales, api))?;
    files::write(&fresh.join("Caddyfile"), servers::caddy(&locales, api))
}

fn swap(project: &Project, fresh: &Path) -> Result<(), Failure> {
    let (dist, old) = (project.dist(), project.at(".svar/dist.old"));
    files::remove_folder(&old)?;
    if dist.exists() {
        files::rename(&dist, &old)?;
    }
    files::rename(fresh, &dist)?;
    files::remove_folder(&old)
}
