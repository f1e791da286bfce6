//! Files that a person has chosen, dropped or pasted, each under an id of its own while the document lives: what shows
//! and sends them knows ids alone.

use std::{cell::RefCell, collections::HashMap};

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, ClipboardEvent, DataTransfer, DragEvent, Event, FileList, HtmlInputElement, Url};

use super::{database, random};

/// A file that has just come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    pub id: String,
    pub name: String,
    /// What it says it is, as a media type.
    pub kind: String,
    pub bytes: u64,
}

/// A file with the address that it is shown by.
struct Held {
    blob: Blob,
    url: Option<String>,
}

thread_local! {
    static HELD: RefCell<HashMap<String, Held>> = RefCell::new(HashMap::new());
}

/// The files that an event brings, from a field, a drop or the clipboard.
#[must_use]
pub fn of(event: &Event) -> Vec<Picked> {
    let dropped = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
    let pasted = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let list = dropped.or(pasted).and_then(|it| DataTransfer::files(&it)).or_else(|| field.as_ref()?.files());
    let found = list.as_ref().map(taken).unwrap_or_default();
    if let Some(field) = field.filter(|field| field.type_() == "file") {
        // The same file may be chosen once more.
        field.set_value("");
    }
    found
}

fn taken(list: &FileList) -> Vec<Picked> {
    let files = (0..list.length()).filter_map(|index| list.item(index));
    let take = |file: web_sys::File| {
        let id = random::id();
        let picked = Picked { id: id.clone(), name: file.name(), kind: file.type_(), bytes: size(&file) };
        hold(&id, file.into());
        picked
    };
    files.map(take).collect()
}

// A file has no more bytes than a float holds exactly, and never less than none.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn size(blob: &Blob) -> u64 {
    blob.size() as u64
}

/// How many bytes a file has; 0 where it is not here.
#[must_use]
pub fn bytes(id: &str) -> u64 {
    blob(id).map_or(0, |blob| size(&blob))
}

pub(super) fn hold(id: &str, blob: Blob) {
    let url = Url::create_object_url_with_blob(&blob).ok();
    let before = HELD.with_borrow_mut(|held| held.insert(id.to_owned(), Held { blob, url }));
    let_go(before);
}

pub(super) fn blob(id: &str) -> Option<Blob> {
    HELD.with_borrow(|held| held.get(id).map(|held| held.blob.clone()))
}

/// What a request sends of a file.
#[must_use]
pub fn body(id: &str) -> Option<JsValue> {
    blob(id).map(Into::into)
}

/// The address that a file is shown by in this document.
#[must_use]
pub fn url(id: &str) -> Option<String> {
    HELD.with_borrow(|held| held.get(id).and_then(|held| held.url.clone()))
}

/// Lets a file go.
pub fn forget(id: &str) {
    let before = HELD.with_borrow_mut(|held| held.remove(id));
    let_go(before);
}

fn let_go(held: Option<Held>) {
    if let Some(url) = held.and_then(|held| held.url) {
        let _ = Url::revoke_object_url(&url);
    }
}

/// Keeps a file beyond this document. Says whether it is kept.
pub async fn keep(key: &str, id: &str) -> bool {
    match blob(id) {
        Some(blob) => database::put_file(key, &blob).await,
        None => false,
    }
}

/// Brings back a file that was kept. Says whether it is here.
pub async fn restore(key: &str, id: &str) -> bool {
    if blob(id).is_some() {
        return true;
    }
    let found = database::get_file(key).await.and_then(|found| found.dyn_into::<Blob>().ok());
    // What a browser lost of it is not there, although its name is.
    let whole = found.filter(|blob| Reflect::get(blob, &"size".into()).is_ok_and(|size| size.is_truthy()));
    whole.map(|blob| hold(id, blob)).is_some()
}
