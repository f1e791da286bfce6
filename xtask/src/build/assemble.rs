//! Puts `dist/` together beside the old one and swaps them, so that a server never sees half of it.

use std::path::Path;

use serde_json::{Map, Value};

use super::boot::{self, Facts};
use super::shell::{self, Parts};
use super::trunk::App;
use super::{Options, address, bundle, imports, strip, templates};
use crate::failure::Failure;
use crate::files;
use crate::project::Project;

/// Makes `dist/` from the app and the pages.
pub fn assemble(project: &Project, options: &Options, app: &App, fingerprint: &str) -> Result<(), Failure> {
    let fresh = project.at(".svar/dist.new");
    files::create_empty_folder(&fresh)?;
    let www = fresh.join("www");
    files::create_folder(&www)?;
    let words = words(project, &www)?;
    let page = shell(project, app, &words, &www)?;
    files::write(&fresh.join("shell.html"), page)?;
    public_files(project, &www)?;
    address::write(project, options, &fresh)?;
    files::write(&fresh.join("fingerprint"), fingerprint)?;
    swap(project, &fresh)
}

/// Writes each language's words; gives their addresses by language.
fn words(project: &Project, www: &Path) -> Result<Value, Failure> {
    let mut addresses = Map::new();
    for (language, text) in bundle::words(&project.at("locales"))? {
        let address = place(www, &format!("words-{language}"), "ftl", text.as_bytes())?;
        addresses.insert(language, address.into());
    }
    Ok(addresses.into())
}

/// Writes the app's files under names with their hashes; gives the shell that leads to them.
fn shell(project: &Project, app: &App, words: &Value, www: &Path) -> Result<String, Failure> {
    let wasm = files::read(&app.wasm())?;
    let templates = templates::of_wasm(&wasm)
        .ok_or_else(|| Failure::Unexpected { file: app.wasm(), why: "it is not WebAssembly".into() })?;
    let script = strip::script(&files::read_text(&app.module())?);
    let (script, wasm) = imports::shorten(&script, &wasm).unwrap_or((script, wasm));
    let module = place(www, "svar", "js", script.as_bytes())?;
    let style = place(www, "svar", "css", &files::read(&app.style())?)?;
    let wasm = place(www, "svar", "wasm", &wasm)?;
    let source = project.at("public/boot.js");
    let facts = Facts { module: &module, wasm: &wasm, words, templates: &templates };
    let script = boot::script(&files::read_text(&source)?, &facts, &source)?;
    let boot = place(www, "boot", "js", script.as_bytes())?;
    let parts = Parts { style: &style, boot: &boot, words: &words.to_string().replace('<', "\\u003c") };
    shell::shell(&files::read_text(&app.page())?, &parts, &app.page())
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
