//! Where a person goes after signing in: only ever to a page of this site. Whatever could be read as an address
//! elsewhere, by any browser, is refused rather than mended.

/// Longest address that is followed, in bytes.
const MAX_BYTES: usize = 2_000;
/// Never part of an address that this app writes: outside RFC 3986, or read as a slash by some browsers.
const REFUSED: &[u8] = b"\\\"<>^`{|}";
/// The page that sends people on: to return to it would be a loop.
const SIGN_IN: &str = "sign-in";
/// What lies beside the pages and is none.
const NO_PAGES: [&str; 1] = ["api"];

/// The address, if it is a path of this site that may be gone to after signing in: it starts with one slash and
/// holds no other host, no trick with slashes, spaces or percent-encoding, and not the sign-in page itself.
#[must_use]
pub fn safe(next: &str) -> Option<&str> {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !REFUSED.contains(&byte);
    let whole = next.len() <= MAX_BYTES && next.starts_with('/') && !next.contains("//") && next.bytes().all(is_plain);
    let path = next.split(['?', '#']).next().unwrap_or_default();
    let is_safe = whole && encodings(next)?.all(|byte| !byte.is_ascii_control()) && is_path(path);
    is_safe.then_some(next)
}

/// A path of literal segments: nothing encoded that means something else once it is decoded, no way up.
fn is_path(path: &str) -> bool {
    let Some(mut encoded) = encodings(path) else { return false };
    let mut segments = path.split('/').skip(1);
    let leads = |names: &[&str], segment: &str| names.iter().any(|name| segment.eq_ignore_ascii_case(name));
    encoded.all(|byte| !byte.is_ascii())
        && !path.contains(':')
        && !path.split('/').any(|segment| segment == "." || segment == "..")
        && !segments.clone().next().is_some_and(|first| leads(&NO_PAGES, first))
        && !segments.by_ref().take(2).any(|segment| leads(&[SIGN_IN], segment))
}

/// The bytes that stand percent-encoded in a text; `None` if a `%` is followed by no two digits.
fn encodings(text: &str) -> Option<std::vec::IntoIter<u8>> {
    let byte = |rest: &str| {
        let digits = rest.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        u8::from_str_radix(digits, 16).ok()
    };
    text.split('%').skip(1).map(byte).collect::<Option<Vec<u8>>>().map(IntoIterator::into_iter)
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn pages_of_this_site_are_returned_to() {
        let longest = format!("/{}", "a".repeat(1_999));
        for (name, next) in [
            ("home", "/"),
            ("locale", "/en"),
            ("slash_at_the_end", "/en/"),
            ("deeper", "/sv/articles/late-parcel"),
            ("case", "/en/cases/0190a5b2-7c00-7000-8000-000000000000"),
            ("query", "/en/ask?topic=delivery&from=late-parcel"),
            ("fragment", "/en/articles/late-parcel#next"),
            ("query_and_fragment", "/en/search?q=x#results"),
            ("empty_query", "/en/search?"),
            ("encoded_letter", "/en/search?q=f%C3%B6rsenad"),
            ("encoded_space", "/en/search?q=late%20parcel"),
            ("plus", "/en/search?q=late+parcel"),
            ("encoded_slash_in_the_query", "/en/search?q=a%2Fb"),
            ("encoded_percent_in_the_query", "/en/search?q=100%25"),
            ("encoded_address_in_the_query", "/en/search?q=https%3A%2F%2Fexample.org"),
            ("encoded_letter_in_the_path", "/en/articles/f%C3%B6rsenad"),
            ("at_sign", "/en/@x"),
            ("dots_in_a_name", "/en/a..b"),
            ("colon_in_the_query", "/en/search?q=a:b"),
            ("sign_in_in_a_name", "/en/articles/sign-in-problems"),
            ("sign_in_as_an_article", "/en/articles/sign-in"),
            ("sign_in_in_the_query", "/en/search?q=sign-in"),
            ("a_name_that_begins_like_the_api", "/apiary"),
            ("longest", longest.as_str()),
        ] {
            assert_eq!(safe(next), Some(next), "{name}");
        }
    }

    #[test]
    fn nothing_else_is_followed() {
        let too_long = format!("/{}", "a".repeat(2_000));
        for (name, next) in [
            ("empty", ""),
            ("relative", "en/orders"),
            ("dot", "./en"),
            ("query_alone", "?q=x"),
            ("fragment_alone", "#x"),
            ("https", "https://evil.example/"),
            ("http", "http://evil.example"),
            ("scheme_without_slashes", "https:evil.example"),
            ("script", "javascript:alert(1)"),
            ("script_with_capitals", "JaVaScRiPt:alert(1)"),
            ("data", "data:text/html,x"),
            ("scheme_after_a_slash", "/https:evil.example"),
            ("script_after_a_slash", "/javascript:alert(1)"),
            ("two_slashes", "//evil.example"),
            ("three_slashes", "///evil.example"),
            ("two_slashes_further_on", "/en//evil.example"),
            ("two_slashes_in_the_query", "/en?x=//evil.example"),
            ("backslash", "\\evil.example"),
            ("two_backslashes", "\\\\evil.example"),
            ("slash_backslash", "/\\evil.example"),
            ("backslash_slash", "\\/evil.example"),
            ("slash_backslash_slash", "/\\/evil.example"),
            ("backslash_further_on", "/en\\x"),
            ("backslash_in_the_query", "/en?x=\\\\evil.example"),
            ("encoded_slash", "/%2Fevil.example"),
            ("encoded_slash_in_small_letters", "/%2fevil.example"),
            ("encoded_slash_first", "%2F%2Fevil.example"),
            ("encoded_backslash", "/%5Cevil.example"),
            ("encoded_backslash_in_small_letters", "/%5cevil.example"),
            ("twice_encoded_slash", "/%252Fevil.example"),
            ("twice_encoded_backslash", "/%255cevil.example"),
            ("encoded_scheme", "/%68ttps:evil.example"),
            ("encoded_letter_that_needs_none", "/%65n"),
            ("encoded_colon", "/javascript%3Aalert(1)"),
            ("encoded_dots", "/%2e%2e/evil"),
            ("half_encoded_dots", "/.%2e/evil"),
            ("dots", "/../evil"),
            ("dots_before_two_slashes", "/..//evil.example"),
            ("dots_at_the_end", "/en/.."),
            ("one_dot", "/./evil"),
            ("space_before", " /en"),
            ("space_after", "/en "),
            ("space_between_slashes", "/ /evil.example"),
            ("tab_between_slashes", "/\t/evil.example"),
            ("line_end_between_slashes", "/\n/evil.example"),
            ("return_between_slashes", "/\r/evil.example"),
            ("tab_before", "\t//evil.example"),
            ("line_end_before", "\n//evil.example"),
            ("header", "/en\r\nSet-Cookie: a=b"),
            ("zero_byte", "/en\0"),
            ("delete", "/en\u{7f}"),
            ("encoded_tab", "/%09/evil.example"),
            ("encoded_line_end", "/%0a/evil.example"),
            ("encoded_header", "/en%0d%0aSet-Cookie:a=b"),
            ("encoded_line_end_in_the_query", "/en?x=%0d%0aSet-Cookie:a=b"),
            ("encoded_zero_byte", "/en%00"),
            ("hard_space", "/\u{a0}/evil.example"),
            ("line_separator", "/\u{2028}/evil.example"),
            ("no_width", "/\u{200b}/evil.example"),
            ("byte_order_mark", "\u{feff}//evil.example"),
            ("other_direction", "/en/\u{202e}moc"),
            ("wide_slash", "/\u{ff0f}evil.example"),
            ("wide_backslash", "/\u{ff3c}evil.example"),
            ("fraction_slash", "/\u{2044}evil.example"),
            ("wide_full_stop", "/\u{ff0e}\u{ff0e}/evil"),
            ("letter_of_another_script", "/en/försenad"),
            ("percent_alone", "/en/%"),
            ("percent_and_one_digit", "/en/%4"),
            ("percent_and_no_digits", "/en/%zz"),
            ("percent_and_a_sign", "/en/%+4"),
            ("percent_alone_in_the_query", "/en?x=100%"),
            ("markup", "/en?x=<script>"),
            ("quote", "/en?x=\""),
            ("sign_in_page", "/en/sign-in"),
            ("sign_in_page_with_slash", "/en/sign-in/"),
            ("sign_in_page_with_query", "/en/sign-in?next=/en/sign-in"),
            ("sign_in_page_with_fragment", "/en/sign-in#x"),
            ("sign_in_page_below", "/en/sign-in/help"),
            ("sign_in_page_without_locale", "/sign-in"),
            ("sign_in_page_in_capitals", "/en/SIGN-IN"),
            ("encoded_sign_in_page", "/en/%73ign-in"),
            ("api", "/api/v1/session/redirect?next=/en"),
            ("api_in_capitals", "/API/v1/session"),
            ("too_long", too_long.as_str()),
        ] {
            assert_eq!(safe(next), None, "{name}");
        }
    }
}
