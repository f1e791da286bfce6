//! Reads a body piece by piece, as it arrives.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader};

/// The pieces of a body.
pub struct Pieces(ReadableStreamDefaultReader);

impl Pieces {
    /// Of a stream that nobody else reads.
    #[must_use]
    pub fn of(stream: &ReadableStream) -> Option<Self> {
        stream.get_reader().dyn_into().ok().map(Self)
    }

    /// The next piece; `Ok(None)` at the end, `Err` if the connection broke.
    ///
    /// # Errors
    /// If the connection broke.
    pub async fn next(&self) -> Result<Option<Vec<u8>>, ()> {
        let read = JsFuture::from(self.0.read()).await.map_err(drop)?;
        let is_done = Reflect::get(&read, &"done".into()).map_err(drop)?.is_truthy();
        if is_done {
            return Ok(None);
        }
        let value = Reflect::get(&read, &"value".into()).map_err(drop)?;
        value.dyn_into::<Uint8Array>().map(|bytes| Some(bytes.to_vec())).map_err(drop)
    }
}

impl Drop for Pieces {
    fn drop(&mut self) {
        // Nobody waits for what is not read any more; that a broken stream cannot be cancelled is no news either.
        let cancelled = JsFuture::from(self.0.cancel());
        wasm_bindgen_futures::spawn_local(async { drop(cancelled.await) });
    }
}
