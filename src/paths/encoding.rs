//! Percent-encoding of what stands in an address, and back.

use std::fmt::Write;

/// A parameter of an address's query (with or without its `?`); empty where it has none.
#[must_use]
pub fn query_value(query: &str, name: &str) -> String {
    let mut pairs = query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('='));
    let value = pairs.find(|(key, _)| *key == name).map(|(_, value)| value);
    value.map(|value| decode(&value.replace('+', " "))).unwrap_or_default()
}

/// Percent-encodes all but unreserved characters (RFC 3986, 2.3), for a path segment or a query's value.
#[must_use]
pub fn encode(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// Undoes percent-encoding; what is no encoding stays, and bytes that are no text become `\u{fffd}`.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        if let Some(byte) = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::query_value;

    #[test]
    fn query_values_are_read() {
        for (name, query, expected) in [
            ("there", "?q=parcel", "parcel"),
            ("without_question_mark", "q=parcel", "parcel"),
            ("second", "?a=b&q=c", "c"),
            ("plus_is_a_space", "?q=my+parcel", "my parcel"),
            ("encoded", "?q=f%C3%A5%20%26", "få &"),
            ("missing", "?x=1", ""),
            ("empty", "", ""),
            ("no_value", "?q", ""),
        ] {
            assert_eq!(query_value(query, "q"), expected, "{name}");
        }
    }
}
