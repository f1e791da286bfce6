//! The files of the project, and the way a rule speaks about them.

use std::{fmt, fs, path::Path};

use walkdir::WalkDir;

/// Folders that a tool makes; nobody writes them and nobody checks them in.
const MADE_BY_TOOLS: &[&str] =
    &[".git", ".svar", "dist", "dist.new", "dist.old", "node_modules", "playwright-report", "target", "test-results"];

/// A text file, named by its path from the root of the project.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether the file is `place`, the module `place.rs`, or lies in the folder `place`.
    pub fn is_in(&self, place: &str) -> bool {
        self.path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
    }

    /// The file's name without folders and without what follows its first dot.
    pub fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.split('.').next().unwrap_or_default()
    }

    pub fn breach(&self, line: usize, advice: impl Into<String>) -> Breach {
        Breach { path: self.path.clone(), line, advice: advice.into() }
    }
}

/// A place where a rule is broken, and what to do there.
pub struct Breach {
    path: String,
    pub line: usize,
    advice: String,
}

impl fmt::Display for Breach {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}:{}: {}", self.path, self.line, self.advice)
    }
}

/// Every file of the project that is text, in the order of its path.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    WalkDir::new(root)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !MADE_BY_TOOLS.contains(&entry.file_name().to_string_lossy().as_ref()))
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(root).ok()?.to_str()?.replace('\\', "/");
            // A picture is no text.
            fs::read_to_string(entry.path()).ok().map(|text| Source { path, text })
        })
        .collect()
}

/// The files in one of the `places` that end in one of the `extensions`.
pub fn pick(places: &[&str], extensions: &[&str]) -> Vec<Source> {
    let mut sources = all();
    sources.retain(|source| {
        places.iter().any(|place| source.is_in(place))
            && extensions.iter().any(|extension| source.path.ends_with(extension))
    });
    sources
}

/// Where the project's Rust lives.
pub const RUST: &[&str] = &["src", "crates", "xtask", "tests"];

/// Fails with every breach of `rule` in `sources`.
pub fn hold(rule: impl Fn(&Source) -> Vec<Breach>, sources: &[Source]) {
    let breaches: Vec<String> = sources.iter().flat_map(rule).map(|breach| breach.to_string()).collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

/// Fails unless `rule` finds exactly the expected lines in each case: name, path, text, lines.
pub fn bite(rule: impl Fn(&Source) -> Vec<Breach>, cases: &[(&str, &str, &str, &[usize])]) {
    for (name, path, text, expected) in cases {
        let breaches = rule(&Source::new(path, text));
        let lines: Vec<usize> = breaches.iter().map(|breach| breach.line).collect();
        let said: Vec<String> = breaches.iter().map(ToString::to_string).collect();
        assert_eq!(&lines, expected, "{name}: {said:?}");
    }
}

#[test]
fn the_whole_project_is_walked() {
    let paths: Vec<String> = all().into_iter().map(|source| source.path).collect();
    for path in ["Cargo.toml", "src/lib.rs", "crates/rules/src/lib.rs", "tests/tidy/tree.rs"] {
        assert!(paths.iter().any(|walked| walked == path), "{path} is missed");
    }
    assert!(!paths.iter().any(|path| path.starts_with("target/") || path.starts_with(".git/")));
}

#[test]
fn a_place_is_a_file_a_module_or_a_folder() {
    for (name, path, place, expected) in [
        ("module", "src/api.rs", "src/api", true),
        ("folder", "src/api/call.rs", "src/api", true),
        ("file", "index.html", "index.html", true),
        ("longer_name", "src/apiary.rs", "src/api", false),
    ] {
        assert_eq!(Source::new(path, "").is_in(place), expected, "{name}");
    }
}
