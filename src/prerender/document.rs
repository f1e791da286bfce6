//! The document around a rendered view: the build's shell with its places filled.

use std::{fmt::Write, fs, path::Path};

use contract::LocaleName;
use serde_json::value::RawValue;
use time::OffsetDateTime;

use super::PrerenderError;
use crate::{
    api::kept::{self, Embedded, EmbeddedAnswer},
    i18n,
    pages::head::{PageHead, SITE, default_locale},
    paths::{self, Part},
};

/// A page's view and what it says of itself.
pub struct Rendered {
    pub body: String,
    pub head: PageHead,
    pub part: Part,
}

/// The build's HTML, with comments where each page's own parts go.
pub struct Shell {
    text: String,
    /// What the app's data says of the backend.
    api: &'static str,
}

const OPENING: &str = r#"<html lang="en" dir="ltr">"#;
const HEAD: &str = "<!--head-->";
const NOTICE: &str = "<!--notice-->";
const APP: &str = "<!--app-->";
const DATA: &str = "<!--data-->";
const API: &str = "<!--api-->";
/// The further member of the app's data that names the file to read the backend's origin from.
const BACKEND: &str = ",\"backend\":\"/backend.json\"";

impl Shell {
    /// Reads the shell and checks that each place is there. `is_elsewhere` where the app reads which backend to ask.
    pub fn read(file: &Path, is_elsewhere: bool) -> Result<Self, PrerenderError> {
        let failed = |source| PrerenderError::File { file: file.to_owned(), source };
        let text = fs::read_to_string(file).map_err(failed)?;
        match [OPENING, HEAD, NOTICE, APP, DATA, API].into_iter().find(|marker| !text.contains(marker)) {
            Some(marker) => Err(PrerenderError::Marker { marker }),
            None => Ok(Self { text, api: if is_elsewhere { BACKEND } else { "" } }),
        }
    }

    /// A whole page.
    pub fn page(&self, page: &Rendered, site: &str) -> String {
        let notices = notices(page.part == Part::Account);
        let text = self.fill(&i18n::locale(), &head(&page.head, site), &page.body, &notices, &data());
        if page.part == Part::Account { text } else { without_account_style(&text) }
    }

    /// The shell of pages that are made in the browser alone.
    pub fn empty(&self, locale: &str) -> String {
        let page = PageHead::default();
        self.fill(locale, &head(&page, ""), "", &notices(true), "")
    }

    /// The page at the root of a static host: a door for each language.
    pub fn doors(&self, locales: &[LocaleName]) -> String {
        let door = |locale: &LocaleName| {
            let (tag, name) = (escape(&locale.tag), escape(&locale.name));
            format!("<li><a class=\"button\" href=\"/{tag}\" hreflang=\"{tag}\" lang=\"{tag}\">{name}</a></li>")
        };
        let doors: String = locales.iter().map(door).collect();
        let title = escape(&t!("site-name"));
        let body = format!("<main class=\"page-layout\"><h1>{title}</h1><ul class=\"doors\">{doors}</ul></main>");
        without_account_style(&self.fill(&i18n::locale(), &head(&PageHead::default(), ""), &body, &notices(false), ""))
    }

    fn fill(&self, locale: &str, head: &str, body: &str, notices: &str, data: &str) -> String {
        let opening = format!("<html lang=\"{}\" dir=\"{}\">", escape(locale), i18n::direction(locale));
        // One pass over the shell, so that content which looks like a marker stays content.
        let mut out = String::with_capacity(self.text.len() + head.len() + body.len() + data.len());
        let mut rest = self.text.as_str();
        let parts =
            [(OPENING, opening.as_str()), (HEAD, head), (APP, body), (NOTICE, notices), (DATA, data), (API, self.api)];
        for (marker, part) in parts {
            if let Some((before, after)) = rest.split_once(marker) {
                out.push_str(before);
                out.push_str(part);
                rest = after;
            }
        }
        out.push_str(rest);
        out
    }
}

/// Account pages show a style sheet more than the others; the first such run of the shell is the build's own.
fn without_account_style(page: &str) -> String {
    let parts = page
        .split_once("<!--account-->")
        .and_then(|(before, rest)| Some((before, rest.split_once("<!--/account-->")?)));
    parts.map_or_else(|| page.to_owned(), |(before, (_, after))| format!("{before}{after}"))
}

/// What a person reads when the app cannot start. They are outside the app's own element and hidden until then.
/// `is_all_app` where the page is nothing without it.
fn notices(is_all_app: bool) -> String {
    let notice = |id: &str, words: String, is_reload_offered: bool| {
        let reload = if is_reload_offered {
            format!(" <button type=\"button\" class=\"button\" data-reload>{}</button>", escape(&t!("boot-reload")))
        } else {
            String::new()
        };
        format!("<p class=\"boot-notice\" id=\"{id}\" role=\"status\" hidden>{}{reload}</p>", escape(&words))
    };
    let all_articles =
        format!("<a href=\"{}\">{}</a>", paths::articles(&i18n::locale()), escape(&t!("boot-all-articles")));
    let (no_script, blocked, offline) = if is_all_app {
        (t!("boot-no-script-here"), t!("boot-blocked-here"), t!("boot-offline-here"))
    } else {
        (t!("boot-no-script"), t!("boot-blocked"), t!("boot-offline"))
    };
    let no_script = escape(&no_script);
    let articles = format!("<noscript><p class=\"boot-notice\">{no_script} {all_articles}</p></noscript>");
    [
        articles,
        notice("svar-blocked", blocked, false).replace("</p>", &format!(" {all_articles}</p>")),
        notice("svar-outdated", t!("boot-outdated"), true),
        notice("svar-offline", offline, true),
        notice("svar-unreachable", t!("boot-unreachable"), true),
    ]
    .concat()
}

fn head(page: &PageHead, site: &str) -> String {
    let mut out = format!("<title>{}</title>", escape(&page.full_title()));
    let mut put = |text: String| out.push_str(&text);
    if !page.description.is_empty() {
        let words = escape(&page.description);
        put(format!("<meta name=\"description\" content=\"{words}\">"));
        put(format!("<meta property=\"og:description\" content=\"{words}\">"));
    }
    let Some(path) = &page.canonical else {
        put("<meta name=\"robots\" content=\"noindex\">".to_owned());
        return out;
    };
    let address = escape(&format!("{site}{path}"));
    put(format!("<link rel=\"canonical\" href=\"{address}\">"));
    for (property, value) in [
        ("og:title", escape(&page.title)),
        ("og:url", address),
        ("og:type", if page.structured.is_empty() { "website".to_owned() } else { "article".to_owned() }),
        ("og:site_name", escape(&t!("site-name"))),
        ("og:locale", i18n::locale()),
    ] {
        put(format!("<meta property=\"{property}\" content=\"{value}\">"));
    }
    out + &alternates(page, path, site) + &structured(page, site)
}

fn alternates(page: &PageHead, path: &str, site: &str) -> String {
    let mut out = String::new();
    let default = default_locale(&page.locales);
    let all = page.locales.iter().map(|tag| (tag.as_str(), tag.as_str())).chain([("x-default", default)]);
    for (name, tag) in all {
        let href = escape(&format!("{site}{}", paths::in_locale(path, tag)));
        // Writing into a String cannot fail.
        let _ = write!(out, "<link rel=\"alternate\" hreflang=\"{name}\" href=\"{href}\">");
    }
    out
}

fn structured(page: &PageHead, site: &str) -> String {
    if page.structured.is_empty() {
        return String::new();
    }
    let graph = page.structured.join(",").replace(SITE, site);
    let text = format!("{{\"@context\":\"https://schema.org\",\"@graph\":[{graph}]}}");
    format!("<script type=\"application/ld+json\">{}</script>", inert(&text))
}

fn data() -> String {
    let answers = kept::all().into_iter().filter_map(|(path, kept)| {
        let body = RawValue::from_string(kept.body.to_string()).ok()?;
        Some(EmbeddedAnswer { path, etag: kept.etag, body })
    });
    let embedded = Embedded { made_at: OffsetDateTime::now_utc().unix_timestamp(), answers: answers.collect() };
    // Every part of it was JSON before.
    let text = serde_json::to_string(&embedded).unwrap_or_default();
    format!("<script type=\"application/json\" id=\"svar-data\">{}</script>", inert(&text))
}

/// JSON that cannot end the data block it stands in.
fn inert(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// Text inside HTML or XML, also in quoted attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
