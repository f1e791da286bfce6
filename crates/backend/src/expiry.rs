//! Forgets what is over: sessions, one-time links that nobody follows any more, attempts. At the start and once a day.

use std::time::Duration;

use tokio::sync::watch;

use crate::state::Backend;

/// Time between two rounds.
const PAUSE: Duration = Duration::from_secs(24 * 3_600);

/// Forgets, again and again, until it is asked to stop.
pub async fn follow(backend: Backend, mut stopping: watch::Receiver<bool>) {
    loop {
        match backend.store.forget_expired(backend.clock.seconds()).await {
            Ok(rows) => tracing::info!(rows, "forgot what is over"),
            Err(error) => tracing::error!(%error, "what is over cannot be forgotten"),
        }
        tokio::select! {
            // An error says that the sender is gone, which is a reason to stop, too.
            _ = stopping.wait_for(|stop| *stop) => return,
            () = tokio::time::sleep(PAUSE) => {}
        }
    }
}
