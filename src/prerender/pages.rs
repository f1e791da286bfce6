//! Which pages there are.

use std::{fs, path::Path};

use contract::{ArticleSummary, Category, List, Meta};

use super::{PrerenderError, source::Source};
use crate::{api::urls, paths};

/// A page to write.
pub struct Page {
    pub path: String,
}

impl Page {
    /// The file that a static host serves for it: its path with `.html`.
    pub fn file(&self) -> String {
        format!("{}.html", self.path.trim_start_matches('/'))
    }
}

/// The backend's languages that the interface has words for.
pub fn locales_with_words(folder: &Path, meta: &Meta) -> Result<Vec<String>, PrerenderError> {
    let tags = meta.locales.iter().map(|locale| locale.tag.clone());
    Ok(tags.filter(|tag| folder.join(tag).is_dir()).collect())
}

/// All words of one language, file after file, by name.
pub fn words_text(folder: &Path) -> Result<String, PrerenderError> {
    let failed = |source| PrerenderError::File { file: folder.to_owned(), source };
    let mut files: Vec<_> =
        fs::read_dir(folder).map_err(failed)?.filter_map(Result::ok).map(|file| file.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "ftl"));
    files.sort();
    let texts: Result<Vec<_>, _> = files.iter().map(|file| fs::read_to_string(file).map_err(failed)).collect();
    Ok(texts?.join("\n"))
}

/// Every public page of a language.
pub fn of_locale(source: &Source, locale: &str) -> Result<Vec<Page>, PrerenderError> {
    let mut pages = fixed(locale);
    let categories: Vec<Category> = source.read(&urls::categories(locale))?;
    add_categories(&mut pages, locale, &categories);
    let mut cursor = None;
    loop {
        let list: List<ArticleSummary> = source.read(&urls::articles(locale, None, cursor.as_deref()))?;
        pages.extend(list.items.iter().map(|article| page(paths::article(locale, &article.slug))));
        cursor = list.next_cursor;
        if cursor.is_none() {
            return Ok(pages);
        }
    }
}

fn fixed(locale: &str) -> Vec<Page> {
    let pages = [
        paths::home,
        paths::articles,
        paths::orders,
        paths::cases,
        paths::sign_in,
        paths::accessibility,
        paths::privacy,
        paths::browsers,
    ];
    // What these two show beyond their fields depends on the address's query; they are written without one.
    let asking = [paths::search(locale, ""), paths::ask(locale, None)];
    pages.iter().map(|path| path(locale)).chain(asking).map(page).collect()
}

fn add_categories(pages: &mut Vec<Page>, locale: &str, categories: &[Category]) {
    for category in categories {
        pages.push(page(paths::category(locale, &category.slug)));
        add_categories(pages, locale, &category.children);
    }
}

fn page(path: String) -> Page {
    Page { path }
}
