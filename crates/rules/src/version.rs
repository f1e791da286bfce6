//! Whether a backend speaks the contract that this Svar was made for.

/// Versions whose first numbers differ do not understand each other; within one, what is new is passed over.
#[must_use]
pub fn is_spoken(ours: &str, theirs: &str) -> bool {
    // Who says nothing of a version is taken at their word until an answer cannot be read.
    theirs.is_empty() || major(ours) == major(theirs)
}

fn major(version: &str) -> &str {
    version.split('.').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::is_spoken;

    #[test]
    fn the_first_number_decides() {
        for (name, theirs, expected) in [
            ("same", "1.0", true),
            ("grown", "1.7", true),
            ("grown_far", "1.10.2", true),
            ("short", "1", true),
            ("next", "2.0", false),
            ("earlier", "0.9", false),
            ("longer_number", "10.0", false),
            ("no_number", "beta", false),
            ("nothing", "", true),
        ] {
            assert_eq!(is_spoken("1.0", theirs), expected, "{name}");
        }
    }
}
