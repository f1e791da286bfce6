//! Versions from Cargo.lock, so that tools fit the crates they work with.

use std::path::Path;

use crate::failure::Failure;
use crate::files;

/// The locked version of a package.
pub fn version(lock: &Path, package: &'static str) -> Result<String, Failure> {
    find(&files::read_text(lock)?, package).ok_or(Failure::NotLocked(package))
}

fn find(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    let version = lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::find;

    const LOCK: &str = r#"version = 4

[[package]]
name = "wasm-bindgen-macro"
version = "9.9.9"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = ["cfg-if"]
"#;

    #[test]
    fn version_is_the_packages_own() {
        let cases = [
            ("the package", "wasm-bindgen", Some("0.2.130")),
            ("one whose name begins alike", "wasm-bindgen-macro", Some("9.9.9")),
            ("one that only starts another's name", "wasm", None),
            ("one that is not there", "leptos", None),
        ];
        for (row, package, expected) in cases {
            assert_eq!(find(LOCK, package).as_deref(), expected, "{row}");
        }
    }
}
