//! Who is signed in on this device. Asked once for each document; a call that is refused for want of a session
//! says so to everyone.

pub mod unfinished;

use contract::{Person, Session, routes};
use leptos::prelude::*;

use crate::{
    api::{self, ApiError},
    browser::{database, start::spawn, storage},
    live::{Live, live},
};

/// What is known of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Being asked.
    Unknown,
    /// It could not be asked.
    Unreachable(ApiError),
    Nobody,
    Person(Box<Person>),
}

impl Who {
    /// Under which name things are kept on this device: nobody else's are ever shown.
    #[must_use]
    pub fn owner(&self) -> Option<&str> {
        match self {
            Self::Person(person) => Some(&person.id),
            Self::Nobody => Some(VISITOR),
            Self::Unknown | Self::Unreachable(_) => None,
        }
    }
}

/// The owner of what was typed before anyone signed in.
pub const VISITOR: &str = "visitor";

/// Tells pages of the other part, which never ask, that somebody is signed in here.
const HINT: &str = "svar.signed-in";

#[derive(Clone, Copy)]
struct Current(RwSignal<Who>);

/// Asks who it is. Called once, before any page of the account part.
pub fn provide() {
    let who = RwSignal::new(Who::Unknown);
    provide_context(Current(who));
    if cfg!(feature = "ssr") {
        return;
    }
    api::on_signed_out(move || {
        storage::remove(HINT);
        unfinished::end();
        let _ = who.try_set(Who::Nobody);
    });
    ask(who);
}

/// Who it is, now and whenever that changes.
#[must_use]
pub fn who() -> Signal<Who> {
    use_context::<Current>().map_or_else(|| Signal::stored(Who::Nobody), |current| current.0.into())
}

/// Asks again, after a failure. Made while a page is: whoever presses the button later has no context to look in.
#[must_use]
pub fn retry() -> Callback<()> {
    let current = use_context::<Current>();
    Callback::new(move |()| {
        if let Some(Current(who)) = current {
            who.set(Who::Unknown);
            ask(who);
        }
    })
}

fn ask(who: RwSignal<Who>) {
    spawn(async move {
        let answer = api::get_once(routes::SESSION).await;
        let found = match answer.map(|text| serde_json::from_str::<Session>(&text)) {
            Ok(Ok(session)) => begun(session),
            Ok(Err(_)) => Who::Unreachable(ApiError::Malformed),
            Err(ApiError::SignedOut) => Who::Nobody,
            Err(error) => Who::Unreachable(error),
        };
        let _ = who.try_set(found);
    });
}

/// Notes a session that has just begun or was found; its word goes with every change.
pub fn begun(session: Session) -> Who {
    api::set_csrf(session.csrf);
    storage::put(HINT, "yes");
    unfinished::begin(&session.person.id, session.expires_at.unix_timestamp());
    Who::Person(Box::new(session.person))
}

/// Ends the session here and at the backend. What is kept of the person on this device goes at once.
///
/// # Errors
/// [`ApiError`] if the backend could not be told; then the person is still signed in.
pub async fn sign_out() -> Result<(), ApiError> {
    api::delete(routes::SESSION).await?;
    forget().await;
    Ok(())
}

/// Forgets everything that is kept on this device.
pub async fn forget() {
    storage::clear();
    api::kept::clear();
    database::clear().await;
}

/// Whether somebody is signed in here, as far as this device knows: pages for readers ask nobody.
#[must_use]
pub fn hint() -> Live<bool> {
    let current = use_context::<Current>();
    // What is prerendered is the same for everybody.
    let is_noted = !cfg!(feature = "ssr") && storage::get(HINT).is_some();
    live(move || match current.map(|current| current.0.get()) {
        None | Some(Who::Unknown | Who::Unreachable(_)) => is_noted,
        Some(who) => matches!(who, Who::Person(_)),
    })
}
