//! Whether a build would give the same again: one hash over the contents of all it is made from.

use std::path::{Path, PathBuf};

use super::Options;
use crate::failure::Failure;
use crate::files;
use crate::process;
use crate::project::Project;

const APP: &[&str] = &[
    "src",
    "crates/contract",
    "crates/rules",
    "locales",
    "style",
    "index.html",
    "account.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    ".cargo",
    "public/icons.svg",
    "public/favicon.svg",
    "xtask/src/tools.rs",
    "xtask/src/build/trunk.rs",
    "xtask/src/build/strip.rs",
    "xtask/src/build/bundle.rs",
];
const DIST: &[&str] = &[
    "src",
    "crates",
    "locales",
    "style",
    "public",
    "content",
    "index.html",
    "account.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    ".cargo",
    "xtask",
];

/// Of the WebAssembly app.
pub fn of_app(project: &Project) -> Result<String, Failure> {
    of(project.root(), APP, &compiler(project))
}

/// Of all of `dist/`, with the options it is built with.
pub fn of_dist(project: &Project, options: &Options) -> Result<String, Failure> {
    of(project.root(), DIST, &format!("{options:?} {}", compiler(project)))
}

/// Of the native backend's sources.
pub fn of_backend(project: &Project) -> Result<String, Failure> {
    of(project.root(), &["crates", "Cargo.toml", "Cargo.lock"], "")
}

/// Whether `dist/` and the binaries that serve it are there and have this fingerprint.
pub fn is_current(project: &Project, fingerprint: &str) -> bool {
    let kept = files::read_text(&project.dist().join("fingerprint"));
    kept.is_ok_and(|kept| kept == fingerprint) && project.binary("svar-backend").is_file()
}

fn compiler(project: &Project) -> String {
    process::first_line(process::command("rustc", project.root()).arg("--version")).unwrap_or_default()
}

fn of(root: &Path, inputs: &[&str], options: &str) -> Result<String, Failure> {
    let mut listed = format!("{options}\n");
    for input in inputs {
        let path = root.join(input);
        let found: Vec<PathBuf> = if path.is_dir() { files::below(&path)? } else { vec![path] };
        for file in found.into_iter().filter(|file| file.is_file()) {
            let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
            listed.push_str(&format!("{} {name}\n", files::hash(&files::read(&file)?)));
        }
    }
    Ok(files::hash(listed.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paths with their contents.
    type Entries = &'static [(&'static str, &'static str)];

    fn tree(name: &str, entries: Entries) -> PathBuf {
        let root = std::env::temp_dir().join(format!("svar-fingerprint-{}-{name}", std::process::id()));
        files::create_empty_folder(&root).expect("a folder");
        for (path, text) in entries {
            files::write(&root.join(path), text).expect("a file");
        }
        root
    }

    #[test]
    fn fingerprint_changes_with_what_is_built_and_with_nothing_else() {
        let base: Entries = &[("src/a.rs", "a"), ("src/b.rs", "b"), ("notes.md", "n")];
        let cases: &[(&str, Entries, &str, bool)] = &[
            ("the same again", base, "o", true),
            ("another file beside it", &[("src/a.rs", "a"), ("src/b.rs", "b"), ("notes.md", "m")], "o", true),
            ("other content", &[("src/a.rs", "a"), ("src/b.rs", "c")], "o", false),
            ("other name", &[("src/a.rs", "a"), ("src/c.rs", "b")], "o", false),
            ("contents swapped", &[("src/a.rs", "b"), ("src/b.rs", "a")], "o", false),
            ("a file less", &[("src/a.rs", "a")], "o", false),
            ("other options", base, "p", false),
        ];
        let expected = of(&tree("base", base), &["src", "absent.toml"], "o").expect("a fingerprint");
        for (row, entries, options, same) in cases {
            let root = tree("case", entries);
            let found = of(&root, &["src", "absent.toml"], options).expect("a fingerprint");
            assert_eq!(found == expected, *same, "{row}");
            files::remove_folder(&root).expect("removed");
        }
        files::remove_folder(&tree("base", base)).expect("removed");
    }
}
