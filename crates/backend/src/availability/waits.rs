//! How long one waits, out of how long others did.

use contract::Range;

/// The middle half of what was measured: from the lower to the upper quartile (nearest rank). `None` where nothing was.
#[must_use]
pub fn range(measured: &[u64]) -> Option<Range> {
    let mut sorted = measured.to_vec();
    sorted.sort_unstable();
    let quartile = |quarter: usize| sorted.get((sorted.len() * quarter).div_ceil(4).checked_sub(1)?).copied();
    Some(Range { low: quartile(1)?, high: quartile(3)? })
}

#[cfg(test)]
mod tests {
    use super::range;

    #[test]
    fn the_middle_half_is_told() {
        for (name, measured, expected) in [
            ("nothing", vec![], None),
            ("one", vec![60], Some((60, 60))),
            ("two", vec![90, 30], Some((30, 90))),
            ("four", vec![400, 100, 300, 200], Some((100, 300))),
            ("five", vec![5, 4, 3, 2, 1], Some((2, 4))),
            ("eight_with_an_outlier", vec![1, 2, 3, 4, 5, 6, 7, 9_999], Some((2, 6))),
            ("twenty", (1..=20).collect(), Some((5, 15))),
        ] {
            assert_eq!(range(&measured).map(|range| (range.low, range.high)), expected, "{name}");
        }
    }
}
