//! What this device keeps for a person between visits. Where the browser keeps nothing (a private window that
//! forbids it, a full disk), the app works on and says nothing: it would only be remembered less.

use web_sys::{Storage, window};

/// The text under a key.
#[must_use]
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps a text. Says whether it is kept.
pub fn put(key: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

/// Forgets a key.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// All keys that begin like this.
#[must_use]
pub fn keys(beginning: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let all = (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
    all.filter(|key| key.starts_with(beginning)).collect()
}

/// Forgets everything of ours.
pub fn clear() {
    keys("svar.").iter().for_each(|key| remove(key));
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}
