//! The browser's own database, for what is too large for its storage: texts and files under keys. Where it is missing,
//! blocked or broken every call says so, and whoever asks works on with what it has.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction, IdbTransactionMode, window};

const NAME: &str = "svar";
const TEXTS: &str = "texts";
const FILES: &str = "files";
/// Longest wait for it, in milliseconds: some browsers leave a call without an answer.
const PATIENCE_MS: i32 = 2_000;

thread_local! {
    /// Whether it has left a call without an answer: it is not waited for a second time.
    static IS_SILENT: Cell<bool> = const { Cell::new(false) };
}

/// Keeps a text. Says whether it is kept.
pub async fn put(key: &str, text: &str) -> bool {
    write(TEXTS, |store| store.put_with_key(&text.into(), &key.into())).await
}

/// The text under a key.
pub async fn get(key: &str) -> Option<String> {
    let (_open, store) = Open::store(TEXTS, IdbTransactionMode::Readonly, false).await?;
    done(&store.get(&key.into()).ok()?).await?.as_string()
}

/// All texts whose keys begin like this.
pub async fn all(beginning: &str) -> Vec<String> {
    let Some((_open, store)) = Open::store(TEXTS, IdbTransactionMode::Readonly, false).await else { return Vec::new() };
    let request = range(beginning).and_then(|range| store.get_all_with_key(&range).ok());
    let Some(request) = request else { return Vec::new() };
    let found = done(&request).await.and_then(|found| found.dyn_into::<js_sys::Array>().ok());
    found.map(|found| found.iter().filter_map(|text| text.as_string()).collect()).unwrap_or_default()
}

/// Forgets a text. Says whether it is gone.
pub async fn remove(key: &str) -> bool {
    if Open::database(false).await.is_none() {
        // Where there is no database there is nothing to forget.
        return true;
    }
    write(TEXTS, |store| store.delete(&key.into())).await
}

/// Keeps a file. Says whether it is kept.
pub(super) async fn put_file(key: &str, file: &JsValue) -> bool {
    write(FILES, |store| store.put_with_key(file, &key.into())).await
}

/// The file under a key.
pub(super) async fn get_file(key: &str) -> Option<JsValue> {
    let (_open, store) = Open::store(FILES, IdbTransactionMode::Readonly, false).await?;
    done(&store.get(&key.into()).ok()?).await
}

/// Forgets all files whose keys begin like this.
pub async fn remove_files(beginning: &str) {
    if Open::database(false).await.is_some() {
        let range = range(beginning).map_or(JsValue::UNDEFINED, Into::into);
        write(FILES, |store| store.delete(&range)).await;
    }
}

/// Forgets everything.
pub async fn clear() {
    if Open::database(false).await.is_some() {
        write(TEXTS, IdbObjectStore::clear).await;
        write(FILES, IdbObjectStore::clear).await;
    }
}

/// A database for as long as it is used: what is left open would stand in the way of whoever clears the site's data.
struct Open(IdbDatabase);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close();
    }
}

impl Open {
    /// `may_make` where there is something to put: whoever only looks leaves nothing behind.
    async fn database(may_make: bool) -> Option<Self> {
        if IS_SILENT.get() {
            return None;
        }
        let request = window()?.indexed_db().ok().flatten()?.open_with_u32(NAME, 1).ok()?;
        let opening = request.clone();
        let make = Closure::<dyn FnMut()>::new(move || {
            if may_make {
                let database = opening.result().ok().and_then(|found| found.dyn_into::<IdbDatabase>().ok());
                for store in [TEXTS, FILES] {
                    let _ = database.as_ref().map(|database| database.create_object_store(store));
                }
            } else if let Some(making) = opening.transaction() {
                let _ = making.abort();
            }
        });
        request.set_onupgradeneeded(Some(make.as_ref().unchecked_ref()));
        let database = done(&request).await?;
        database.dyn_into().ok().map(Self)
    }

    async fn store(name: &str, mode: IdbTransactionMode, may_make: bool) -> Option<(Self, IdbObjectStore)> {
        let open = Self::database(may_make).await?;
        let transaction = open.0.transaction_with_str_and_mode(name, mode).ok()?;
        let store = transaction.object_store(name).ok()?;
        Some((open, store))
    }
}

/// One change, until it is on the disk or has failed.
async fn write(name: &str, change: impl FnOnce(&IdbObjectStore) -> Result<IdbRequest, JsValue>) -> bool {
    let Some((_open, store)) = Open::store(name, IdbTransactionMode::Readwrite, true).await else { return false };
    change(&store).is_ok() && committed(&store.transaction()).await
}

fn range(beginning: &str) -> Option<IdbKeyRange> {
    IdbKeyRange::bound(&beginning.into(), &format!("{beginning}\u{ffff}").into()).ok()
}

async fn done(request: &IdbRequest) -> Option<JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        give_up_later(&reject);
    });
    let answer = JsFuture::from(promise).await;
    // A fault comes with its event, the end of patience with nothing.
    IS_SILENT.set(IS_SILENT.get() || answer.as_ref().is_err_and(JsValue::is_undefined));
    answer.ok()?;
    request.result().ok()
}

async fn committed(transaction: &IdbTransaction) -> bool {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        give_up_later(&reject);
    });
    JsFuture::from(promise).await.is_ok()
}

fn give_up_later(reject: &js_sys::Function) {
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(reject, PATIENCE_MS);
    }
}
