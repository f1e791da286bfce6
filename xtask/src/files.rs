//! Reading, writing and listing files, with failures that name the file.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use walkdir::WalkDir;

use crate::failure::Failure;

/// Reads a text file.
pub fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(Failure::file("read", path))
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(Failure::file("read", path))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(parent) = path.parent() {
        create_folder(parent)?;
    }
    fs::write(path, content).map_err(Failure::file("write", path))
}

/// Writes a file unless it holds this already, so that watchers stay quiet.
pub fn write_if_changed(path: &Path, content: &str) -> Result<(), Failure> {
    match fs::read(path) {
        Ok(now) if now == content.as_bytes() => Ok(()),
        _ => write(path, content),
    }
}

/// Makes a folder and those above it.
pub fn create_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(Failure::file("make", path))
}

/// Makes a folder that holds nothing.
pub fn create_empty_folder(path: &Path) -> Result<(), Failure> {
    remove_folder(path)?;
    create_folder(path)
}

/// Removes a folder with all it holds; none there is fine.
pub fn remove_folder(path: &Path) -> Result<(), Failure> {
    if path.exists() { fs::remove_dir_all(path).map_err(Failure::file("remove", path)) } else { Ok(()) }
}

/// Removes a file; none there is fine.
pub fn remove_file(path: &Path) -> Result<(), Failure> {
    if path.exists() { fs::remove_file(path).map_err(Failure::file("remove", path)) } else { Ok(()) }
}

/// Moves a file or folder within one file system.
pub fn rename(from: &Path, to: &Path) -> Result<(), Failure> {
    fs::rename(from, to).map_err(Failure::file("move", from))
}

/// Copies a file, making the folders above the target.
pub fn copy(from: &Path, to: &Path) -> Result<(), Failure> {
    if let Some(parent) = to.parent() {
        create_folder(parent)?;
    }
    fs::copy(from, to).map(|_| ()).map_err(Failure::file("copy", from))
}

/// Every file below a folder, sorted by path; none where there is no folder.
pub fn below(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| Failure::file("list", folder)(error.into()))?;
        if entry.file_type().is_file() {
            found.push(entry.into_path());
        }
    }
    Ok(found)
}

/// The files of one folder with this ending, sorted by name.
pub fn with_ending(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut found = below(folder)?;
    found.retain(|path| path.parent() == Some(folder) && path.extension().is_some_and(|own| own == ending));
    Ok(found)
}

/// The names of the folders in a folder, sorted.
pub fn folder_names(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Failure::file("list", folder))? {
        let entry = entry.map_err(Failure::file("list", folder))?;
        if entry.path().is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

/// SHA-256 as 64 hexadecimal digits.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `svar.css` -> `svar-0123456789abcdef.css`: a name that changes with the content.
pub fn hashed_name(stem: &str, ending: &str, content: &[u8]) -> String {
    format!("{stem}-{}.{ending}", &hash(content)[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashed_name_changes_with_the_content() {
        assert_eq!(hashed_name("svar", "css", b"a"), "svar-ca978112ca1bbdca.css");
        assert_eq!(hashed_name("svar", "css", b"b"), "svar-3e23e8160039594a.css");
    }
}
