//! What every request can reach: the database, the clock, and what is published from the content folder.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use axum::http::HeaderValue;
use contract::{DisputeBody, LocaleName, Notice};
use thiserror::Error;
use time::OffsetDateTime;
use tokio::sync::watch;

use crate::{
    answers::Answers,
    clock::Clock,
    content::{Library, MailTexts, NoticeEntry, TopicEntry, contact::SellerEntry},
    events::Events,
    model::Endpoint,
    oidc::Oidc,
    search::{Search, SearchError},
    store::{Store, StoreError},
    web::Site,
};

/// Milliseconds between the sentences of a streamed answer, unless it is told otherwise: each can be read as it comes.
pub const ANSWER_PACE_MS: u64 = 90;
/// Seconds until support usually has answered an e-mail, unless whoever starts the backend says otherwise.
pub const USUAL_EMAIL_REPLY_S: u32 = 24 * 3_600;

/// The backend's state; cheap to clone.
#[derive(Clone)]
pub struct Backend {
    pub store: Store,
    pub clock: Clock,
    pub site: Option<Arc<Site>>,
    /// Origins whose pages may read the API from elsewhere.
    pub origins: Vec<HeaderValue>,
    /// Cookies are for HTTPS alone; off only where the backend listens on a loopback address.
    pub has_secure_cookies: bool,
    /// Where people see the site, without a slash at its end: mails lead there.
    pub site_url: String,
    /// The issuer at which people sign in; without one they sign in here, with a password.
    pub oidc: Option<Arc<Oidc>>,
    /// Time between the sentences of a streamed answer.
    pub answer_pace: Duration,
    /// Whether questions are answered; where not, people go on to support.
    pub has_answers: bool,
    /// What writes answers; without one they are made of sentences as they stand.
    pub model: Option<Arc<Endpoint>>,
    /// Seconds until support usually has answered an e-mail.
    pub email_reply_s: u32,
    /// Who listens to what happens.
    pub events: Arc<Events>,
    /// True once the backend is to stop: nothing that goes on without end is waited for.
    pub stopping: watch::Sender<bool>,
    published: Arc<RwLock<Option<Arc<Published>>>>,
}

/// What of the content is kept in memory.
pub struct Published {
    pub locales: Vec<LocaleName>,
    pub default_locale: String,
    pub dispute_bodies: Vec<DisputeBody>,
    /// The languages in which support answers e-mail.
    pub email_languages: Vec<String>,
    /// The support team's, IANA name.
    pub contact_timezone: String,
    /// What holds of messages to sellers.
    pub seller: SellerEntry,
    pub search: Search,
    pub answers: Answers,
    pub order_facts: rules::order::Facts,
    /// What a question can be about, in the order in which it is offered.
    pub topics: Vec<TopicEntry>,
    /// The topics that articles are about.
    pub article_topics: BTreeSet<String>,
    tags: Vec<String>,
    notices: Vec<NoticeEntry>,
    moved: BTreeMap<String, String>,
    mail: BTreeMap<String, MailTexts>,
    support_languages: Vec<String>,
}

/// Why content could not be published.
#[derive(Debug, Error)]
pub enum PublishError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Search(#[from] SearchError),
    #[error("the index was not finished: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
}

impl Backend {
    /// A backend that has no content yet.
    #[must_use]
    pub fn new(store: Store, clock: Clock, site: Option<Site>) -> Self {
        Self {
            store,
            clock,
            site: site.map(Arc::new),
            origins: Vec::new(),
            has_secure_cookies: true,
            site_url: "http://127.0.0.1:8080".to_owned(),
            oidc: None,
            answer_pace: Duration::from_millis(ANSWER_PACE_MS),
            has_answers: true,
            model: None,
            email_reply_s: USUAL_EMAIL_REPLY_S,
            events: Arc::default(),
            stopping: watch::Sender::new(false),
            published: Arc::default(),
        }
    }

    /// What is published now; `None` until the first content is there.
    #[must_use]
    pub fn published(&self) -> Option<Arc<Published>> {
        self.published.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts content before the readers.
    ///
    /// # Errors
    /// If the database or the index fails; then what was published stays.
    pub async fn publish(&self, library: Library) -> Result<(), PublishError> {
        let library = Arc::new(library);
        let indexed = Arc::clone(&library);
        let built = move || Ok::<_, SearchError>((Search::build(&indexed)?, Answers::build(&indexed)?));
        let (search, answers) = tokio::task::spawn_blocking(built).await??;
        self.store.replace_content(&library, self.clock.seconds()).await?;
        self.store.seed_contact(&library.contact).await?;
        let published = Published {
            locales: library.locales.clone(),
            default_locale: library.default_locale.clone(),
            dispute_bodies: library.dispute_bodies.clone(),
            email_languages: library.email_languages.clone(),
            contact_timezone: library.contact.timezone.clone(),
            seller: library.contact.seller.clone(),
            search,
            answers,
            order_facts: library.order_facts,
            topics: library.topics.clone(),
            article_topics: library.articles.values().map(|article| article.topic.clone()).collect(),
            tags: library.tags(),
            notices: library.notices.clone(),
            moved: library.moved.clone(),
            mail: library.mail.clone(),
            support_languages: library.support_languages.clone(),
        };
        *self.published.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::new(published));
        Ok(())
    }
}

impl Published {
    /// The language that a reader who asks for `wanted` gets.
    #[must_use]
    pub fn nearest(&self, wanted: Option<&str>) -> &str {
        rules::locale::nearest(wanted.unwrap_or_default(), &self.tags, &self.default_locale)
    }

    /// The language of that name or the nearest kin, if the content has it.
    #[must_use]
    pub fn known(&self, wanted: &str) -> Option<&str> {
        Some(rules::locale::nearest(wanted, &self.tags, "")).filter(|tag| !tag.is_empty())
    }

    /// What mails say to somebody who reads `language`, or the nearest there is; `None` without any content.
    #[must_use]
    pub fn mail(&self, language: &str) -> Option<&MailTexts> {
        self.mail.get(self.nearest(Some(language)))
    }

    /// Whether support speaks a language, by any method.
    #[must_use]
    pub fn speaks(&self, language: &str) -> bool {
        self.support_languages.iter().any(|tag| tag == language)
    }

    /// The tags of the languages.
    #[must_use]
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// Where an article is now that was at `slug`.
    #[must_use]
    pub fn moved_to(&self, slug: &str) -> Option<&str> {
        self.moved.get(slug).map(String::as_str)
    }

    /// The notices that last at `now`, one for each language they are written in.
    #[must_use]
    pub fn notices(&self, now: OffsetDateTime) -> Vec<Notice> {
        let lasting = self.notices.iter().filter(|notice| notice.until.is_none_or(|until| now < until));
        lasting
            .flat_map(|notice| {
                notice.text.iter().map(|(locale, text)| Notice {
                    id: notice.id.clone(),
                    tone: notice.tone.clone(),
                    locale: locale.clone(),
                    text: text.clone(),
                    until: notice.until,
                })
            })
            .collect()
    }
}
