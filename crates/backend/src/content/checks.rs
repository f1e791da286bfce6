//! What can only be checked once every article is read: where links lead, and what lists name.

use std::path::Path;

use super::{ArticleEntry, Library, fault::Wrong, files::Reading, markdown::ArticleLink, shelves};

/// Adds what is wrong to the reading's faults.
pub fn check(reading: &mut Reading<'_>, library: &Library) {
    for article in library.articles.values() {
        for (locale, text) in &article.texts {
            let path = reading.path(&format!("{locale}/articles/{}.md", article.slug));
            links(reading, &path, library, locale, &text.links);
            related(reading, &path, library, article);
        }
    }
    for topic in &library.topics {
        for (locale, text) in &topic.texts {
            let path = reading.path(&format!("{locale}/topics/{}.md", topic.id));
            links(reading, &path, library, locale, &text.links);
        }
    }
    let named = library.most_asked.iter().map(|slug| (slug, shelves::FILE));
    let moved = library.moved.values().map(|slug| (slug, "moved.toml"));
    for (slug, file) in named.chain(moved).filter(|(slug, _)| !library.articles.contains_key(*slug)) {
        let path = reading.path(file);
        let line = line_with(&path, slug);
        reading.wrong(path, line, Wrong::UnknownArticle(slug.clone()));
    }
}

fn links(reading: &mut Reading<'_>, path: &Path, library: &Library, locale: &str, links: &[ArticleLink]) {
    for ArticleLink { line, slug, anchor } in links {
        let Some(target) = library.articles.get(slug) else {
            reading.wrong(path, *line, Wrong::UnknownArticle(slug.clone()));
            continue;
        };
        let (Some(anchor), Some((_, target))) = (anchor, library.text_for(target, locale)) else { continue };
        if !target.headings.iter().any(|heading| heading.anchor == *anchor) {
            let wrong = Wrong::UnknownAnchor { slug: slug.clone(), anchor: anchor.clone() };
            reading.wrong(path, *line, wrong);
        }
    }
}

fn related(reading: &mut Reading<'_>, path: &Path, library: &Library, article: &ArticleEntry) {
    for slug in article.related.iter().filter(|slug| !library.articles.contains_key(*slug)) {
        let line = line_with(path, slug);
        reading.wrong(path, line, Wrong::UnknownArticle(slug.clone()));
    }
}

/// The first line of a file with a quoted word on it, else its first.
fn line_with(path: &Path, word: &str) -> usize {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let quoted = format!("\"{word}\"");
    text.lines().position(|line| line.contains(&quoted)).map_or(1, |at| at + 1)
}
