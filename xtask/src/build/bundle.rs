//! One style sheet of `style/`, one file of words per language of `locales/`, into `.svar/assets`.

use std::path::{Path, PathBuf};

use super::strip;
use crate::failure::Failure;
use crate::files;
use crate::project::Project;

const FOLDER: &str = ".svar/assets";
/// These come first and in this order: later ones rest on them.
const FIRST: [&str; 3] = ["layers.css", "tokens.css", "base.css"];

/// Writes the bundles; files that stay the same are left alone.
pub fn run(project: &Project) -> Result<(), Failure> {
    let assets = project.at(FOLDER);
    files::write_if_changed(&assets.join("svar.css"), &styles(&project.at("style"))?)?;
    for (language, text) in words(&project.at("locales"))? {
        files::write_if_changed(&assets.join("words").join(format!("{language}.ftl")), &text)?;
    }
    Ok(())
}

/// Languages with their words, as [`run`] writes them.
pub fn words(locales: &Path) -> Result<Vec<(String, String)>, Failure> {
    let mut all = Vec::new();
    for language in files::folder_names(locales)? {
        let parts = files::with_ending(&locales.join(&language), "ftl")?;
        if !parts.is_empty() {
            all.push((language, together(&parts, strip::messages)?));
        }
    }
    Ok(all)
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
