//! The database: SQLite by default, PostgreSQL for many processes, one SQL for both. SQL lives here only.

pub mod answers;
pub mod attempts;
pub mod callbacks;
pub mod cases;
pub mod contact;
pub mod content;
pub mod conversations;
pub mod events;
pub mod expiry;
pub mod guests;
pub mod help;
pub mod idempotency;
pub mod identities;
pub mod orders;
pub mod outbox;
pub mod page;
pub mod people;
pub mod sessions;
pub mod sign_in_help;
pub mod staff;
pub mod uploads;

mod migrations;

use sqlx::{Any, AnyConnection, AnyPool, Executor, Transaction, any::AnyPoolOptions};
use thiserror::Error;
use tokio::sync::watch;

/// Why the database did not do what it was asked.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    #[error("the database's tables could not be brought up to date: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    #[error("the database holds what cannot be read: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("the database holds a day that cannot be read: {0}")]
    Day(String),
    #[error("the database holds a moment that cannot be read: {0}")]
    Moment(#[from] time::error::ComponentRange),
    #[error("the database holds a time zone that there is not: {0}")]
    Zone(String),
    #[error("the upload {0} is part of another message")]
    Attached(String),
    #[error("`{0}` is neither a sqlite: nor a postgres: address")]
    Address(String),
}

/// Which database it is, where the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Sqlite,
    Postgres,
}

/// A pool of connections.
#[derive(Clone, Debug)]
pub struct Store {
    pool: AnyPool,
    kind: Kind,
    /// Moves on when this process has written what somebody may wait for.
    written: watch::Sender<u64>,
}

/// Durable before it is acknowledged, readers never wait for the writer.
const SQLITE_SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
    PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 10000;";
const CONNECTIONS: u32 = 8;

impl Store {
    /// Opens the database at `url` and brings its tables up to date.
    ///
    /// # Errors
    /// If it cannot be reached or is not one of ours.
    pub async fn open(url: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let kind = match url.split(':').next() {
            Some("sqlite") => Kind::Sqlite,
            Some("postgres" | "postgresql") => Kind::Postgres,
            _ => return Err(StoreError::Address(url.to_owned())),
        };
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .after_connect(move |connection, _| Box::pin(settle(connection, kind)))
            .connect(url)
            .await?;
        migrations::all().run(&pool).await?;
        Ok(Self { pool, kind, written: watch::Sender::new(0) })
    }

    /// Whether the database answers.
    pub async fn is_up(&self) -> bool {
        sqlx::query("SELECT 1").execute(&self.pool).await.is_ok()
    }

    /// Ends all connections.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// Says when to look into the log of events again. What other processes write is not told here.
    #[must_use]
    pub fn written(&self) -> watch::Receiver<u64> {
        self.written.subscribe()
    }

    fn wake(&self) {
        self.written.send_modify(|times| *times = times.wrapping_add(1));
    }

    /// Ends a transaction that told somebody something.
    async fn commit(&self, writing: Transaction<'_, Any>) -> Result<(), sqlx::Error> {
        writing.commit().await?;
        self.wake();
        Ok(())
    }

    /// A transaction that writes. SQLite takes its one write lock at once: it would not wait for it later.
    async fn writing(&self) -> Result<Transaction<'static, Any>, sqlx::Error> {
        match self.kind {
            Kind::Sqlite => self.pool.begin_with("BEGIN IMMEDIATE").await,
            Kind::Postgres => self.pool.begin().await,
        }
    }
}

async fn settle(connection: &mut AnyConnection, kind: Kind) -> Result<(), sqlx::Error> {
    if kind == Kind::Sqlite {
        connection.execute(SQLITE_SETTINGS).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn sqlite_keeps_what_it_acknowledged() {
        let folder = tempfile::TempDir::new().unwrap();
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("svar.db").display());
        let store = Store::open(&url).await.unwrap();
        let mode: (String,) = sqlx::query_as("PRAGMA journal_mode").fetch_one(&store.pool).await.unwrap();
        assert_eq!(mode.0, "wal");
        for (name, question, expected) in [
            ("full_synchronisation", "PRAGMA synchronous", 2_i64),
            ("foreign_keys", "PRAGMA foreign_keys", 1),
            ("waits_for_the_writer", "PRAGMA busy_timeout", 10_000),
        ] {
            let value: (i64,) = sqlx::query_as(question).fetch_one(&store.pool).await.unwrap();
            assert_eq!(value.0, expected, "{name}");
        }
    }

    #[tokio::test]
    async fn another_kind_of_database_is_refused() {
        for url in ["mysql://localhost/svar", "", "svar.db"] {
            assert!(matches!(Store::open(url).await, Err(StoreError::Address(_))), "{url}");
        }
    }
}
