//! Words that nobody can guess, and what is kept of them.

use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A fresh secret: 244 random bits in hexadecimal.
#[must_use]
pub fn fresh() -> String {
    format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple())
}

/// What is kept of a secret: whoever reads the database cannot use it.
#[must_use]
pub fn hash(secret: &str) -> String {
    Sha256::digest(secret.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether two words are the same, in a time that does not depend on where they differ.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::{fresh, hash, same};

    #[test]
    fn secrets_differ_and_are_compared_whole() {
        assert_ne!(fresh(), fresh());
        assert_eq!(fresh().len(), 64);
        // From `printf abc | sha256sum`.
        assert_eq!(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        for (name, one, other, expected) in [
            ("equal", "abc", "abc", true),
            ("first_differs", "xbc", "abc", false),
            ("last_differs", "abx", "abc", false),
            ("shorter", "ab", "abc", false),
            ("both_empty", "", "", true),
        ] {
            assert_eq!(same(one, other), expected, "{name}");
        }
    }
}
