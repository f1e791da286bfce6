//! The sitemap: each page that may be indexed, with the same page in other languages.

use std::fmt::Write;

use super::document::escape;
use crate::{pages::head::PageHead, paths};

/// The sitemap of these pages.
pub fn xml(pages: &[PageHead], site: &str) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for page in pages {
        let Some(path) = &page.canonical else { continue };
        // Writing into a String cannot fail.
        let _ = writeln!(out, "<url><loc>{}</loc>", escape(&format!("{site}{path}")));
        for tag in &page.locales {
            let href = escape(&format!("{site}{}", paths::in_locale(path, tag)));
            let _ = writeln!(out, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{href}\"/>");
        }
        out.push_str("</url>\n");
    }
    out.push_str("</urlset>\n");
    out
}
