//! Files beside the pages, such as one locale's words: no part of the contract, but fetched like everything else.

use gloo_net::http::Request;

use super::ApiError;
use crate::browser::timer::Cutoff;

/// Longest wait, in milliseconds.
const CUTOFF_MS: i32 = 15_000;

/// The text of a file.
///
/// # Errors
/// [`ApiError::Unavailable`] if it does not come, [`ApiError::NotFound`] if it is gone.
pub async fn file(url: &str) -> Result<String, ApiError> {
    let cutoff = Cutoff::after(CUTOFF_MS);
    let response = Request::get(url).abort_signal(cutoff.signal().as_ref()).send().await;
    let response = response.map_err(|_| ApiError::Unavailable)?;
    match response.status() {
        200 => response.text().await.map_err(|_| ApiError::Unavailable),
        404 => Err(ApiError::NotFound),
        _ => Err(ApiError::Unavailable),
    }
}
