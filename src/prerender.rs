//! Public pages as HTML: each is rendered from the app's own views, out of what a backend's REST API answers.
//! A page names what it needs by asking for it: it is rendered, what it missed is fetched, and it is rendered again.

mod document;
mod error;
mod pages;
mod sitemap;
mod source;

use std::{fs, path::PathBuf};

use contract::Meta;
use futures::StreamExt;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;

pub use error::PrerenderError;

use crate::{
    api::{kept, urls},
    app::{App, part_of},
    i18n::{self, Words},
    pages::head::{HeadSlot, PageHead},
};
use document::{Rendered, Shell};
use pages::Page;
use source::Source;

/// What to write, from where, to where.
pub struct Job {
    /// The backend's origin.
    pub api: String,
    /// The origin that canonical addresses begin with.
    pub site: String,
    /// Whether the app reads where its backend is, instead of asking the pages' own origin.
    pub is_elsewhere: bool,
    /// Holds `shell.html`.
    pub staging: PathBuf,
    pub out: PathBuf,
    /// One folder of `.ftl` files per language.
    pub locales: PathBuf,
}

/// Rounds of rendering and fetching before a page counts as never ready.
const ROUNDS: usize = 5;

/// Writes every public page, the empty shell and the sitemap. Gives the number of pages.
///
/// # Errors
/// [`PrerenderError`] names the page, file or call that failed.
pub async fn run(job: &Job) -> Result<usize, PrerenderError> {
    // A second start in one process (tests) finds the executor there already.
    let _ = any_spawner::Executor::init_tokio();
    let source = Source::new(&job.api);
    let shell = Shell::read(&job.staging.join("shell.html"), job.is_elsewhere)?;
    let meta: Meta = source.read(&urls::meta())?;
    let mut listed = Vec::new();
    let mut written = 0;
    for locale in pages::locales_with_words(&job.locales, &meta)? {
        i18n::install(words(job, &locale)?);
        for page in pages::of_locale(&source, &locale)? {
            let rendered = render(&source, &page).await?;
            write(job, &page.file(), &shell.page(&rendered, &job.site))?;
            listed.push(rendered.head);
            written += 1;
        }
        write(job, &format!("{locale}/app.html"), &shell.empty(&locale))?;
    }
    write_shared(job, &shell, &meta, &listed)?;
    Ok(written)
}

fn write_shared(job: &Job, shell: &Shell, meta: &Meta, listed: &[PageHead]) -> Result<(), PrerenderError> {
    i18n::install(words(job, &meta.default_locale)?);
    write(job, "app.html", &shell.empty(&meta.default_locale))?;
    write(job, "index.html", &shell.doors(&meta.locales))?;
    write(job, "sitemap.xml", &sitemap::xml(listed, &job.site))
}

async fn render(source: &Source, page: &Page) -> Result<Rendered, PrerenderError> {
    kept::clear();
    for _ in 0..ROUNDS {
        let (body, head) = view(&page.path).await;
        let missed = kept::missed();
        if missed.is_empty() {
            return Ok(Rendered { body, head, part: part_of(&page.path).part });
        }
        for path in missed {
            kept::put(&path, source.fetch(&path)?);
        }
    }
    Err(PrerenderError::NeverReady { page: page.path.clone() })
}

async fn view(path: &str) -> (String, PageHead) {
    let owner = Owner::new();
    let (stream, slot) = owner.with(|| {
        let slot = HeadSlot::default();
        provide_context(RequestUrl::new(path));
        provide_context(slot.clone());
        (view! { <App part=part_of(path)/> }.to_html_stream_in_order(), slot)
    });
    let body = stream.collect::<String>().await;
    (body, slot.0.lock().map(|head| head.clone()).unwrap_or_default())
}

fn words(job: &Job, locale: &str) -> Result<Words, PrerenderError> {
    let text = pages::words_text(&job.locales.join(locale))?;
    Words::read(locale, text).map_err(|_| PrerenderError::Words { locale: locale.to_owned() })
}

fn write(job: &Job, name: &str, text: &str) -> Result<(), PrerenderError> {
    let file = job.out.join(name);
    let failed = |source| PrerenderError::File { file: file.clone(), source };
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(&file, text).map_err(failed)
}
