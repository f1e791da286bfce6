//! The team as the database has it.

use contract::ContactMethod;
use jiff::{civil::Date, tz::TimeZone};

use super::{
    decide::{Presence, Staffed, Team},
    hours::Hours,
    slots::Taken,
};
use crate::{
    state::{Backend, Published},
    store::{
        StoreError,
        contact::{ContactRows, HoursRow, MethodRow, OPEN},
    },
};

/// The team and everything that decides when it can be reached.
///
/// # Errors
/// If the database fails, or holds a day or a zone that there is not.
pub async fn read(backend: &Backend, published: &Published) -> Result<Team, StoreError> {
    let now = backend.clock.seconds();
    let (rows, taken) = (backend.store.contact(now).await?, backend.store.booked_slots(now).await?);
    let staffed = rows.methods.iter().map(|method| staffed(method, &rows, &taken)).collect::<Result<_, _>>()?;
    Ok(Team { staffed, ..by_email(backend, published) })
}

/// The team where nothing is known of it but that it reads its mail.
pub fn by_email(backend: &Backend, published: &Published) -> Team {
    Team {
        timezone: published.contact_timezone.clone(),
        email_languages: published.email_languages.clone(),
        email_reply_s: u64::from(backend.email_reply_s),
        staffed: Vec::new(),
        safety_topics: published.seller.safety_topics.clone(),
    }
}

fn staffed(row: &MethodRow, rows: &ContactRows, taken: &Taken) -> Result<Staffed, StoreError> {
    let of_method = |method: &str| method == row.method;
    let holidays = rows.holidays.iter().filter(|holiday| holiday.method.is_empty() || of_method(&holiday.method));
    let presence = rows.presence.iter().filter(|presence| of_method(&presence.method));
    Ok(Staffed {
        method: ContactMethod::from(row.method.clone()),
        is_on: row.state == OPEN,
        languages: words(&row.languages),
        unsupported_topics: words(&row.unsupported_topics),
        written_topics: words(&row.written_topics),
        unsupported_countries: words(&row.unsupported_countries),
        hours: rows.hours.iter().filter(|hours| of_method(&hours.method)).map(hours).collect::<Result<_, _>>()?,
        holidays: holidays.map(|holiday| day(&holiday.day)).collect::<Result<_, _>>()?,
        presence: presence.map(|it| Presence { languages: words(&it.languages), until: it.until_at }).collect(),
        queue: count(rows.waiting),
        long_from: count(row.queue_long_from),
        full_from: count(row.queue_full_from),
        waits: rows.waits.iter().filter_map(|seconds| u64::try_from(*seconds).ok()).collect(),
        places: row.places,
        taken: taken.clone(),
    })
}

fn hours(row: &HoursRow) -> Result<Hours, StoreError> {
    Ok(Hours {
        language: row.language.clone(),
        topic: row.topic.clone(),
        country: row.country.clone(),
        zone: TimeZone::get(&row.zone).map_err(|_| StoreError::Zone(row.zone.clone()))?,
        weekday: row.weekday,
        opens: row.opens,
        closes: row.closes,
    })
}

fn day(text: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|_| StoreError::Day(text.to_owned()))
}

fn words(text: &str) -> Vec<String> {
    text.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn count(number: i64) -> u32 {
    u32::try_from(number.max(0)).unwrap_or(u32::MAX)
}
