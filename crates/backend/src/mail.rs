//! Mails: what they say comes from the content folder, who gets them from the database. They repeat none of a
//! person's words, and they come from an address that takes no mail.

pub mod post;

use std::str::FromStr;

use lettre::Address;

use crate::content::MailText;
pub use crate::store::outbox::Mail;

/// Longest address that a mail server takes, in characters (RFC 5321, 4.5.3.1.3).
pub const ADDRESS_MAX_CHARS: usize = 254;

/// What a mail needs besides its text.
#[derive(Clone, Copy, Debug)]
pub struct Occasion<'a> {
    /// Made of what the mail tells of, such as `case-answered.<message id>`: the same word is written once.
    pub message_id: &'a str,
    pub to: &'a str,
    /// Where it leads.
    pub link: &'a str,
    /// The case's or the order's number, empty where there is none.
    pub number: &'a str,
    /// What support wrote, to somebody who cannot read it on the site.
    pub words: &'a str,
    /// Seconds since 1970.
    pub now: i64,
}

/// The mail for an occasion.
#[must_use]
pub fn written(text: &MailText, occasion: &Occasion<'_>) -> Mail {
    // What support wrote comes last, so that nothing in it is filled in.
    let fill = |text: &str| {
        let text = text.replace("{number}", occasion.number).replace("{link}", occasion.link);
        text.replace("{words}", occasion.words)
    };
    Mail {
        message_id: occasion.message_id.to_owned(),
        to: occasion.to.to_owned(),
        subject: fill(&text.subject),
        body: fill(&text.body),
        has_secret: false,
        created_at: occasion.now,
    }
}

/// Whether a text is written like an address that can be reached from elsewhere.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let is_reachable = |address: Address| {
        let labels = address.domain().rsplit_once('.');
        labels.is_some_and(|(_, last)| last.len() >= 2 && last.chars().all(|letter| !letter.is_ascii_digit()))
    };
    text.chars().count() <= ADDRESS_MAX_CHARS && Address::from_str(text).is_ok_and(is_reachable)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_can_be_reached() {
        let long = format!("a@{}.example", "b".repeat(245));
        for (name, text, expected) in [
            ("usual", "anna@example.com", true),
            ("with_a_plus", "anna+svar@mail.example.com", true),
            ("letters_of_other_scripts", "åsa@räksmörgås.example", true),
            ("empty", "", false),
            ("no_at", "anna.example.com", false),
            ("two_ats", "a@b@example.com", false),
            ("no_name", "@example.com", false),
            ("no_host", "anna@", false),
            ("no_dot", "anna@localhost", false),
            ("a_number", "anna@127.0.0.1", false),
            ("a_literal", "anna@[127.0.0.1]", false),
            ("space", "anna lind@example.com", false),
            ("space_before", " anna@example.com", false),
            ("line_end", "anna@example.com\r\nBcc: ben@example.com", false),
            ("with_a_name", "Anna <anna@example.com>", false),
            ("two", "anna@example.com,ben@example.com", false),
            ("too_long", &long, false),
        ] {
            assert_eq!(is_address(text), expected, "{name}");
        }
    }
}
