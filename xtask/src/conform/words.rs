//! Addresses, ids, and words of what came.

use contract::routes;
use serde_json::Value;

/// A path with its values in it.
pub fn at(path: &str, values: &[&str]) -> String {
    let values: Vec<String> = values.iter().map(|value| encoded(value)).collect();
    routes::fill(path, &values.iter().map(String::as_str).collect::<Vec<_>>())
}

/// A value as it stands in an address.
pub fn encoded(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let part = |byte: u8| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    value.bytes().map(part).collect()
}

/// A text of a value; empty where it is none.
pub fn word<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

/// An id as clients make them.
pub fn fresh_id() -> String {
    uuid::Uuid::now_v7().to_string()
}
