//! Which contact methods can be used now. E-mail always can, for everybody.

use contract::{Availability, ContactMethod, MethodAvailability, MethodStatus};
use time::{Duration, OffsetDateTime};

use crate::state::{Backend, Published};

/// Seconds until it has to be asked again.
const VALID_S: i64 = 60;
/// The support team's.
const TIMEZONE: &str = "Europe/Amsterdam";
const EXACT: &str = "exact";
const FALLBACK: &str = "fallback";

/// What can be used now by somebody who would like to be answered in `language`.
#[must_use]
pub fn now(backend: &Backend, published: &Published, language: Option<&str>) -> Availability {
    let now = backend.clock.now();
    let as_of = now.replace_nanosecond(0).unwrap_or(now);
    let languages = published.email_languages.clone();
    email_alone(as_of, languages, language, u64::from(backend.email_reply_s))
}

/// Whether a method can be chosen.
#[must_use]
pub fn can_be_used(availability: &Availability, method: &ContactMethod) -> bool {
    let is_open = |status: &MethodStatus| matches!(status, MethodStatus::Available | MethodStatus::Busy);
    availability.methods.iter().any(|it| it.method == *method && is_open(&it.status))
}

fn email_alone(
    as_of: OffsetDateTime,
    languages: Vec<String>,
    wanted: Option<&str>,
    expected_reply_s: u64,
) -> Availability {
    let is_spoken = |wanted: &str| !rules::locale::nearest(wanted, &languages, "").is_empty();
    let language_match = wanted.map(|wanted| if is_spoken(wanted) { EXACT } else { FALLBACK }.to_owned());
    Availability {
        as_of,
        valid_until: as_of + Duration::seconds(VALID_S),
        timezone: TIMEZONE.to_owned(),
        degraded: false,
        recommended: vec![ContactMethod::Email],
        methods: vec![MethodAvailability {
            method: ContactMethod::Email,
            status: MethodStatus::Available,
            reason: None,
            language: None,
            languages,
            language_match,
            expected_reply_s: Some(expected_reply_s),
            usual_reply_s: None,
            wait_s: None,
            position: None,
            opens_at: None,
            closes_at: None,
            callback: None,
            hours: Vec::new(),
        }],
    }
}
