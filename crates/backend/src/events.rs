//! Who listens to what happens, and what wakes them: what this process writes at once, what others write by looking
//! into the database each second. No listener has to be in the process that writes.

mod listener;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use contract::EventKind;
use tokio::sync::watch;

pub use self::listener::{End, Listener, Start};
use crate::{
    state::Backend,
    store::{Store, StoreError, events::Passing},
};

/// Seconds between two signs of life in a stream.
pub const HEARTBEAT_S: u64 = 15;
/// Seconds between two looks into the database.
pub const LOOK_S: u64 = 1;
/// Streams and waiting calls that one person may have at once, so that tabs do not use up all there is.
pub const PLACES: u32 = 8;

/// What all listeners of this process share.
pub struct Events {
    /// Time between two signs of life in a stream.
    pub heartbeat: Duration,
    /// Time between two looks into the database.
    pub look_every: Duration,
    /// How often something has passed, as far as this process knows.
    passing: watch::Sender<Passing>,
    /// When that was last looked for.
    looked: Mutex<Instant>,
    /// How many places each person has taken.
    places: Arc<Mutex<HashMap<String, u32>>>,
}

impl Default for Events {
    fn default() -> Self {
        Self {
            heartbeat: Duration::from_secs(HEARTBEAT_S),
            look_every: Duration::from_secs(LOOK_S),
            passing: watch::Sender::default(),
            looked: Mutex::new(Instant::now()),
            places: Arc::default(),
        }
    }
}

impl Events {
    /// A place for one more stream of a person, until it is dropped; `None` where they have all they may have.
    #[must_use]
    pub fn place(&self, person_id: &str) -> Option<Place> {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = places.entry(person_id.to_owned()).or_default();
        if *taken >= PLACES {
            return None;
        }
        *taken += 1;
        Some(Place { person_id: person_id.to_owned(), places: Arc::clone(&self.places) })
    }

    /// Looks how often something has passed, and tells who listens.
    async fn look(&self, store: &Store) -> Result<(), StoreError> {
        *self.looked.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
        let found = store.passing().await?;
        self.passing.send_if_modified(|known| {
            // A look that took longer than a later one says nothing new.
            let is_new = found.iter().any(|(kind, count)| known.get(kind).is_none_or(|before| before < count));
            for (kind, count) in found {
                let before = known.entry(kind).or_default();
                *before = count.max(*before);
            }
            is_new
        });
        Ok(())
    }

    /// The same, unless another listener of this process has just done so: one look is enough for all of them.
    async fn look_again(&self, store: &Store) -> Result<(), StoreError> {
        let looked = *self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        if looked.elapsed() < self.look_every / 2 { Ok(()) } else { self.look(store).await }
    }
}

/// A place among the streams of a person.
pub struct Place {
    person_id: String,
    places: Arc<Mutex<HashMap<String, u32>>>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut places = self.places.lock().unwrap_or_else(PoisonError::into_inner);
        match places.get_mut(&self.person_id) {
            Some(taken) if *taken > 1 => *taken -= 1,
            _ => {
                places.remove(&self.person_id);
            }
        }
    }
}

impl Backend {
    /// Tells everybody who listens, in this process and in others, of something that passes: it concerns nobody in
    /// particular and is not kept.
    ///
    /// # Errors
    /// If the database fails; then nobody is told.
    pub async fn tell_everyone(&self, kind: EventKind) -> Result<(), StoreError> {
        self.store.pass(kind.word()).await?;
        self.events.look(&self.store).await
    }
}
