//! Asks the router as a client would, and holds every answer against the OpenAPI document.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderValue, Method, Request},
    response::Response,
};
use backend::{
    Backend,
    clock::Clock,
    content, router,
    store::{Store, people::PersonRow},
    web::Site,
};
use tempfile::TempDir;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use tokio::time::timeout;
use tower::ServiceExt;

pub use super::answer::{Answer, Event};
use super::{postgres, validation};

/// A backend of its own, and everything that is asked of it.
pub struct Client {
    pub backend: Backend,
    router: Router,
    url: String,
    _folder: TempDir,
}

/// A person who is signed in: the line of their cookie, and the session's word.
#[derive(Clone, Debug)]
pub struct Signed {
    pub cookie: String,
    pub csrf: String,
}

impl Signed {
    /// What their browser sends with every call.
    pub fn headers(&self) -> [(&str, &str); 2] {
        [("cookie", self.cookie.as_str()), ("svar-csrf", self.csrf.as_str())]
    }
}

/// The moment at which the tests' clocks stand.
pub const NOW: &str = "2026-11-22T12:00:00Z";

/// Longer than any call waits.
const WHOLE_WITHIN: Duration = Duration::from_secs(60);

/// The tests' own content folder.
pub fn content_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/content")
}

/// Holds a claim against a backend on each database there is.
pub async fn on_each_database(claim: impl AsyncFn(Client)) {
    for client in [Client::on_sqlite().await].into_iter().chain(Client::on_postgres().await) {
        client.publish(&content_folder()).await;
        claim(client).await;
    }
}

impl Client {
    /// With an empty SQLite database and no content.
    pub async fn on_sqlite() -> Self {
        Self::with_site(None).await
    }

    /// With origins whose pages may read it.
    pub async fn allowing(origins: &[&'static str]) -> Self {
        let origins = origins.iter().map(|origin| HeaderValue::from_static(origin)).collect();
        Self::on_sqlite().await.changed(|backend| backend.origins = origins)
    }

    /// The same, with something of the backend changed.
    pub fn changed(self, change: impl FnOnce(&mut Backend)) -> Self {
        let mut backend = self.backend.clone();
        change(&mut backend);
        Self { router: router(backend.clone()), backend, ..self }
    }

    /// Turns the clock on by that many seconds.
    pub fn later(&mut self, seconds: i64) {
        self.turn_to(self.backend.clock.now() + time::Duration::seconds(seconds));
    }

    /// Turns the clock to a moment, in RFC 3339.
    pub fn when(&mut self, moment: &str) {
        self.turn_to(OffsetDateTime::parse(moment, &Rfc3339).unwrap());
    }

    fn turn_to(&mut self, moment: OffsetDateTime) {
        self.backend.clock = Clock::standing_at(moment);
        self.router = router(self.backend.clone());
    }

    /// The same backend where questions are not answered now.
    pub fn without_answers(self) -> Self {
        let mut backend = self.backend.clone();
        backend.has_answers = false;
        Self { router: router(backend.clone()), backend, ..self }
    }

    async fn on_postgres() -> Option<Self> {
        let url = postgres::fresh_database().await?;
        Some(Self::at(&url, None, TempDir::new().unwrap()).await)
    }

    /// With a built site.
    pub async fn with_site(site: Option<Site>) -> Self {
        let folder = TempDir::new().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("svar.db").display());
        Self::at(&url, site, folder).await
    }

    async fn at(url: &str, site: Option<Site>, folder: TempDir) -> Self {
        let store = Store::open(url).await.unwrap();
        let clock = Clock::standing_at(OffsetDateTime::parse(NOW, &Rfc3339).unwrap());
        let mut backend = Backend::new(store, clock, site);
        backend.answer_pace = Duration::ZERO;
        Self { router: router(backend.clone()), backend, url: url.to_owned(), _folder: folder }
    }

    /// Another backend on the same database, as after a crash of this one.
    pub async fn started_again(&self) -> Self {
        let again = Self::at(&self.url, None, TempDir::new().unwrap()).await;
        again.publish(&content_folder()).await;
        again
    }

    /// The database itself, to change what no call changes.
    pub async fn database(&self) -> sqlx::AnyPool {
        sqlx::AnyPool::connect(&self.url).await.unwrap()
    }

    /// Puts a content folder before the readers.
    pub async fn publish(&self, folder: &Path) {
        let library = content::load(folder).unwrap_or_else(|faults| panic!("{faults:?}"));
        self.backend.publish(library).await.unwrap();
    }

    /// Asks for an address.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, &[], "").await
    }

    /// Asks for an address with headers.
    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        self.send(Method::GET, path, headers, "").await
    }

    /// Signs in an account with that id, such as `person-anna`; makes it if it is not there.
    pub async fn sign_in_as(&self, id: &str) -> Signed {
        let name = id.trim_start_matches("person-");
        let person = PersonRow {
            id: id.to_owned(),
            email: format!("{name}@example.com"),
            display_name: name.to_owned(),
            roles: "buyer".to_owned(),
            language: "en".to_owned(),
            support_language: "en".to_owned(),
            timezone: "Europe/Stockholm".to_owned(),
            country: "SE".to_owned(),
            ..PersonRow::default()
        };
        self.backend.store.add_person(&person).await.unwrap();
        let session = self.backend.store.begin_session(id, self.backend.clock.seconds()).await.unwrap();
        Signed { cookie: format!("svar_session={}", session.token), csrf: session.csrf }
    }

    /// Asks for an address as somebody who is signed in.
    pub async fn get_as(&self, who: &Signed, path: &str) -> Answer {
        self.send(Method::GET, path, &who.headers(), "").await
    }

    /// Sends JSON as somebody who is signed in.
    pub async fn put_as(&self, who: &Signed, path: &str, body: &str) -> Answer {
        self.json_as(Method::PUT, who, path, body).await
    }

    /// Sends JSON with headers.
    pub async fn post_json(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let headers = [&[("content-type", "application/json")], headers].concat();
        self.send(Method::POST, path, &headers, body).await
    }

    async fn json_as(&self, method: Method, who: &Signed, path: &str, body: &str) -> Answer {
        let [cookie, csrf] = who.headers();
        self.send(method, path, &[cookie, csrf, ("content-type", "application/json")], body).await
    }

    /// Sends anything.
    pub async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.send_bytes(method, path, headers, body.as_bytes().to_vec()).await
    }

    /// Sends any bytes.
    pub async fn send_bytes(&self, method: Method, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let response = self.begun(method.clone(), path, headers, body).await;
        let (parts, body) = response.into_parts();
        // A stream that was to be refused would go on for ever.
        let body = timeout(WHOLE_WITHIN, to_bytes(body, usize::MAX)).await.expect("the answer ends").unwrap().to_vec();
        let answer = Answer { status: parts.status, headers: parts.headers, body };
        let is_permission = answer.headers.contains_key("access-control-allow-methods");
        let is_api = path.starts_with("/api/") || path.starts_with("/healthz") || path.starts_with("/readyz");
        if is_api && !is_permission {
            validation::check(&method, path, &answer);
        }
        answer
    }

    /// Sends anything, and gives the response as it begins.
    pub async fn begun(&self, method: Method, path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Response {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.router.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap()
    }
}
