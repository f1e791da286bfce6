//! Starts the backend, keeps its content fresh, and stops it in order.

use std::{
    fmt::Display,
    io::{self, Write},
    net::SocketAddr,
    process::ExitCode,
    sync::Arc,
};

use thiserror::Error;
use time::OffsetDateTime;
use tokio::net::TcpListener;

use crate::{
    Backend,
    clock::Clock,
    config::Serve,
    content::{self, Fault},
    demo::{self, DemoError},
    expiry,
    issuer::{self, Issuer},
    mail::{
        self,
        post::{Post, PostError},
    },
    model::{Endpoint, EndpointError},
    oidc::{Oidc, OidcError},
    router,
    staff::{self, StaffError},
    state::PublishError,
    store::{Store, StoreError},
    web::{Site, SiteError},
};

/// Holds what we prove to the issuer that we are us.
const OIDC_SECRET: &str = "SVAR_OIDC_CLIENT_SECRET";

#[derive(Debug, Error)]
enum StartError {
    #[error("{0} cannot be listened on: {1}")]
    Listen(SocketAddr, io::Error),
    #[error("the folder {0} cannot be made: {1}")]
    Data(String, io::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Staff(#[from] StaffError),
    #[error(transparent)]
    Site(#[from] SiteError),
    #[error(transparent)]
    Publish(#[from] PublishError),
    #[error(transparent)]
    Oidc(#[from] OidcError),
    #[error(transparent)]
    Post(#[from] PostError),
    #[error(transparent)]
    Model(#[from] EndpointError),
    #[error(transparent)]
    Demo(#[from] DemoError),
    #[error("an issuer of the demonstration is only served on a loopback address, such as 127.0.0.1:8090")]
    Exposed,
    #[error("the issuer's key cannot be made")]
    Key,
    #[error("the content folder has {} fault(s)", .0.len())]
    Content(Vec<Fault>),
    #[error("the server stopped: {0}")]
    Io(#[from] io::Error),
    #[error("a part of the backend was interrupted: {0}")]
    Interrupted(#[from] tokio::task::JoinError),
}

/// Serves until it is asked to stop.
#[must_use]
pub fn run(serve: &Serve) -> ExitCode {
    log_as_json();
    match blocking_on(until_stopped(serve)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(StartError::Content(faults)) => faulty(&faults),
        Err(error) => failed(&error),
    }
}

/// Serves an issuer for tests and demonstrations until it is asked to stop.
#[must_use]
pub fn issuer(addr: SocketAddr, clock: Option<OffsetDateTime>) -> ExitCode {
    log_as_json();
    match blocking_on(issuer_until_stopped(addr, Clock::starting_at(clock))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(&error),
    }
}

fn blocking_on(work: impl Future<Output = Result<(), StartError>>) -> Result<(), StartError> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(work)
}

/// Says what is wrong in the content folder.
#[must_use]
pub fn faulty(faults: &[Fault]) -> ExitCode {
    for fault in faults {
        told(fault);
    }
    ExitCode::FAILURE
}

/// Says why nothing came of it.
#[must_use]
pub fn failed(error: &dyn Display) -> ExitCode {
    told(&format_args!("svar-backend: {error}"));
    ExitCode::FAILURE
}

fn told(line: &dyn Display) {
    // If nobody can be told, the exit code still says it.
    let _ = writeln!(io::stderr(), "{line}");
}

fn log_as_json() {
    // A second subscriber is refused, and the first one does.
    let _ = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_writer(io::stderr)
        .with_max_level(tracing::Level::INFO)
        .try_init();
}

async fn until_stopped(serve: &Serve) -> Result<(), StartError> {
    let asked = asked_to_stop()?;
    let listener = TcpListener::bind(serve.addr).await.map_err(|error| StartError::Listen(serve.addr, error))?;
    let addr = listener.local_addr()?;
    let backend = prepared(serve, addr).await?;
    let post = Post::from_environment(&backend.site_url)?;
    let mut until = backend.stopping.subscribe();
    let served = axum::serve(listener, router(backend.clone())).with_graceful_shutdown(async move {
        // An error says that the sender is gone, which is a reason to stop, too.
        let _ = until.wait_for(|stop| *stop).await;
    });
    let served = tokio::spawn(served.into_future());
    load(&backend, serve).await?;
    let watcher =
        tokio::spawn(content::watch::follow(backend.clone(), serve.content.clone(), backend.stopping.subscribe()));
    let broom = tokio::spawn(expiry::follow(backend.clone(), backend.stopping.subscribe()));
    let delivered = |post| mail::post::deliver(backend.clone(), post, backend.stopping.subscribe());
    let postman = post.map(|post| tokio::spawn(delivered(post)));
    writeln!(io::stdout(), "listening http://{addr}")?;
    tracing::info!(%addr, "listening");
    asked.await?;
    tracing::info!("stopping");
    backend.stopping.send_replace(true);
    served.await??;
    watcher.await?;
    broom.await?;
    if let Some(postman) = postman {
        postman.await?;
    }
    backend.store.close().await;
    Ok(())
}

async fn prepared(serve: &Serve, addr: SocketAddr) -> Result<Backend, StartError> {
    let site = serve.web.as_deref().map(Site::open).transpose()?;
    std::fs::create_dir_all(&serve.data).map_err(|error| StartError::Data(serve.data.display().to_string(), error))?;
    let store = Store::open(&serve.database()).await?;
    let mut backend = Backend::new(store, Clock::starting_at(serve.clock), site);
    backend.email_reply_s = serve.email_reply_s;
    backend.answer_pace = std::time::Duration::from_millis(serve.answer_pace);
    backend.has_answers = !serve.without_answers;
    backend.model = Endpoint::from_environment()?.map(Arc::new);
    backend.origins.clone_from(&serve.origins);
    backend.has_secure_cookies = !serve.addr.ip().is_loopback();
    backend.site_url = serve.site_url(addr);
    backend.oidc = oidc(serve, &backend.site_url)?.map(Arc::new);
    if serve.demo {
        demo::fill(&backend).await?;
        demo::cases::add(&backend).await?;
        staff::add_demo(&backend.store).await?;
    }
    Ok(backend)
}

fn oidc(serve: &Serve, site_url: &str) -> Result<Option<Oidc>, OidcError> {
    let (Some(issuer), Some(client_id)) = (&serve.oidc_issuer, &serve.oidc_client_id) else { return Ok(None) };
    let usual = || format!("{site_url}{}{}", contract::routes::BASE, contract::routes::SESSION_CALLBACK);
    let callback = serve.oidc_callback.clone().unwrap_or_else(usual);
    let secret = serve.oidc_client_secret.clone().or_else(|| std::env::var(OIDC_SECRET).ok());
    Oidc::new(issuer, client_id, secret.as_deref(), &callback).map(Some)
}

async fn issuer_until_stopped(addr: SocketAddr, clock: Clock) -> Result<(), StartError> {
    if !addr.ip().is_loopback() {
        return Err(StartError::Exposed);
    }
    let asked = asked_to_stop()?;
    let listener = TcpListener::bind(addr).await.map_err(|error| StartError::Listen(addr, error))?;
    let url = format!("http://{}", listener.local_addr()?);
    let issuer = Issuer::new(&url, clock).ok_or(StartError::Key)?;
    writeln!(io::stdout(), "listening {url}")?;
    let stopped = async {
        // What cannot be waited for is a reason to stop, too.
        let _ = asked.await;
    };
    Ok(axum::serve(listener, issuer::router(issuer)).with_graceful_shutdown(stopped).await?)
}

async fn load(backend: &Backend, serve: &Serve) -> Result<(), StartError> {
    let folder = serve.content.clone();
    let library = tokio::task::spawn_blocking(move || content::load(&folder)).await?.map_err(StartError::Content)?;
    backend.publish(library).await?;
    if serve.demo {
        // Behind the content, which says whether there is a telephone.
        demo::contact::add(backend).await?;
    }
    Ok(())
}

/// Listens for the wish to stop from now on: one that comes while all is being prepared waits until it can be followed,
/// and none meets a program that does not listen yet.
#[cfg(unix)]
fn asked_to_stop() -> io::Result<impl Future<Output = io::Result<()>>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => Ok(()),
            _ = interrupt.recv() => Ok(()),
        }
    })
}

#[cfg(not(unix))]
fn asked_to_stop() -> io::Result<impl Future<Output = io::Result<()>>> {
    Ok(tokio::signal::ctrl_c())
}
