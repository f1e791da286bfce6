//! The categories, in the order they are shown, and the editors' list of what is asked most.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::{fault::Wrong, fault::line_of, files::Reading, front_matter::read_toml, is_slug};

/// The file of the categories.
pub const FILE: &str = "categories.toml";

/// A category with its names by language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    pub id: String,
    pub parent: Option<String>,
    pub title: BTreeMap<String, String>,
    pub summary: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    most_asked: Vec<String>,
    #[serde(default)]
    category: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    id: Spanned<String>,
    parent: Option<Spanned<String>>,
    title: BTreeMap<String, String>,
    #[serde(default)]
    summary: BTreeMap<String, String>,
}

/// The categories and the most asked articles' slugs. A category's parent stands above it in the file.
pub fn read(reading: &mut Reading<'_>) -> (Vec<Shelf>, Vec<String>) {
    let Some(text) = reading.text(FILE) else { return (Vec::new(), Vec::new()) };
    let file: File = match read_toml(&text, 1) {
        Ok(file) => file,
        Err((line, wrong)) => {
            reading.wrong(reading.path(FILE), line, wrong);
            return (Vec::new(), Vec::new());
        }
    };
    let mut known = BTreeSet::new();
    let mut shelves = Vec::new();
    for Line { id, parent, title, summary } in file.category {
        let at = line_of(&text, id.span().start);
        let (id, parent) = (id.into_inner(), parent.map(Spanned::into_inner));
        for wrong in faults_of(&id, parent.as_deref(), &known) {
            reading.wrong(reading.path(FILE), at, wrong);
        }
        known.insert(id.clone());
        shelves.push(Shelf { id, parent, title, summary });
    }
    (shelves, file.most_asked)
}

fn faults_of(id: &str, parent: Option<&str>, known: &BTreeSet<String>) -> Vec<Wrong> {
    let mut faults = Vec::new();
    if !is_slug(id) {
        faults.push(Wrong::Slug(id.to_owned()));
    }
    if known.contains(id) {
        faults.push(Wrong::Twice(id.to_owned()));
    }
    if let Some(parent) = parent.filter(|parent| !known.contains(*parent)) {
        faults.push(Wrong::UnknownCategory(parent.to_owned()));
    }
    faults
}
