//! Starts the backend, keeps its content fresh, and stops it in order.

use std::{
    fmt::Display,
    io::{self, Write},
    path::Path,
    process::ExitCode,
};

use thiserror::Error;
use tokio::{net::TcpListener, sync::watch};

use crate::{
    Backend,
    clock::Clock,
    config::Serve,
    content::{self, Fault},
    demo::{self, DemoError},
    router,
    staff::{self, StaffError},
    state::PublishError,
    store::{Store, StoreError},
    web::{Site, SiteError},
};

#[derive(Debug, Error)]
enum StartError {
    #[error("{0} cannot be listened on: {1}")]
    Listen(std::net::SocketAddr, io::Error),
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
    Demo(#[from] DemoError),
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
    let done = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(StartError::from)
        .and_then(|runtime| runtime.block_on(until_stopped(serve)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(StartError::Content(faults)) => faulty(&faults),
        Err(error) => failed(&error),
    }
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
    let site = serve.web.as_deref().map(Site::open).transpose()?;
    std::fs::create_dir_all(&serve.data).map_err(|error| StartError::Data(serve.data.display().to_string(), error))?;
    let store = Store::open(&serve.database()).await?;
    let mut backend = Backend::new(store, Clock::starting_at(serve.clock), site);
    backend.email_reply_s = serve.email_reply_s;
    if serve.demo {
        demo::fill(&backend.store, backend.clock.now()).await?;
        staff::add_demo(&backend.store).await?;
    }
    backend.origins.clone_from(&serve.origins);
    backend.has_secure_cookies = !serve.addr.ip().is_loopback();
    let listener = TcpListener::bind(serve.addr).await.map_err(|error| StartError::Listen(serve.addr, error))?;
    let addr = listener.local_addr()?;
    let (stop, stopping) = watch::channel(false);
    let mut until = stopping.clone();
    let served = axum::serve(listener, router(backend.clone())).with_graceful_shutdown(async move {
        // An error says that the sender is gone, which is a reason to stop, too.
        let _ = until.wait_for(|stop| *stop).await;
    });
    let served = tokio::spawn(served.into_future());
    load(&backend, &serve.content).await?;
    let watcher = tokio::spawn(content::watch::follow(backend.clone(), serve.content.clone(), stopping));
    writeln!(io::stdout(), "listening http://{addr}")?;
    tracing::info!(%addr, "listening");
    asked_to_stop().await?;
    tracing::info!("stopping");
    stop.send_replace(true);
    served.await??;
    watcher.await?;
    backend.store.close().await;
    Ok(())
}

async fn load(backend: &Backend, folder: &Path) -> Result<(), StartError> {
    let folder = folder.to_owned();
    let library = tokio::task::spawn_blocking(move || content::load(&folder)).await?.map_err(StartError::Content)?;
    Ok(backend.publish(library).await?)
}

#[cfg(unix)]
async fn asked_to_stop() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        done = tokio::signal::ctrl_c() => done,
    }
}

#[cfg(not(unix))]
async fn asked_to_stop() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
