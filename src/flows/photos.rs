//! Photos that go along with words: made smaller here, kept on this device beside the words, sent when the words are.

mod sending;

use leptos::prelude::*;
use rules::upload::{UploadFault, may_be_taken, shrunk};
use serde::{Deserialize, Serialize};

use crate::{
    browser::{dom, files, picture, random, start::spawn, timer},
    components::photo_picker::{ADD_ID, PhotoEvent, PhotoFace, PhotoPicker, PhotoState},
    erase::view,
    live::live,
};

/// Largest photo where the backend does not say, in bytes.
const BYTES_MAX: u64 = 8 * 1024 * 1024;
/// Between two looks whether photos are ready, in milliseconds.
const WAIT_MS: i32 = 40;

/// A photo that is kept; what it shows lies beside the words, under [`key`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Photo {
    pub id: String,
    pub name: String,
    /// The key of its upload: every attempt is the same one.
    pub key: String,
    /// What the backend calls it; empty until it has arrived there.
    pub upload: String,
}

/// A photo that is on its way into the album, or is not taken into it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Newcomer {
    id: String,
    name: String,
    fault: Option<UploadFault>,
}

/// The photos of one draft.
#[derive(Clone, Copy)]
pub struct Album {
    holder: StoredValue<String>,
    photos: RwSignal<Vec<Photo>>,
    newcomers: RwSignal<Vec<Newcomer>>,
    /// The one that is being sent.
    sending: RwSignal<Option<String>>,
    on_change: Callback<Vec<Photo>>,
}

/// Where a photo lies. Whoever may open what holds it knows it, and nobody else.
#[must_use]
pub fn key(holder: &str, photo: &str) -> String {
    format!("{holder}.{photo}")
}

impl Album {
    /// The photos of what has that id; `on_change` keeps them.
    #[must_use]
    pub fn of(holder: String, photos: Vec<Photo>, on_change: Callback<Vec<Photo>>) -> Self {
        let album = Self {
            holder: StoredValue::new(holder),
            photos: RwSignal::new(photos),
            newcomers: RwSignal::new(Vec::new()),
            sending: RwSignal::new(None),
            on_change,
        };
        if !cfg!(feature = "ssr") {
            spawn(album.restore());
        }
        album
    }

    /// Waits until none is being made smaller any more: whoever goes on takes them all along.
    pub async fn settled(self) {
        let is_preparing = |all: &Vec<Newcomer>| all.iter().any(|one| one.fault.is_none());
        while self.newcomers.try_with_untracked(is_preparing) == Some(true) {
            timer::pause(WAIT_MS).await;
        }
    }

    /// How many are there, and which of them is being sent, from 1.
    #[must_use]
    pub fn progress(self) -> Option<(usize, usize)> {
        let sending = self.sending.get()?;
        self.photos.with(|all| Some((all.iter().position(|photo| photo.id == sending)? + 1, all.len())))
    }

    /// Brings back what was kept before; what the browser has lost is said, and has to be added again.
    async fn restore(self) {
        let Some(holder) = self.holder.try_get_value() else { return };
        for photo in self.photos.try_get_untracked().unwrap_or_default() {
            let is_here = files::restore(&key(&holder, &photo.id), &photo.id).await || !photo.upload.is_empty();
            if self.photos.try_update(|photos| photos.retain(|it| is_here || it.id != photo.id)).is_none() {
                return;
            }
            if !is_here {
                self.refuse(photo.id, photo.name, UploadFault::Unreadable);
                self.keep();
            }
        }
    }

    fn happen(self, event: PhotoEvent) {
        match event {
            PhotoEvent::Came(event) => {
                for picked in files::of(&event) {
                    let others = self.photos.with_untracked(Vec::len) + self.on_their_way();
                    match may_be_taken(&picked.kind, picked.bytes, others) {
                        Ok(()) => self.newcomers.update(|all| {
                            all.push(Newcomer { id: picked.id, name: picked.name, fault: None });
                        }),
                        Err(fault) => self.refuse(picked.id, picked.name, fault),
                    }
                }
                spawn(self.take_in());
            }
            PhotoEvent::Removed(id) => self.remove(&id),
        }
    }

    fn on_their_way(self) -> usize {
        self.newcomers.with_untracked(|all| all.iter().filter(|one| one.fault.is_none()).count())
    }

    fn refuse(self, id: String, name: String, fault: UploadFault) {
        files::forget(&id);
        let refused = Newcomer { id, name, fault: Some(fault) };
        let _ = self.newcomers.try_update(|all| {
            all.retain(|one| one.id != refused.id);
            all.push(refused);
        });
    }

    /// Makes newcomers smaller, one after the other: each takes much memory.
    async fn take_in(self) {
        let waiting = self.newcomers.get_untracked();
        for one in waiting.into_iter().filter(|one| one.fault.is_none()) {
            let is_wanted = || self.newcomers.try_with_untracked(|all| all.contains(&one)) == Some(true);
            if !is_wanted() {
                continue;
            }
            let is_photo = picture::redraw(&one.id, shrunk).await;
            let Some(holder) = self.holder.try_get_value().filter(|_| is_wanted()) else { continue };
            match (is_photo, files::bytes(&one.id)) {
                (false, _) => self.refuse(one.id, one.name, UploadFault::Unreadable),
                (true, BYTES_MAX..) => self.refuse(one.id, one.name, UploadFault::TooLarge),
                (true, _) => {
                    // Where the browser keeps nothing it still goes along, as long as the page stays.
                    files::keep(&key(&holder, &one.id), &one.id).await;
                    self.settle(one);
                }
            }
        }
    }

    fn settle(self, one: Newcomer) {
        let is_wanted = self.newcomers.try_update(|all| {
            let before = all.len();
            all.retain(|other| other.id != one.id);
            all.len() < before
        });
        if is_wanted == Some(true) {
            let photo = Photo { id: one.id, name: one.name, key: random::id(), upload: String::new() };
            self.photos.update(|photos| photos.push(photo));
            self.keep();
        }
    }

    fn remove(self, id: &str) {
        self.newcomers.update(|all| all.retain(|one| one.id != id));
        self.photos.update(|photos| photos.retain(|photo| photo.id != id));
        self.keep();
        files::forget(id);
        let key = self.holder.with_value(|holder| key(holder, id));
        spawn(async move {
            crate::browser::database::remove_files(&key).await;
            timer::frame().await;
            dom::focus(ADD_ID);
        });
    }

    fn keep(self) {
        self.on_change.run(self.photos.get_untracked());
    }

    fn faces(self) -> Vec<PhotoFace> {
        let sending = self.sending.get();
        let mut faces: Vec<PhotoFace> = Vec::new();
        for Photo { id, name, upload, .. } in self.photos.get() {
            let state = match upload.is_empty() {
                false => PhotoState::Sent,
                true if sending.as_ref() == Some(&id) => PhotoState::Sending,
                true => PhotoState::Ready,
            };
            faces.push(PhotoFace { url: files::url(&id), id, name, state });
        }
        for Newcomer { id, name, fault } in self.newcomers.get() {
            let state = fault.map_or(PhotoState::Preparing, PhotoState::Refused);
            faces.push(PhotoFace { url: None, id, name, state });
        }
        faces
    }
}

/// The photos of an album, to look at, add to and take from. `is_locked` while they are on their way.
#[component]
pub fn PhotosFlow(album: Album, is_locked: Signal<bool>) -> impl IntoView {
    view! {
        <PhotoPicker
            photos=live(move || album.faces())
            is_locked=live(move || is_locked.get())
            on_event=Callback::new(move |event| album.happen(event))
        />
    }
}

/// What a paste or a drop brings beside the field for photos.
#[must_use]
pub fn on_came(album: Album) -> Callback<leptos::ev::Event> {
    Callback::new(move |event| album.happen(PhotoEvent::Came(event)))
}
