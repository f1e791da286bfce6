//! Ids that nobody can guess.

/// A new random id (UUID version 4, from the browser's own source).
#[must_use]
pub fn id() -> String {
    let bytes = js_sys::Uint8Array::new_with_length(16);
    if let Some(crypto) = web_sys::window().and_then(|window| window.crypto().ok()) {
        // `randomUUID` is missing on plain http; this is not.
        let _ = crypto.get_random_values_with_array_buffer_view(&bytes);
    }
    let mut bytes = bytes.to_vec();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}
