//! Reads the articles of one language into the library.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use time::{Date, Month};
use toml::Spanned;

use super::{
    ArticleEntry, ArticleText, Library,
    fault::{Wrong, line_of},
    files::Reading,
    front_matter::{FrontMatter, HEAD_LINE, read_toml, split},
    is_slug, markdown,
};

/// Longest summary, in characters: it is the description that search engines show, too.
const SUMMARY_MAX: usize = 150;

/// Reads every `<lang>/articles/*.md`; the keys of the facts they name go into `used`.
pub fn read(reading: &mut Reading<'_>, page: markdown::Page<'_>, library: &mut Library, used: &mut BTreeSet<String>) {
    let folder = format!("{}/articles", page.locale);
    for name in reading.names(&folder) {
        let Some(slug) = name.strip_suffix(".md") else { continue };
        let file = format!("{folder}/{name}");
        let path = reading.path(&file);
        if !is_slug(slug) {
            reading.wrong(path, 1, Wrong::Slug(slug.to_owned()));
            continue;
        }
        let Some(text) = reading.text(&file) else { continue };
        match article(&text, page, library, used) {
            Ok(head) => add(reading, &path, slug, page.locale, head, library),
            Err(faults) => faults.into_iter().for_each(|(line, wrong)| reading.wrong(&path, line, wrong)),
        }
    }
}

/// An article's head and text, and where in the file its keys stand.
struct Read {
    head: FrontMatter,
    text: ArticleText,
    lines: Lines,
}

struct Lines {
    category: usize,
    topic: usize,
}

type Faults = Vec<(usize, Wrong)>;

fn article(
    text: &str,
    page: markdown::Page<'_>,
    library: &Library,
    used: &mut BTreeSet<String>,
) -> Result<Read, Faults> {
    let split = split(text).map_err(|wrong| vec![(1, wrong)])?;
    let head: FrontMatter = read_toml(split.head, HEAD_LINE).map_err(|fault| vec![fault])?;
    let line = |span: std::ops::Range<usize>| HEAD_LINE + line_of(split.head, span.start) - 1;
    let mut faults = head_faults(&head, library, line);
    let mut filled = |field: &Spanned<String>| {
        markdown::plain(field.get_ref().trim(), page, used).map_err(|wrong| (line(field.span()), wrong))
    };
    let title = filled(&head.title).unwrap_or_else(|fault| kept(&mut faults, fault));
    let summary = filled(&head.summary).unwrap_or_else(|fault| kept(&mut faults, fault));
    if summary.chars().count() > SUMMARY_MAX {
        faults.push((line(head.summary.span()), Wrong::SummaryTooLong(SUMMARY_MAX)));
    }
    let updated_on = day(head.updated_on.get_ref());
    if updated_on.is_none() {
        faults.push((line(head.updated_on.span()), Wrong::Date));
    }
    let parsed = markdown::parse(split.body, split.body_line, page);
    match (parsed, updated_on) {
        (Ok(parsed), Some(updated_on)) if faults.is_empty() => {
            used.extend(parsed.facts);
            let lines = Lines { category: line(head.category.span()), topic: line(head.topic.span()) };
            let markdown::Parsed { body, headings, links, .. } = parsed;
            let keywords = head.keywords.clone();
            Ok(Read { head, text: ArticleText { title, summary, keywords, updated_on, body, headings, links }, lines })
        }
        (parsed, _) => {
            faults.extend(parsed.err().unwrap_or_default());
            faults.sort_by_key(|(line, _)| *line);
            Err(faults)
        }
    }
}

fn kept(faults: &mut Faults, fault: (usize, Wrong)) -> String {
    faults.push(fault);
    String::new()
}

fn head_faults(head: &FrontMatter, library: &Library, line: impl Fn(std::ops::Range<usize>) -> usize) -> Faults {
    let mut faults = Vec::new();
    for (key, field) in [("title", &head.title), ("summary", &head.summary), ("topic", &head.topic)] {
        if field.get_ref().trim().is_empty() {
            faults.push((line(field.span()), Wrong::Empty(key)));
        }
    }
    if !library.shelves.iter().any(|shelf| shelf.id == *head.category.get_ref()) {
        faults.push((line(head.category.span()), Wrong::UnknownCategory(head.category.get_ref().clone())));
    }
    faults
}

fn day(moment: &toml::value::Datetime) -> Option<Date> {
    if moment.time.is_some() || moment.offset.is_some() {
        return None;
    }
    let date = moment.date?;
    Date::from_calendar_date(date.year.into(), Month::try_from(date.month).ok()?, date.day).ok()
}

fn add(reading: &mut Reading<'_>, path: &Path, slug: &str, locale: &str, read: Read, library: &mut Library) {
    let Read { head, text, lines } = read;
    let entry = library.articles.entry(slug.to_owned()).or_insert_with(|| ArticleEntry {
        slug: slug.to_owned(),
        category: head.category.get_ref().clone(),
        topic: head.topic.get_ref().clone(),
        audience: *head.audience.get_ref(),
        related: head.related.iter().map(|slug| slug.get_ref().clone()).collect(),
        texts: BTreeMap::new(),
    });
    let first = entry.texts.keys().next().cloned().unwrap_or_default();
    let same = [
        ("category", entry.category == *head.category.get_ref(), lines.category),
        ("topic", entry.topic == *head.topic.get_ref(), lines.topic),
    ];
    for (key, _, line) in same.into_iter().filter(|(_, same, _)| !same) {
        reading.wrong(path, line, Wrong::Differs { key, locale: first.clone() });
    }
    entry.texts.insert(locale.to_owned(), text);
}
