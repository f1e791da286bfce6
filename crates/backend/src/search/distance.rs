//! How many slips of the hand lie between two words.

/// Letters left out, added, changed or swapped with a neighbour between two words, if at most `most`.
pub fn slips(one: &[char], other: &[char], most: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = Vec::with_capacity(last.len());
        row.push(i + 1);
        for (j, b) in other.iter().enumerate() {
            let changed = at(&last, j) + usize::from(a != b);
            let mut best = changed.min(at(&last, j + 1) + 1).min(at(&row, j) + 1);
            let is_swap = i > 0 && j > 0 && one.get(i - 1) == Some(b) && other.get(j - 1) == Some(a);
            if is_swap {
                best = best.min(at(&before_last, j - 1) + 1);
            }
            row.push(best);
        }
        if row.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|slips| *slips <= most)
}

fn at(row: &[usize], index: usize) -> usize {
    row.get(index).copied().unwrap_or(usize::MAX / 2)
}

/// How many slips a word of this many letters may have.
pub fn tolerated(letters: usize) -> usize {
    match letters {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_counted() {
        for (name, one, other, expected) in [
            ("same", "parcel", "parcel", Some(0)),
            ("left_out", "parcl", "parcel", Some(1)),
            ("added", "parccel", "parcel", Some(1)),
            ("changed", "parcal", "parcel", Some(1)),
            ("swapped", "pracel", "parcel", Some(1)),
            ("two", "recieptt", "receipt", Some(2)),
            ("too_many", "refund", "parcel", None),
            ("too_long", "parcelshops", "parcel", None),
        ] {
            let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
            assert_eq!(slips(&one, &other, 2), expected, "{name}");
        }
    }

    #[test]
    fn short_words_are_taken_as_they_are() {
        for (name, letters, expected) in
            [("three", 3, 0), ("four", 4, 1), ("seven", 7, 1), ("eight", 8, 2), ("twenty", 20, 2)]
        {
            assert_eq!(tolerated(letters), expected, "{name}");
        }
    }
}
