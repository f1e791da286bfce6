//! The people of the demonstration.

use crate::store::{Store, StoreError, people::PersonRow};

/// Id, name, country, roles, restrictions, whether professional, seconds until a message is usually answered.
const PEOPLE: [(&str, &str, &str, &str, &str, i64, i64); 5] = [
    ("person-anna", "Anna Lindqvist", "SE", "buyer", "", 0, 0),
    ("person-ben", "Ben Carter", "GB", "buyer", "", 0, 0),
    ("person-chiara", "Chiara Conti", "IT", "seller", "", 1, 14_400),
    ("person-david", "David Moreau", "FR", "buyer,seller", "", 0, 86_400),
    ("person-erik", "Erik Holm", "SE", "buyer", "unpaid_orders", 0, 0),
];

/// Adds them, each who is not there yet.
///
/// # Errors
/// If the database fails.
pub async fn people(store: &Store) -> Result<(), StoreError> {
    for (id, name, country, roles, restrictions, is_professional, usual_reply_s) in PEOPLE {
        let person = PersonRow {
            id: id.to_owned(),
            email: format!("{}@example.com", id.trim_start_matches("person-")),
            display_name: name.to_owned(),
            country: country.to_owned(),
            roles: roles.to_owned(),
            language: "en".to_owned(),
            support_language: "en".to_owned(),
            timezone: "Europe/Amsterdam".to_owned(),
            restrictions: restrictions.to_owned(),
            is_professional,
            usual_reply_s,
            ..PersonRow::default()
        };
        store.add_person(&person).await?;
    }
    Ok(())
}
