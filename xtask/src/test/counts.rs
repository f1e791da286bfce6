//! How many tests passed and failed, read from what the runners say.

use serde_json::Value;

/// Tests that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
}

impl Counts {
    /// These and those.
    pub fn with(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// The counts in words; nothing where nothing was counted.
    pub fn text(self) -> String {
        match self {
            Self { passed: 0, failed: 0 } => String::new(),
            Self { passed, failed: 0 } => format!("{passed} passed"),
            Self { passed, failed } => format!("{passed} passed, {failed} failed"),
        }
    }
}

/// From cargo test's lines `test result: ok. 3 passed; 0 failed; …`.
pub fn of_cargo(text: &str) -> Counts {
    let lines = text.lines().filter_map(|line| line.trim().strip_prefix("test result: "));
    lines.fold(Counts::default(), |all, line| {
        all.with(Counts { passed: number_before(line, " passed"), failed: number_before(line, " failed") })
    })
}

/// From Playwright's JSON report; a test that passed only when tried again did not pass.
pub fn of_playwright(report: &str) -> Option<Counts> {
    let report: Value = serde_json::from_str(report).ok()?;
    let stats = report.get("stats")?;
    let count = |name: &str| stats.get(name).and_then(Value::as_u64).unwrap_or(0);
    Some(Counts { passed: count("expected"), failed: count("unexpected") + count("flaky") })
}

fn number_before(line: &str, word: &str) -> u64 {
    let before = line.find(word).map(|at| &line[..at]);
    before.and_then(|before| before.rsplit(' ').next()?.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_lines_are_added_up() {
        let cases = [
            ("nothing ran", "warning: x\n", 0, 0),
            (
                "one binary",
                "test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n",
                3,
                0,
            ),
            (
                "two, one with failures",
                "test result: ok. 12 passed; 0 failed; 0 ignored\nx\ntest result: FAILED. 4 passed; 2 failed; 0 ignored\n",
                16,
                2,
            ),
            ("a test that prints alike", "it said test result: ok. 9 passed; 0 failed\n", 0, 0),
        ];
        for (row, text, passed, failed) in cases {
            assert_eq!(of_cargo(text), Counts { passed, failed }, "{row}");
        }
    }

    #[test]
    fn playwrights_flaky_tests_count_as_failed() {
        let report = r#"{"stats": {"expected": 7, "unexpected": 1, "flaky": 2, "skipped": 3}}"#;
        assert_eq!(of_playwright(report), Some(Counts { passed: 7, failed: 3 }));
        assert_eq!(of_playwright("{}"), None);
    }

    #[test]
    fn counts_are_said_only_where_there_are_some() {
        let cases = [(0, 0, ""), (2, 0, "2 passed"), (2, 1, "2 passed, 1 failed"), (0, 1, "0 passed, 1 failed")];
        for (passed, failed, expected) in cases {
            assert_eq!(Counts { passed, failed }.text(), expected);
        }
    }
}
