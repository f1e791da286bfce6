//! Puts `dist/` together beside the old one and swaps them, so that a server never sees half of it.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::boot;
use super::shell::{self, Parts};
use super::trunk::{App, Apps};
use super::{Options, address, bundle, imports, strip, templates};
use crate::failure::Failure;
use crate::files;
use crate::project::Project;

/// Makes `dist/` from the app and the pages.
pub fn assemble(project: &Project, options: &Options, apps: &Apps, fingerprint: &str) -> Result<(), Failure> {
    let fresh = project.at(".svar/dist.new");
    files::create_empty_folder(&fresh)?;
    let www = fresh.join("www");
    files::create_folder(&www)?;
    let words = words(project, &www)?;
    let page = shell(project, apps, &words, &www)?;
    files::write(&fresh.join("shell.html"), page)?;
    public_files(project, &www)?;
    address::write(project, options, &fresh)?;
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
fn shell(project: &Project, apps: &Apps, words: &Addresses, www: &Path) -> Result<String, Failure> {
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
    let words = format!("\"words\":{},\"account_words\":{}", words.reading, words.account).replace('<', "\\u003c");
    let parts = Parts { style: &style, account_style: &account_style, boot: &boot, words: &words };
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

fn public_files(project: &Project, www: &Path) -> Result<(), Failure> {
    let public = project.at("public");
    for file in files::below(&public)? {
        let Ok(name) = file.strip_prefix(&public) else { continue };
        match name.to_str() {
            // These two are filled before they are written.
            Some("boot.js" | "robots.txt") => {}
            _ => files::copy(&file, &www.join(name))?,
        }
    }
    Ok(())
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
