//! A reference backend on a free port, in which one thing can be broken at a time.

use std::path::Path;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::HeaderValue;
use axum::middleware::from_fn;
use backend::clock::Clock;
use backend::store::Store;
use backend::{Backend, content, demo, router};
use tempfile::TempDir;
use time::OffsetDateTime;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;

use super::broken::{Change, spoilt};

/// The site elsewhere that it lets in.
pub const SITE: &str = "https://help.example.org";

/// What is broken: a call, and how.
pub type Fault = Arc<Mutex<Option<(&'static str, Change)>>>;

/// The backend while it serves.
pub struct Served {
    pub url: String,
    fault: Fault,
    _runtime: Runtime,
    _folder: TempDir,
}

impl Served {
    /// Starts it with the demonstration's people.
    pub fn start() -> Self {
        let (runtime, folder) = (Runtime::new().expect("a runtime"), TempDir::new().expect("a folder"));
        let fault = Fault::default();
        let url = runtime.block_on(serve(&folder, Arc::clone(&fault)));
        Self { url, fault, _runtime: runtime, _folder: folder }
    }

    /// From now on this is wrong, and nothing else.
    pub fn change(&self, call: &'static str, change: Change) {
        *self.fault.lock().expect("a lock") = Some((call, change));
    }
}

async fn serve(folder: &TempDir, fault: Fault) -> String {
    let database = format!("sqlite://{}?mode=rwc", folder.path().join("svar.db").display());
    let store = Store::open(&database).await.expect("a database");
    let noon = OffsetDateTime::from_unix_timestamp(1_795_348_800).expect("a moment");
    let mut backend = Backend::new(store, Clock::starting_at(Some(noon)), None);
    backend.origins = vec![HeaderValue::from_static(SITE)];
    backend.has_secure_cookies = false;
    backend.answer_pace = std::time::Duration::ZERO;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/backend/tests/data/content");
    let library = content::load(&folder).unwrap_or_else(|faults| panic!("{faults:?}"));
    backend.publish(library).await.expect("content");
    demo::fill(&backend).await.expect("people");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    // Around all of it: some headers are put on by the router itself.
    let router = Router::new()
        .fallback_service(router(backend))
        .layer(from_fn(move |request, next| spoilt(Arc::clone(&fault), request, next)));
    tokio::spawn(axum::serve(listener, router).into_future());
    url
}
