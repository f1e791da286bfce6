//! The people of the demonstration. All have the same password.

use super::DemoError;
use crate::{Backend, password, store::people::PersonRow};

/// The password of everybody here.
pub const PASSWORD: &str = "svar-demo-2026";

/// Somebody who does not exist.
pub struct DemoPerson {
    pub id: &'static str,
    pub name: &'static str,
    country: &'static str,
    roles: &'static str,
    language: &'static str,
    timezone: &'static str,
    restrictions: &'static str,
    is_professional: bool,
    usual_reply_s: i64,
}

const NOBODY: DemoPerson = DemoPerson {
    id: "",
    name: "",
    country: "",
    roles: "buyer",
    language: "en",
    timezone: "",
    restrictions: "",
    is_professional: false,
    usual_reply_s: 0,
};

/// Everybody: two buyers, two sellers (one is both), and a buyer who owes something.
pub const ALL: [DemoPerson; 5] = [
    DemoPerson {
        id: "person-anna",
        name: "Anna Lindqvist",
        country: "SE",
        language: "sv",
        timezone: "Europe/Stockholm",
        ..NOBODY
    },
    DemoPerson { id: "person-ben", name: "Ben Carter", country: "GB", timezone: "Europe/London", ..NOBODY },
    DemoPerson {
        id: "person-chiara",
        name: "Chiara Conti",
        country: "IT",
        roles: "seller",
        timezone: "Europe/Rome",
        is_professional: true,
        usual_reply_s: 4 * 3_600,
        ..NOBODY
    },
    DemoPerson {
        id: "person-david",
        name: "David Moreau",
        country: "FR",
        roles: "buyer,seller",
        timezone: "Europe/Paris",
        usual_reply_s: 24 * 3_600,
        ..NOBODY
    },
    DemoPerson {
        id: "person-erik",
        name: "Erik Holm",
        country: "SE",
        language: "sv",
        timezone: "Europe/Stockholm",
        restrictions: "unpaid_orders",
        ..NOBODY
    },
];

impl DemoPerson {
    /// `person-anna` has anna's address at example.com.
    fn email(&self) -> String {
        format!("{}@example.com", self.id.trim_start_matches("person-"))
    }

    fn row(&self, password_hash: &str) -> PersonRow {
        PersonRow {
            id: self.id.to_owned(),
            email: self.email(),
            display_name: self.name.to_owned(),
            password_hash: password_hash.to_owned(),
            country: self.country.to_owned(),
            roles: self.roles.to_owned(),
            language: self.language.to_owned(),
            // Support answers in English; it has no Swedish.
            support_language: "en".to_owned(),
            timezone: self.timezone.to_owned(),
            restrictions: self.restrictions.to_owned(),
            is_professional: i64::from(self.is_professional),
            usual_reply_s: self.usual_reply_s,
        }
    }
}

/// Adds them, with their names at the issuer if people sign in there.
pub(super) async fn add(backend: &Backend) -> Result<(), DemoError> {
    let hash = password::hash(PASSWORD.to_owned()).await?;
    for person in &ALL {
        backend.store.add_person(&person.row(&hash)).await?;
        if let Some(oidc) = &backend.oidc {
            backend.store.add_identity(oidc.issuer(), person.id, person.id).await?;
        }
    }
    Ok(())
}
