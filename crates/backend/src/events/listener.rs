//! One who listens: first to what is kept behind a number, then to what happens, with no gap between.

use contract::{Event, EventKind};
use thiserror::Error;
use tokio::{
    sync::watch,
    time::{Instant, Interval, MissedTickBehavior, interval_at, sleep_until},
};

use crate::{
    state::Backend,
    store::{
        StoreError,
        events::{Listening, Passing},
    },
};

/// Start where on somebody listens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// The last event that is known; the present one, where it is absent.
    pub cursor: Option<i64>,
    /// How often something had passed, if that is known.
    pub passing: Option<i64>,
}

/// Why there is nothing more to hear.
#[derive(Debug, Error)]
pub enum End {
    #[error("what came next is not kept any more")]
    Gone,
    #[error("that is beyond the present")]
    Beyond,
    #[error("the session is over")]
    SignedOut,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What ends a listener's sleep.
enum Woken {
    /// Something was written here.
    Told,
    /// It is time to see what others have written.
    Tick,
    /// It is too late, or the backend stops.
    Over,
}

/// One who listens.
pub struct Listener {
    backend: Backend,
    /// Absent for a visitor, who hears only what passes.
    who: Option<Listening>,
    /// The number of the last event that was heard.
    cursor: i64,
    /// What had passed when it was last heard of.
    heard: Passing,
    written: watch::Receiver<u64>,
    passing: watch::Receiver<Passing>,
    stopping: watch::Receiver<bool>,
    tick: Interval,
}

impl Listener {
    /// Begins to listen. Whatever is written from here on wakes the listener; what was written before is looked for.
    ///
    /// # Errors
    /// If it cannot be listened from there, or the database fails.
    pub async fn begin(backend: Backend, who: Option<Listening>, from: Start) -> Result<Self, End> {
        let mut tick = interval_at(Instant::now() + backend.events.look_every, backend.events.look_every);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut listener = Self {
            written: backend.store.written(),
            passing: backend.events.passing.subscribe(),
            stopping: backend.stopping.subscribe(),
            cursor: 0,
            heard: Passing::new(),
            who,
            backend,
            tick,
        };
        listener.backend.events.look(&listener.backend.store).await?;
        let last = listener.last().await?;
        listener.cursor = from.cursor.unwrap_or(last);
        let passed = listener.passing.borrow_and_update().clone();
        let times = total(&passed);
        if listener.cursor > last || from.passing.is_some_and(|known| known > times) {
            return Err(End::Beyond);
        }
        if from.passing.is_none_or(|known| known == times) {
            listener.heard = passed;
        }
        Ok(listener)
    }

    /// The number of the last event that was heard.
    #[must_use]
    pub fn cursor(&self) -> u64 {
        u64::try_from(self.cursor).unwrap_or_default()
    }

    /// How often something had passed when it was last heard of.
    #[must_use]
    pub fn passing(&self) -> u64 {
        u64::try_from(total(&self.heard)).unwrap_or_default()
    }

    /// An event that says from where on everything is told.
    #[must_use]
    pub fn ready(&self) -> Event {
        let (cursor, passing) = (Some(self.cursor()), Some(self.passing()));
        Event { cursor, passing, ..Event::new(EventKind::Ready, self.backend.clock.now()) }
    }

    /// What is new, without waiting for it.
    ///
    /// # Errors
    /// If there is nothing more to hear.
    pub async fn news(&mut self) -> Result<Vec<Event>, End> {
        let last = self.last().await?;
        let mut news = Vec::new();
        if let Some(who) = self.who.as_ref().filter(|_| last > self.cursor) {
            news = self.backend.store.events(&who.person_id, self.cursor).await?.ok_or(End::Gone)?;
            self.cursor += i64::try_from(news.len()).unwrap_or_default();
        }
        news.extend(self.passed());
        Ok(news)
    }

    /// What is new, as soon as there is something; nothing, if there is nothing before that moment or the backend stops.
    ///
    /// # Errors
    /// If there is nothing more to hear.
    pub async fn next(&mut self, until: Option<Instant>) -> Result<Vec<Event>, End> {
        loop {
            let news = self.news().await?;
            if !news.is_empty() {
                return Ok(news);
            }
            match self.woken(until).await {
                Woken::Told => {}
                Woken::Tick => self.backend.events.look_again(&self.backend.store).await?,
                Woken::Over => return Ok(Vec::new()),
            }
        }
    }

    /// The number of the last event there is, as long as the session lasts.
    async fn last(&self) -> Result<i64, End> {
        let Some(who) = &self.who else { return Ok(0) };
        self.backend.store.last_event(who, self.backend.clock.seconds()).await?.ok_or(End::SignedOut)
    }

    fn passed(&mut self) -> Vec<Event> {
        let now = self.passing.borrow_and_update().clone();
        let is_new = |kind: &String, times: &i64| self.heard.get(kind).is_none_or(|heard| heard < times);
        let new: Vec<String> =
            now.iter().filter(|(kind, times)| is_new(kind, times)).map(|(kind, _)| kind.clone()).collect();
        self.heard = now;
        let (at, passing) = (self.backend.clock.now(), Some(self.passing()));
        new.into_iter().map(|kind| Event { passing, ..Event::new(kind.into(), at) }).collect()
    }

    async fn woken(&mut self, until: Option<Instant>) -> Woken {
        let too_late = async {
            match until {
                Some(until) => sleep_until(until).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            // An error says that the sender is gone, which is a reason to stop, too.
            _ = self.stopping.wait_for(|stop| *stop) => Woken::Over,
            () = too_late => Woken::Over,
            _ = self.written.changed() => Woken::Told,
            _ = self.passing.changed() => Woken::Told,
            _ = self.tick.tick() => Woken::Tick,
        }
    }
}

fn total(passing: &Passing) -> i64 {
    passing.values().sum()
}
