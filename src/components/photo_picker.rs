//! Photos to go along: chosen, dropped, pasted or just taken; each with its face, and with what is wrong beside it.

use contract::ATTACHMENTS_MAX;
use leptos::{ev, prelude::*};
use rules::upload::UploadFault;

use super::icon::Icon;
use crate::{erase::view, live::Live};

/// The id of the field that photos are chosen with.
pub const ADD_ID: &str = "photos";

/// A photo as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoFace {
    pub id: String,
    pub name: String,
    /// Where it can be seen, once it can.
    pub url: Option<String>,
    pub state: PhotoState,
}

/// Where a photo stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoState {
    /// It is being made smaller.
    Preparing,
    Ready,
    Sending,
    Sent,
    Refused(UploadFault),
}

/// What a person does with photos.
pub enum PhotoEvent {
    /// An event that may bring files: of the field, a drop, or the clipboard.
    Came(ev::Event),
    Removed(String),
}

#[component]
pub fn PhotoPicker(
    photos: Live<Vec<PhotoFace>>,
    is_locked: Live<bool>,
    on_event: Callback<PhotoEvent>,
) -> impl IntoView {
    let (of_count, of_faults, of_field) = (photos.clone(), photos.clone(), is_locked.clone());
    // Read out once each, however often the list is built anew.
    let counted = Memo::new(move |_| count(&of_count()));
    let refused = Memo::new(move |_| faults(&of_faults()));
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        on_event.run(PhotoEvent::Came(event.into()));
    };
    let entries = move || {
        let is_locked = is_locked();
        photos().into_iter().map(|photo| entry(photo, is_locked, on_event)).collect::<Vec<_>>()
    };
    view! {
        <section
            class="photo-picker"
            aria-labelledby="photos-title"
            on:dragover=|event| event.prevent_default()
            on:drop=dropped
        >
            <h2 class="photo-picker__title" id="photos-title">{t!("photo-picker-title")}</h2>
            <p class="photo-picker__hint" id="photos-hint">{t!("photo-picker-hint", count = ATTACHMENTS_MAX)}</p>
            <ul class="photo-picker__list">{entries}</ul>
            <Add is_locked=of_field on_event=on_event/>
            {move || said("status", counted.get())}
            {move || said("alert", refused.get())}
        </section>
    }
}

/// The field; where there is a camera it offers that, too.
#[component]
fn Add(is_locked: Live<bool>, on_event: Callback<PhotoEvent>) -> impl IntoView {
    view! {
        <label class="button button--quiet photo-picker__add">
            <Icon name="camera"/>
            {t!("photo-picker-add")}
            <input
                class="visually-hidden"
                id=ADD_ID
                type="file"
                accept="image/*"
                multiple
                aria-describedby="photos-hint"
                disabled=move || is_locked()
                on:change=move |event| on_event.run(PhotoEvent::Came(event))
            />
        </label>
    }
}

fn entry(photo: PhotoFace, is_locked: bool, on_event: Callback<PhotoEvent>) -> AnyView {
    let PhotoFace { id, name, url, state } = photo;
    let fault = if let PhotoState::Refused(fault) = state { Some(fault) } else { None };
    let class = if fault.is_some() { "photo-picker__item photo-picker__item--refused" } else { "photo-picker__item" };
    let remove = t!("photo-picker-remove-name", name = name.clone());
    let picture = url.map(|url| view! { <img class="photo-picker__picture" src=url alt="" width="64" height="64"/> });
    view! {
        <li class=class>
            <span class="photo-picker__frame">{picture}</span>
            <span class="photo-picker__words">
                <bdi class="photo-picker__name">{name}</bdi>
                {fault.map(|fault| view! { <span class="photo-picker__fault"><Icon name="warning"/>{words(fault)}</span> })}
                {progress(state).map(|words| view! { <span class="photo-picker__state">{words}</span> })}
            </span>
            <button
                class="button button--quiet photo-picker__remove"
                type="button"
                aria-label=remove
                disabled=is_locked
                on:click=move |_| on_event.run(PhotoEvent::Removed(id.clone()))
            >
                {t!("photo-picker-remove")}
            </button>
        </li>
    }
}

fn progress(state: PhotoState) -> Option<String> {
    match state {
        PhotoState::Preparing => Some(t!("photo-picker-preparing")),
        PhotoState::Sending => Some(t!("photo-picker-sending")),
        PhotoState::Sent => Some(t!("photo-picker-sent")),
        PhotoState::Ready | PhotoState::Refused(_) => None,
    }
}

/// What is wrong with a file, and what can be done.
fn words(fault: UploadFault) -> String {
    match fault {
        UploadFault::TooMany => t!("photo-picker-too-many", count = ATTACHMENTS_MAX),
        UploadFault::Empty => t!("photo-picker-empty"),
        UploadFault::NoPhoto => t!("photo-picker-no-photo"),
        UploadFault::Unreadable => t!("photo-picker-unreadable"),
        UploadFault::TooLarge => t!("photo-picker-too-large"),
    }
}

/// What is for ears only; nothing where there is nothing to say.
fn said(role: &'static str, words: String) -> Option<AnyView> {
    (!words.is_empty()).then(|| view! { <p class="visually-hidden" role=role>{words}</p> })
}

/// Says how many there are, once they are.
fn count(photos: &[PhotoFace]) -> String {
    let kept = photos.iter().filter(|photo| !matches!(photo.state, PhotoState::Preparing | PhotoState::Refused(_)));
    let count = kept.count();
    if count > 0 { t!("photo-picker-count", count = count) } else { String::new() }
}

fn faults(photos: &[PhotoFace]) -> String {
    let fault = |photo: &PhotoFace| match photo.state {
        PhotoState::Refused(fault) => Some(format!("{}: {}", photo.name, words(fault))),
        _ => None,
    };
    photos.iter().filter_map(fault).collect::<Vec<_>>().join(" ")
}
