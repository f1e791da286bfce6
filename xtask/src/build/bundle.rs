//! The style sheets of `style/` and the words of `locales/`, each for reading and for the account part, into
//! `.svar/assets`.

use std::path::{Path, PathBuf};

use super::strip;
use crate::failure::Failure;
use crate::files;
use crate::project::Project;

const FOLDER: &str = ".svar/assets";
/// These come first and in this order: later ones rest on them.
const FIRST: [&str; 3] = ["layers.css", "tokens.css", "base.css"];

/// Files of words that reading needs; the account part has them all.
const READING: [&str; 3] = ["help.ftl", "site.ftl", "statements.ftl"];

/// One language's words for each part.
pub struct Words {
    pub language: String,
    pub reading: String,
    pub account: String,
}

/// Writes the bundles; files that stay the same are left alone. While developing one file has all words.
pub fn run(project: &Project) -> Result<(), Failure> {
    let assets = project.at(FOLDER);
    let style = project.at("style");
    files::write_if_changed(&assets.join("svar.css"), &styles(&style)?)?;
    files::write_if_changed(&assets.join("account.css"), &styles(&style.join("account"))?)?;
    let locales = project.at("locales");
    for language in files::folder_names(&locales)? {
        let parts = files::with_ending(&locales.join(&language), "ftl")?;
        let all = together(&parts, strip::messages)?;
        files::write_if_changed(&assets.join("words").join(format!("{language}.ftl")), &all)?;
    }
    Ok(())
}

/// The words of each language.
pub fn words(locales: &Path) -> Result<Vec<Words>, Failure> {
    let mut all = Vec::new();
    for language in files::folder_names(locales)? {
        let parts = files::with_ending(&locales.join(&language), "ftl")?;
        let of = |wanted: &dyn Fn(&str) -> bool| {
            let name = |path: &PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
            let is_wanted = |path: &&PathBuf| name(path).is_some_and(|name| wanted(&name));
            let chosen: Vec<PathBuf> = parts.iter().filter(is_wanted).cloned().collect();
            together(&chosen, strip::messages)
        };
        if !parts.is_empty() {
            let reading = of(&|name| READING.contains(&name))?;
            all.push(Words { reading, account: of(&|_| true)?, language });
        }
    }
    Ok(all)
}

/// The style sheets that account pages show beside the common one.
pub fn account_style(project: &Project) -> Result<String, Failure> {
    styles(&project.at("style/account"))
}

/// The style sheet of every page.
pub fn style(project: &Project) -> Result<String, Failure> {
    styles(&project.at("style"))
}

fn styles(folder: &Path) -> Result<String, Failure> {
    let mut parts = files::with_ending(folder, "css")?;
    parts.sort_by_key(|path| place(path));
    together(&parts, strip::css)
}

fn place(path: &Path) -> (usize, PathBuf) {
    let first = FIRST.iter().position(|name| path.ends_with(name));
    (first.unwrap_or(FIRST.len()), path.to_owned())
}

fn together(parts: &[PathBuf], stripped: fn(&str) -> String) -> Result<String, Failure> {
    let mut all = String::new();
    for part in parts {
        all.push_str(&stripped(&files::read_text(part)?));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_tokens_and_base_come_before_the_components() {
        let mut names = ["card.css", "base.css", "tokens.css", "article.css", "layers.css"].map(PathBuf::from);
        names.sort_by_key(|path| place(path));
        assert_eq!(names, ["layers.css", "tokens.css", "base.css", "article.css", "card.css"].map(PathBuf::from));
    }
}
