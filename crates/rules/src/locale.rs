//! Which language a person gets.

/// The nearest of `available` to `wanted` (BCP 47): the same tag, else the same language, else `default`.
/// Case does not matter; `available` keeps its own spelling.
#[must_use]
pub fn nearest<'a>(wanted: &str, available: &'a [String], default: &'a str) -> &'a str {
    matching(wanted, available).unwrap_or(default)
}

/// The first of a list of wishes (`Accept-Language`, `navigator.languages`) that is available, else `default`.
#[must_use]
pub fn negotiate<'a>(wishes: &[&str], available: &'a [String], default: &'a str) -> &'a str {
    wishes.iter().find_map(|wish| matching(wish, available)).unwrap_or(default)
}

/// The wishes of an `Accept-Language` header, best first; those with weight 0 are left out.
#[must_use]
pub fn wishes(header: &str) -> Vec<&str> {
    let mut weighted: Vec<(u16, &str)> = header.split(',').filter_map(weighted_wish).collect();
    weighted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    weighted.into_iter().map(|(_, tag)| tag).collect()
}

fn weighted_wish(part: &str) -> Option<(u16, &str)> {
    let (tag, weight) = part.split_once(';').unwrap_or((part, "q=1"));
    let weight: f32 = weight.trim().strip_prefix("q=")?.parse().ok()?;
    let tag = tag.trim();
    // A weight has three decimals at most (RFC 9110, 12.4.2), so thousandths are exact.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let weight = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
    (weight > 0 && !tag.is_empty()).then_some((weight, tag))
}

fn matching<'a>(wanted: &str, available: &'a [String]) -> Option<&'a str> {
    let same = |tag: &&String| tag.eq_ignore_ascii_case(wanted);
    let kin = |tag: &&String| language(tag).eq_ignore_ascii_case(language(wanted));
    available.iter().find(same).or_else(|| available.iter().find(kin)).map(String::as_str)
}

fn language(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn have() -> Vec<String> {
        ["en", "sv", "pt-BR"].map(String::from).to_vec()
    }

    #[test]
    fn nearest_language_is_chosen() {
        for (name, wanted, expected) in [
            ("same_tag", "sv", "sv"),
            ("region_falls_back_to_language", "sv-FI", "sv"),
            ("case_does_not_matter", "SV-fi", "sv"),
            ("language_finds_its_region", "pt", "pt-BR"),
            ("sister_region", "pt-PT", "pt-BR"),
            ("unknown_gets_the_default", "nl", "en"),
            ("empty_gets_the_default", "", "en"),
            ("longer_word_is_no_match", "svx", "en"),
        ] {
            assert_eq!(nearest(wanted, &have(), "en"), expected, "{name}");
        }
    }

    #[test]
    fn header_is_read_by_weight() {
        for (name, header, expected) in [
            ("empty", "", vec![]),
            ("one", "sv", vec!["sv"]),
            ("weights_sort", "en;q=0.5, sv", vec!["sv", "en"]),
            ("order_breaks_ties", "nl, sv", vec!["nl", "sv"]),
            ("zero_is_refused", "en;q=0, sv;q=0.1", vec!["sv"]),
            ("malformed_is_left_out", "en;level=1, ;q=1, sv", vec!["sv"]),
        ] {
            assert_eq!(wishes(header), expected, "{name}");
        }
    }

    #[test]
    fn first_available_wish_wins() {
        for (name, wishes, expected) in [
            ("none", vec![], "en"),
            ("second_wish", vec!["nl", "sv-SE", "en"], "sv"),
            ("nothing_fits", vec!["nl", "*"], "en"),
        ] {
            assert_eq!(negotiate(&wishes, &have(), "en"), expected, "{name}");
        }
    }
}
