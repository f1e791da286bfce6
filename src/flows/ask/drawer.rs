//! Where drafts lie: in the browser's database. That answers later, and a page may go right after a key was pressed; so
//! what is new stands in the storage, which answers at once, until the database has it. Where there is no database it
//! stays there, which is also how drafts from before are moved.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use crate::browser::{database, start::spawn, storage, timer};

/// What the keys in the storage begin with.
const NEW: &str = "svar.draft.";
/// How long typing goes on until it is moved, in milliseconds.
const REST_MS: i32 = 400;

thread_local! {
    static IS_MOVING: Cell<bool> = const { Cell::new(false) };
    /// What neither of the two keeps, for as long as the document lives.
    static UNKEPT: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Keeps a text, at once.
pub fn put(key: &str, text: &str) {
    if !storage::put(&format!("{NEW}{key}"), text) {
        UNKEPT.with_borrow_mut(|unkept| unkept.insert(key.to_owned(), text.to_owned()));
        let (key, text) = (key.to_owned(), text.to_owned());
        return spawn(async move {
            database::put(&key, &text).await;
        });
    }
    move_on();
}

/// Forgets a text, at once: an empty one stands for it until the database has heard of it.
pub fn forget(key: &str) {
    UNKEPT.with_borrow_mut(|unkept| unkept.remove(key));
    if !storage::put(&format!("{NEW}{key}"), "") {
        let key = key.to_owned();
        return spawn(async move {
            database::remove(&key).await;
        });
    }
    move_on();
}

/// The text under a key.
pub async fn get(key: &str) -> Option<String> {
    match new(key) {
        Some(text) => Some(text).filter(|text| !text.is_empty()),
        None => database::get(key).await,
    }
}

/// All texts whose keys begin like this: first what the database has, then what is newer, and the keys of what is
/// forgotten but may be among the first.
pub async fn all(beginning: &str) -> (Vec<String>, Vec<String>) {
    move_on();
    let mut found = database::all(beginning).await;
    let mut gone = Vec::new();
    for key in storage::keys(&format!("{NEW}{beginning}")) {
        match storage::get(&key) {
            Some(text) if !text.is_empty() => found.push(text),
            _ => gone.push(key.trim_start_matches(NEW).to_owned()),
        }
    }
    let of_it = |(key, _): &(&String, &String)| key.starts_with(beginning);
    UNKEPT.with_borrow(|unkept| found.extend(unkept.iter().filter(of_it).map(|(_, text)| text.clone())));
    (found, gone)
}

fn new(key: &str) -> Option<String> {
    let unkept = UNKEPT.with_borrow(|unkept| unkept.get(key).cloned());
    unkept.or_else(|| storage::get(&format!("{NEW}{key}")))
}

/// Moves what is new into the database, once typing rests. One goes at a time.
fn move_on() {
    if IS_MOVING.replace(true) {
        return;
    }
    spawn(async {
        timer::pause(REST_MS).await;
        let mut is_able = true;
        while is_able {
            let keys = storage::keys(NEW);
            if keys.is_empty() {
                break;
            }
            for key in keys {
                is_able = is_able && moved(&key).await;
            }
        }
        IS_MOVING.set(false);
    });
}

/// Moves one; what is typed meanwhile stays, to be moved the next time.
async fn moved(key: &str) -> bool {
    let Some(text) = storage::get(key) else { return true };
    let name = key.trim_start_matches(NEW);
    let is_done = if text.is_empty() { database::remove(name).await } else { database::put(name, &text).await };
    if is_done && storage::get(key).as_ref() == Some(&text) {
        storage::remove(key);
    }
    is_done
}
