//! The language in which a method is given.

use contract::{ContactMethod, MethodAvailability, MethodStatus};

use super::decide::Team;

const EXACT: &str = "exact";
/// The word for a language that is not the wanted one.
pub const FALLBACK: &str = "fallback";

/// E-mail, which is always there.
pub fn email(team: &Team, wanted: &str) -> MethodAvailability {
    let email = spoken(ContactMethod::Email, &team.email_languages, wanted);
    MethodAvailability { expected_reply_s: Some(team.email_reply_s), ..email }
}

/// Whether a wanted language, or its kin, is one of them.
pub fn is_spoken(languages: &[String], wanted: &str) -> bool {
    !rules::locale::nearest(wanted, languages, "").is_empty()
}

/// A method in the language that is nearest to the wanted one.
pub fn spoken(method: ContactMethod, languages: &[String], wanted: &str) -> MethodAvailability {
    let first = languages.first().map_or("", String::as_str);
    let language = rules::locale::nearest(wanted, languages, first);
    let is_exact = is_spoken(languages, wanted);
    let has_match = !wanted.is_empty() && !language.is_empty();
    MethodAvailability {
        method,
        status: MethodStatus::Available,
        reason: None,
        languages: languages.to_vec(),
        language: Some(language.to_owned()).filter(|language| !language.is_empty()),
        language_match: has_match.then(|| if is_exact { EXACT } else { FALLBACK }.to_owned()),
        expected_reply_s: None,
        usual_reply_s: None,
        respond_by: None,
        wait_s: None,
        position: None,
        opens_at: None,
        closes_at: None,
        callback: None,
        hours: Vec::new(),
    }
}
