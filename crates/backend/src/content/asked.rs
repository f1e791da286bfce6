//! How people ask for what a section answers, from the optional `asked/<lang>.txt`: `slug#anchor: words, words` on a
//! line. The words lead a question to its section and are never shown.

use std::collections::BTreeMap;

use contract::LocaleName;

use super::{Library, fault::Wrong, files::Reading};

/// How people ask, in one language.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The words of each section, by `slug#anchor`, or by the slug for the text before the first heading.
    pub sections: BTreeMap<String, String>,
    /// What is asked, too, and stands in no article.
    pub nothing: Vec<String>,
}

const NOTHING: &str = "nothing";

/// Reads the file of each language that has one.
pub fn read(reading: &mut Reading<'_>, locales: &[LocaleName], library: &Library) -> BTreeMap<String, Asked> {
    let mut all = BTreeMap::new();
    for locale in locales {
        let name = format!("asked/{}.txt", locale.tag);
        if !reading.path(&name).exists() {
            continue;
        }
        let mut asked = Asked::default();
        for (at, line) in reading.text(&name).unwrap_or_default().lines().enumerate() {
            if let Err(wrong) = asked.take(line.trim(), &locale.tag, library) {
                reading.wrong(reading.path(&name), at + 1, wrong);
            }
        }
        all.insert(locale.tag.clone(), asked);
    }
    all
}

impl Asked {
    fn take(&mut self, line: &str, locale: &str, library: &Library) -> Result<(), Wrong> {
        if line.is_empty() || line.starts_with("# ") {
            return Ok(());
        }
        let (section, words) = line.split_once(": ").ok_or_else(|| Wrong::NoWords(line.to_owned()))?;
        if section == NOTHING {
            self.nothing.push(words.to_owned());
            return Ok(());
        }
        let (slug, anchor) = section.split_once('#').map_or((section, None), |(slug, anchor)| (slug, Some(anchor)));
        let text = library.articles.get(slug).and_then(|article| article.texts.get(locale));
        let text = text.ok_or_else(|| Wrong::UnknownArticle(slug.to_owned()))?;
        if let Some(anchor) = anchor.filter(|anchor| !text.headings.iter().any(|heading| heading.anchor == *anchor)) {
            return Err(Wrong::UnknownAnchor { slug: slug.to_owned(), anchor: anchor.to_owned() });
        }
        match self.sections.insert(section.to_owned(), words.to_owned()) {
            Some(_) => Err(Wrong::Twice(section.to_owned())),
            None => Ok(()),
        }
    }
}
