//! Loads the content again when a file of it changes. Content with faults is told and not used.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::{
    sync::{mpsc, watch},
    time::timeout,
};

use crate::Backend;

/// Editors write a file in several steps; this long without another is the end of them.
const QUIET: Duration = Duration::from_millis(200);

/// Follows the folder's changes until `stopping` says so.
pub async fn follow(backend: Backend, folder: PathBuf, mut stopping: watch::Receiver<bool>) {
    let (changed, mut changes) = mpsc::channel(1);
    let _watcher = match watcher(&folder, changed) {
        Ok(watcher) => watcher,
        Err(error) => {
            tracing::warn!(%error, "the content folder is not watched; changes show after a restart");
            return;
        }
    };
    loop {
        tokio::select! {
            change = changes.recv() => if change.is_none() { return },
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        while let Ok(Some(())) = timeout(QUIET, changes.recv()).await {}
        reload(&backend, &folder).await;
    }
}

fn watcher(folder: &Path, changed: mpsc::Sender<()>) -> notify::Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let is_change = event.map_or(true, |event| !matches!(event.kind, EventKind::Access(_)));
        if is_change {
            // A full channel already says that there is something to load.
            let _ = changed.try_send(());
        }
    })?;
    watcher.watch(folder, RecursiveMode::Recursive)?;
    Ok(watcher)
}

/// Loads the folder and puts it before the readers, if nothing is wrong with it.
pub async fn reload(backend: &Backend, folder: &Path) {
    let from = folder.to_owned();
    match tokio::task::spawn_blocking(move || super::load(&from)).await {
        Ok(Ok(library)) => match backend.publish(library).await {
            Ok(()) => tracing::info!("the content was loaded again"),
            Err(error) => tracing::error!(%error, "the content could not be published"),
        },
        Ok(Err(faults)) => {
            for fault in faults {
                tracing::warn!(%fault, "the changed content is not used");
            }
        }
        Err(error) => tracing::error!(%error, "loading the content was interrupted"),
    }
}
