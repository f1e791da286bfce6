//! Which contact methods the screen offers, from what the backend says can be used.

use contract::{Availability, ContactMethod, MethodAvailability, MethodStatus};
use time::OffsetDateTime;

/// One method as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactOption {
    pub method: ContactMethod,
    /// It is open now: available, or busy.
    pub is_open: bool,
    /// Open ones can be chosen, and a telephone that can be booked for later.
    pub can_be_chosen: bool,
    /// All that the backend says of it; `None` for e-mail where the backend said nothing.
    pub availability: Option<MethodAvailability>,
    /// What is said may have changed since: it is asked for again.
    pub is_stale: bool,
}

/// The methods, the most suitable first. E-mail is always among them, so it is never empty.
#[must_use]
pub fn options(availability: &Availability, now: OffsetDateTime) -> Vec<ContactOption> {
    let place = |method: &ContactMethod| {
        availability.recommended.iter().position(|other| other == method).unwrap_or(usize::MAX)
    };
    let mut methods = availability.methods.clone();
    methods.sort_by_key(|method| place(&method.method));
    let is_over = now >= availability.valid_until;
    let mut options: Vec<ContactOption> = methods
        .into_iter()
        .map(|method| (matches!(method.status, MethodStatus::Available | MethodStatus::Busy), method))
        .map(|(is_open, method)| ContactOption {
            is_open,
            can_be_chosen: is_open || method.callback == Some(true),
            is_stale: is_over || method.opens_at.is_some_and(|opens_at| now >= opens_at),
            method: method.method.clone(),
            availability: Some(method),
        })
        .collect();
    if !options.iter().any(|option| option.method == ContactMethod::Email && option.can_be_chosen) {
        options.retain(|option| option.method != ContactMethod::Email);
        options.push(unknown_email());
    }
    options
}

/// What is offered where the backend could not be asked.
#[must_use]
pub fn when_unknown() -> Vec<ContactOption> {
    vec![unknown_email()]
}

fn unknown_email() -> ContactOption {
    let method = ContactMethod::Email;
    ContactOption { method, is_open: true, can_be_chosen: true, availability: None, is_stale: true }
}

#[cfg(test)]
mod tests {
    use contract::{Availability, ContactMethod, MethodAvailability, MethodStatus};
    use time::{Duration, OffsetDateTime};

    use super::{options, when_unknown};

    const NOW: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

    fn method(method: ContactMethod, status: MethodStatus) -> MethodAvailability {
        MethodAvailability {
            method,
            status,
            reason: None,
            languages: Vec::new(),
            language: None,
            language_match: None,
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

    fn availability(recommended: &[ContactMethod], methods: Vec<MethodAvailability>) -> Availability {
        Availability {
            as_of: NOW,
            valid_until: NOW + Duration::seconds(60),
            timezone: String::new(),
            degraded: false,
            recommended: recommended.to_vec(),
            methods,
        }
    }

    #[test]
    fn methods_are_ordered_as_recommended_and_email_is_always_there() {
        use ContactMethod::{Chat, Email, Other, Phone};
        use MethodStatus::{Available, Busy, Closed, Unsupported};
        let fax = || Other("fax".to_owned());
        for (name, recommended, methods, expected) in [
            ("email_alone", vec![Email], vec![method(Email, Available)], vec![(Email, true)]),
            (
                "recommended_first",
                vec![Chat, Email],
                vec![method(Email, Available), method(Chat, Busy)],
                vec![(Chat, true), (Email, true)],
            ),
            (
                "what_nobody_recommends_comes_last",
                vec![Email],
                vec![method(Phone, Closed), method(Email, Available)],
                vec![(Email, true), (Phone, false)],
            ),
            ("nothing_said", vec![], vec![], vec![(Email, true)]),
            ("email_forgotten", vec![Phone], vec![method(Phone, Closed)], vec![(Phone, false), (Email, true)]),
            ("email_said_to_be_closed", vec![], vec![method(Email, Closed)], vec![(Email, true)]),
            (
                "a_method_to_come",
                vec![],
                vec![method(fax(), Unsupported), method(Email, Available)],
                vec![(fax(), false), (Email, true)],
            ),
        ] {
            let found = options(&availability(&recommended, methods), NOW);
            let found: Vec<_> = found.into_iter().map(|option| (option.method, option.can_be_chosen)).collect();
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(when_unknown().len(), 1);
    }

    #[test]
    fn a_closed_telephone_can_be_chosen_where_a_call_can_be_booked() {
        use MethodStatus::{Available, Busy, Closed, Unsupported};
        for (name, status, callback, expected) in [
            ("open", Available, None, (true, true)),
            ("busy", Busy, Some(false), (true, true)),
            ("closed", Closed, None, (false, false)),
            ("closed_without_slots", Closed, Some(false), (false, false)),
            ("closed_with_slots", Closed, Some(true), (false, true)),
            ("unsupported", Unsupported, None, (false, false)),
        ] {
            let mut phone = method(ContactMethod::Phone, status);
            phone.callback = callback;
            let found = options(&availability(&[ContactMethod::Phone], vec![phone]), NOW);
            assert_eq!((found[0].is_open, found[0].can_be_chosen), expected, "{name}");
        }
    }

    #[test]
    fn what_was_said_grows_stale() {
        let opens = |seconds| {
            let mut phone = method(ContactMethod::Phone, MethodStatus::Closed);
            phone.opens_at = Some(NOW + Duration::seconds(seconds));
            availability(&[ContactMethod::Phone], vec![phone, method(ContactMethod::Email, MethodStatus::Available)])
        };
        for (name, opens_at, now, expected) in [
            ("fresh", 30, 29, false),
            ("opened", 30, 30, true),
            ("valid_until_the_last_second", 300, 59, false),
            ("over", 300, 60, true),
        ] {
            let found = options(&opens(opens_at), NOW + Duration::seconds(now));
            assert_eq!(found[0].is_stale, expected, "{name}");
        }
    }
}
