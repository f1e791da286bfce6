//! What the content folder says of contact, put into an empty database once.

use sqlx::{Any, Transaction};
use uuid::Uuid;

use super::{OPEN, PHONE};
use crate::{
    content::contact::{Contact, HoursEntry, StaffedEntry},
    store::{Store, StoreError},
};

impl Store {
    /// Keeps what the content folder says, unless something is kept already: then the desk has the last word.
    ///
    /// # Errors
    /// If the database fails; then nothing of it is there.
    pub async fn seed_contact(&self, contact: &Contact) -> Result<(), StoreError> {
        let Some(phone) = &contact.phone else { return Ok(()) };
        let mut to = self.writing().await?;
        if !method(&mut to, PHONE, phone).await? {
            return Ok(());
        }
        for row in &phone.hours {
            hours(&mut to, PHONE, row).await?;
        }
        for holiday in &contact.holidays {
            sqlx::query("INSERT INTO contact_holiday (day, method, name) VALUES ($1, '', $2) ON CONFLICT DO NOTHING")
                .bind(&holiday.day)
                .bind(&holiday.name)
                .execute(&mut *to)
                .await?;
        }
        Ok(to.commit().await?)
    }

    /// Notes how long somebody waited.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn add_wait(&self, method: &str, waited_s: i64, served_at: i64) -> Result<(), StoreError> {
        let mut to = self.writing().await?;
        add_wait_in(&mut to, method, waited_s, served_at).await?;
        Ok(to.commit().await?)
    }
}

pub(in crate::store) async fn add_wait_in(
    to: &mut Transaction<'_, Any>,
    method: &str,
    waited_s: i64,
    served_at: i64,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO contact_wait (id, method, waited_s, served_at) VALUES ($1, $2, $3, $4)")
        .bind(Uuid::now_v7().to_string())
        .bind(method)
        .bind(waited_s)
        .bind(served_at)
        .execute(&mut **to)
        .await?;
    Ok(())
}

async fn method(to: &mut Transaction<'_, Any>, name: &str, entry: &StaffedEntry) -> Result<bool, StoreError> {
    let done = sqlx::query(
        "INSERT INTO contact_method (method, state, languages, unsupported_topics, written_topics, \
         unsupported_countries, queue_long_from, queue_full_from, places) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (method) DO NOTHING",
    )
    .bind(name)
    .bind(OPEN)
    .bind(entry.languages.join(","))
    .bind(entry.unsupported_topics.join(","))
    .bind(entry.written_topics.join(","))
    .bind(entry.unsupported_countries.join(","))
    .bind(entry.queue_long_from)
    .bind(entry.queue_full_from)
    .bind(entry.places)
    .execute(&mut **to)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn hours(to: &mut Transaction<'_, Any>, method: &str, hours: &HoursEntry) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO contact_hours (id, method, language, topic, country, zone, weekday, opens, closes) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(Uuid::now_v7().to_string())
    .bind(method)
    .bind(&hours.language)
    .bind(&hours.topic)
    .bind(&hours.country)
    .bind(&hours.zone)
    .bind(hours.weekday)
    .bind(hours.opens)
    .bind(hours.closes)
    .execute(&mut **to)
    .await?;
    Ok(())
}
