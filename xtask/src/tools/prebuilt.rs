//! Prebuilt releases, fetched with curl and unpacked with tar. Every failure here only means: compile it instead.

use std::path::{Path, PathBuf};

use super::Tool;
use crate::failure::Failure;
use crate::files;
use crate::process::{self, say};
use crate::project::Project;

/// This machine as releases name it, with the C library they were linked to; `None` where none are published.
pub fn platform(on_x86_64: &str, on_aarch64: &str) -> Option<String> {
    match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => Some(format!("x86_64-unknown-linux-{on_x86_64}")),
        ("linux", "aarch64") => Some(format!("aarch64-unknown-linux-{on_aarch64}")),
        ("macos", arch @ ("x86_64" | "aarch64")) => Some(format!("{arch}-apple-darwin")),
        _ => None,
    }
}

/// Puts the tool of a release into `folder` if that can be had; the caller looks whether it is there.
pub fn install(project: &Project, tool: &Tool, folder: &Path) -> Result<(), Failure> {
    let Some(url) = &tool.release else { return Ok(()) };
    let scratch = folder.with_extension("part");
    files::create_empty_folder(&scratch)?;
    let archive = scratch.join("release.tar.gz");
    if fetch(project, url, &archive) {
        match published_sum(project, url, &scratch) {
            Some(sum) if sum != files::hash(&files::read(&archive)?) => {
                say("  The release does not match its published checksum, so it is not used.");
            }
            _ => unpack(project, tool, &archive, folder)?,
        }
    } else {
        say("  No prebuilt release could be fetched.");
    }
    files::remove_folder(&scratch)
}

fn fetch(project: &Project, url: &str, to: &Path) -> bool {
    let mut curl = process::command("curl", project.root());
    curl.args(["--silent", "--fail", "--location", "--connect-timeout", "5", "--max-time", "300", "--output"]);
    process::works(curl.arg(to).arg(url))
}

fn published_sum(project: &Project, url: &str, scratch: &Path) -> Option<String> {
    let file = scratch.join("sum");
    [".sha256", ".sha256sum"].iter().find_map(|ending| {
        let text = fetch(project, &format!("{url}{ending}"), &file).then(|| files::read_text(&file).ok())??;
        text.split_whitespace().next().filter(|sum| sum.len() == 64).map(str::to_owned)
    })
}

fn unpack(project: &Project, tool: &Tool, archive: &Path, folder: &Path) -> Result<(), Failure> {
    let Some(scratch) = archive.parent() else { return Ok(()) };
    let mut tar = process::command("tar", project.root());
    if !process::works(tar.arg("--extract").arg("--file").arg(archive).arg("--directory").arg(scratch)) {
        return Ok(());
    }
    let unpacked: Option<PathBuf> = files::below(scratch)?.into_iter().find(|path| path.ends_with(tool.name));
    unpacked.map_or(Ok(()), |binary| files::copy(&binary, &folder.join(tool.name)))
}
