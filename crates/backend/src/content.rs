//! The content folder: articles as Markdown in a folder per language, and a few data files.
//! What is wrong in it is told with file and line; content with faults is never used.

pub mod asked;
pub mod contact;
pub mod facts;
pub mod fault;
pub mod front_matter;
pub mod mail;
pub mod markdown;
pub mod order_facts;
pub mod shelves;
pub mod topics;
pub mod watch;

mod articles;
mod checks;
mod files;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use contract::{DisputeBody, Heading, LocaleName, Node};
use time::Date;

pub use self::{
    contact::Contact,
    fault::{Fault, Wrong},
    files::NoticeEntry,
    front_matter::Audience,
    mail::{MailText, MailTexts},
    shelves::Shelf,
    topics::{TopicEntry, TopicText},
};
use self::{facts::Facts, markdown::ArticleLink};

/// The language that readers get when theirs is not there, if the content has it; else the first by its tag.
pub const USUAL_LOCALE: &str = "en";

/// Everything that the content folder says, checked.
#[derive(Clone, Debug, Default)]
pub struct Library {
    pub locales: Vec<LocaleName>,
    pub default_locale: String,
    pub shelves: Vec<Shelf>,
    /// By slug.
    pub articles: BTreeMap<String, ArticleEntry>,
    /// Slugs, the most asked first.
    pub most_asked: Vec<String>,
    /// Old slugs and where their articles are now.
    pub moved: BTreeMap<String, String>,
    pub notices: Vec<NoticeEntry>,
    pub dispute_bodies: Vec<DisputeBody>,
    /// Tags of the languages that support speaks, by any method.
    pub support_languages: Vec<String>,
    /// The languages in which support answers e-mail: the list `email_chat` of the facts.
    pub email_languages: Vec<String>,
    /// How support can be reached besides.
    pub contact: Contact,
    /// What a question can be about, in the order in which it is offered.
    pub topics: Vec<TopicEntry>,
    /// What mails say, by language.
    pub mail: BTreeMap<String, MailTexts>,
    /// Text of the synonyms file, by language.
    pub synonyms: BTreeMap<String, String>,
    /// How people ask for a section, by language and by section (`slug#anchor`).
    pub asked: BTreeMap<String, asked::Asked>,
    /// Sentences about orders, by language.
    pub order_words: BTreeMap<String, order_facts::OrderFacts>,
    /// The marketplace's numbers about orders.
    pub order_facts: rules::order::Facts,
    /// Facts that no article names.
    pub unused_facts: BTreeSet<String>,
}

/// An article with its texts.
#[derive(Clone, Debug)]
pub struct ArticleEntry {
    pub slug: String,
    pub category: String,
    pub topic: String,
    pub audience: Audience,
    pub related: Vec<String>,
    /// By language.
    pub texts: BTreeMap<String, ArticleText>,
}

/// An article in one language.
#[derive(Clone, Debug)]
pub struct ArticleText {
    pub title: String,
    pub summary: String,
    pub keywords: Vec<String>,
    pub updated_on: Date,
    pub body: Vec<Node>,
    pub headings: Vec<Heading>,
    /// Links to other articles.
    pub links: Vec<ArticleLink>,
}

impl Library {
    /// The tags of the languages, sorted.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        self.locales.iter().map(|locale| locale.tag.clone()).collect()
    }

    /// The text of an article that a reader of `locale` gets, with the language it is in.
    #[must_use]
    pub fn text_for<'a>(&self, article: &'a ArticleEntry, locale: &str) -> Option<(&'a str, &'a ArticleText)> {
        let have: Vec<String> = article.texts.keys().cloned().collect();
        let fallback = if article.texts.contains_key(&self.default_locale) {
            self.default_locale.as_str()
        } else {
            have.first()?.as_str()
        };
        let chosen = rules::locale::nearest(locale, &have, fallback);
        article.texts.get_key_value(chosen).map(|(tag, text)| (tag.as_str(), text))
    }
}

/// Reads and checks a content folder.
///
/// # Errors
/// Everything wrong in it.
pub fn load(folder: &Path) -> Result<Library, Vec<Fault>> {
    let mut reading = files::Reading::new(folder);
    let facts: Facts = reading.toml("facts.toml").unwrap_or_default();
    let languages = reading.toml("languages.toml").unwrap_or_default();
    let (shelves, most_asked) = shelves::read(&mut reading);
    let locales = reading.locales(&languages);
    let default_locale = locales.iter().find(|locale| locale.tag == USUAL_LOCALE).or(locales.first());
    let mut library = Library {
        default_locale: default_locale.map(|locale| locale.tag.clone()).unwrap_or_default(),
        shelves,
        most_asked,
        moved: reading.optional_toml("moved.toml"),
        notices: files::notices(&mut reading),
        dispute_bodies: files::dispute_bodies(&mut reading),
        support_languages: facts.named_languages(),
        email_languages: facts.language_list("email_chat"),
        contact: contact::read(&mut reading, &facts),
        topics: topics::read(&mut reading),
        mail: mail::read(&mut reading, &locales),
        synonyms: reading.synonyms(&locales),
        order_facts: facts.of_orders(),
        ..Library::default()
    };
    let mut used = BTreeSet::new();
    for locale in &locales {
        let language = languages.get(&locale.tag).cloned().unwrap_or_default();
        let page = markdown::Page { locale: &locale.tag, facts: &facts, language: &language };
        articles::read(&mut reading, page, &mut library, &mut used);
        topics::words(&mut reading, page, &mut library.topics, &mut used);
    }
    library.order_words = order_facts::read(&mut reading, &locales);
    library.asked = asked::read(&mut reading, &locales, &library);
    library.locales = locales;
    library.unused_facts = facts.keys().filter(|key| !used.contains(key)).collect();
    checks::check(&mut reading, &library);
    if reading.faults.is_empty() { Ok(library) } else { Err(reading.faults) }
}

/// Whether a text can stand in an address as it is: small letters, numbers and single hyphens between them.
#[must_use]
pub fn is_slug(text: &str) -> bool {
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= 100 && text.split('-').all(is_part)
}
