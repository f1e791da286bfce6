//! How support can be reached besides e-mail: hours, holidays, who is there, who waits. The desk changes it.

mod desk;
mod seed;

use sqlx::FromRow;

use super::{Store, StoreError};

pub use self::desk::PresentRow;
pub(super) use self::seed::add_wait_in;

/// Waits that are looked back at.
const WAITS: i64 = 20;

/// The telephone's word.
pub const PHONE: &str = "phone";
/// The state of a method that is not switched off.
pub const OPEN: &str = "open";
/// The state of a method that is.
pub const MAINTENANCE: &str = "maintenance";

/// A method that people of the team have to be there for. Lists have commas between their words.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct MethodRow {
    pub method: String,
    /// [`OPEN`] or [`MAINTENANCE`].
    pub state: String,
    pub languages: String,
    pub unsupported_topics: String,
    pub written_topics: String,
    pub unsupported_countries: String,
    pub queue_long_from: i64,
    pub queue_full_from: i64,
    /// Call backs for the same quarter of an hour.
    pub places: i64,
}

/// Hours on one day of the week. An empty word is every language, topic or country.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct HoursRow {
    pub id: String,
    pub method: String,
    pub language: String,
    pub topic: String,
    pub country: String,
    pub zone: String,
    /// 1 is Monday.
    pub weekday: i64,
    /// Minutes of the day.
    pub opens: i64,
    pub closes: i64,
}

/// A day on which nobody is there; an empty method is every method.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct HolidayRow {
    pub day: String,
    pub method: String,
    pub name: String,
}

/// Somebody of the team who is there.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct PresenceRow {
    pub staff_id: String,
    pub method: String,
    /// With commas between them.
    pub languages: String,
    pub since_at: i64,
    pub until_at: i64,
}

/// Everything that decides what can be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactRows {
    pub methods: Vec<MethodRow>,
    pub hours: Vec<HoursRow>,
    pub holidays: Vec<HolidayRow>,
    pub presence: Vec<PresenceRow>,
    /// How many wait to be called.
    pub waiting: i64,
    /// Seconds that the last ones waited.
    pub waits: Vec<i64>,
}

impl Store {
    /// Everything that decides what can be used at `now`.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn contact(&self, now: i64) -> Result<ContactRows, StoreError> {
        let methods = sqlx::query_as(
            "SELECT method, state, languages, unsupported_topics, written_topics, unsupported_countries, \
             queue_long_from, queue_full_from, places FROM contact_method ORDER BY method",
        );
        let hours = sqlx::query_as(
            "SELECT id, method, language, topic, country, zone, weekday, opens, closes FROM contact_hours \
             ORDER BY method, language, weekday, opens, id",
        );
        let holidays = sqlx::query_as("SELECT day, method, name FROM contact_holiday ORDER BY day, method");
        let presence = sqlx::query_as(
            "SELECT staff_id, method, languages, since_at, until_at FROM contact_presence WHERE until_at > $1",
        );
        let (waiting,): (i64,) =
            sqlx::query_as("SELECT COUNT(*) FROM callback WHERE state = 'waiting'").fetch_one(&self.pool).await?;
        Ok(ContactRows {
            methods: methods.fetch_all(&self.pool).await?,
            hours: hours.fetch_all(&self.pool).await?,
            holidays: holidays.fetch_all(&self.pool).await?,
            presence: presence.bind(now).fetch_all(&self.pool).await?,
            waiting,
            waits: self.waits(PHONE).await?,
        })
    }

    /// Seconds that the last ones waited, the newest first.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn waits(&self, method: &str) -> Result<Vec<i64>, StoreError> {
        let found: Vec<(i64,)> = sqlx::query_as(
            "SELECT waited_s FROM contact_wait WHERE method = $1 ORDER BY served_at DESC, id DESC LIMIT $2",
        )
        .bind(method)
        .bind(WAITS)
        .fetch_all(&self.pool)
        .await?;
        Ok(found.into_iter().map(|(seconds,)| seconds).collect())
    }
}
