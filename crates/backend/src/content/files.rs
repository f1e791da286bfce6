//! Reads the folder's files and gathers what is wrong in them.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use contract::{DisputeBody, LocaleName, NoticeTone};
use serde::{Deserialize, de::DeserializeOwned};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::{
    facts::Language,
    fault::{Fault, Wrong},
    front_matter::read_toml,
};

/// A content folder while it is read.
pub struct Reading<'a> {
    folder: &'a Path,
    pub faults: Vec<Fault>,
}

/// A notice with its text in some languages.
#[derive(Clone, Debug)]
pub struct NoticeEntry {
    pub id: String,
    pub tone: NoticeTone,
    pub until: Option<OffsetDateTime>,
    pub text: BTreeMap<String, String>,
}

impl<'a> Reading<'a> {
    pub fn new(folder: &'a Path) -> Self {
        Self { folder, faults: Vec::new() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn wrong(&mut self, file: impl Into<PathBuf>, line: usize, wrong: Wrong) {
        self.faults.push(Fault { file: file.into(), line, wrong });
    }

    /// The text of a file, with the line ends of Unix.
    pub fn text(&mut self, name: &str) -> Option<String> {
        match fs::read_to_string(self.path(name)) {
            Ok(text) => Some(text.replace("\r\n", "\n")),
            Err(error) => {
                self.wrong(self.path(name), 1, Wrong::Unreadable(said(&error)));
                None
            }
        }
    }

    pub fn toml<T: DeserializeOwned>(&mut self, name: &str) -> Option<T> {
        let text = self.text(name)?;
        read_toml(&text, 1).map_err(|(line, wrong)| self.wrong(self.path(name), line, wrong)).ok()
    }

    pub fn optional_toml<T: DeserializeOwned + Default>(&mut self, name: &str) -> T {
        if self.path(name).exists() { self.toml(name).unwrap_or_default() } else { T::default() }
    }

    /// The languages there are articles in, with their own names.
    pub fn locales(&mut self, languages: &BTreeMap<String, Language>) -> Vec<LocaleName> {
        let mut tags: Vec<String> =
            self.names("").into_iter().filter(|tag| self.path(tag).join("articles").is_dir()).collect();
        tags.sort();
        if tags.is_empty() {
            self.wrong(self.folder.to_owned(), 1, Wrong::NoLanguages);
        }
        let mut named = Vec::new();
        for tag in tags {
            match languages.get(&tag) {
                Some(language) => named.push(LocaleName { name: language.name.clone(), tag }),
                None => self.wrong(self.path("languages.toml"), 1, Wrong::UnknownName(tag)),
            }
        }
        named
    }

    /// The names in a folder, sorted.
    pub fn names(&mut self, folder: &str) -> Vec<String> {
        let path = self.path(folder);
        let listed: io::Result<Vec<_>> =
            fs::read_dir(&path).and_then(|entries| entries.map(|entry| entry.map(|entry| entry.file_name())).collect());
        match listed {
            Ok(names) => {
                let mut names: Vec<String> = names.into_iter().filter_map(|name| name.into_string().ok()).collect();
                names.sort();
                names
            }
            Err(error) => {
                self.wrong(path, 1, Wrong::Unreadable(said(&error)));
                Vec::new()
            }
        }
    }

    pub fn synonyms(&mut self, locales: &[LocaleName]) -> BTreeMap<String, String> {
        let mut texts = BTreeMap::new();
        for locale in locales {
            let name = format!("synonyms/{}.txt", locale.tag);
            if self.path(&name).exists()
                && let Some(text) = self.text(&name)
            {
                texts.insert(locale.tag.clone(), text);
            }
        }
        texts
    }
}

fn said(error: &io::Error) -> String {
    error.to_string().trim_end_matches('.').to_lowercase()
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NoticesFile {
    #[serde(default)]
    notice: Vec<NoticeLine>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NoticeLine {
    id: String,
    tone: NoticeTone,
    until: Option<toml::value::Datetime>,
    text: BTreeMap<String, String>,
}

/// The lines that every page shows, from the optional `notices.toml`.
pub fn notices(reading: &mut Reading<'_>) -> Vec<NoticeEntry> {
    let file: NoticesFile = reading.optional_toml("notices.toml");
    let mut entries = Vec::new();
    for NoticeLine { id, tone, until, text } in file.notice {
        let until = until.map(|moment| OffsetDateTime::parse(&moment.to_string(), &Rfc3339)).transpose();
        match until {
            Ok(until) => entries.push(NoticeEntry { id, tone, until, text }),
            Err(error) => reading.wrong(reading.path("notices.toml"), 1, Wrong::Toml(format!("`until`: {error}"))),
        }
    }
    entries
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct DisputeFile {
    #[serde(default)]
    body: Vec<DisputeBody>,
}

/// The bodies for external dispute resolution, from the optional `dispute_bodies.toml`.
pub fn dispute_bodies(reading: &mut Reading<'_>) -> Vec<DisputeBody> {
    let file: DisputeFile = reading.optional_toml("dispute_bodies.toml");
    file.body
}
