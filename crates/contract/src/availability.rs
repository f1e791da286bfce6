//! `GET /contact/availability`: which contact methods can be used now, and why not.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::open::open_enum;

open_enum! {
    /// A way to be in contact.
    ContactMethod {
        SellerMessage = "seller_message",
        Email = "email",
        Chat = "chat",
        Phone = "phone",
    }
}

open_enum! {
    /// Whether a method can be chosen: available and busy can.
    MethodStatus {
        Available = "available",
        Busy = "busy",
        Closed = "closed",
        Unsupported = "unsupported",
    }
}

open_enum! {
    /// Why a method is not available.
    UnavailableReason {
        OutsideHours = "outside_hours",
        Holiday = "holiday",
        NoAgentsOnline = "no_agents_online",
        QueueLong = "queue_long",
        QueueFull = "queue_full",
        LanguageUnsupported = "language_unsupported",
        TopicUnsupported = "topic_unsupported",
        CountryUnsupported = "country_unsupported",
        OrderRequired = "order_required",
        AccountRestricted = "account_restricted",
        Maintenance = "maintenance",
        Unknown = "unknown",
    }
}

/// What can be used at `as_of`; to be asked again after `valid_until`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Availability {
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub as_of: OffsetDateTime,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub valid_until: OffsetDateTime,
    /// The team's, IANA name.
    #[serde(default)]
    pub timezone: String,
    /// Something that decides is not known, so more may be possible than is said.
    #[serde(default)]
    pub degraded: bool,
    /// The most suitable first.
    #[serde(default)]
    pub recommended: Vec<ContactMethod>,
    pub methods: Vec<MethodAvailability>,
}

/// One method. `reason` is set exactly when the status is not available, `opens_at` exactly when time will change it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct MethodAvailability {
    pub method: ContactMethod,
    pub status: MethodStatus,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<UnavailableReason>,
    /// BCP 47: all that it is given in.
    #[serde(default)]
    pub languages: Vec<String>,
    /// The one of them that the rest is said for, and that a request by this method names: the wanted one or its
    /// nearest kin, else the one that others are offered instead. Absent where the method is not given in any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// `exact` or `fallback`; absent where no language was wanted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_match: Option<String>,
    /// Seconds until support usually has replied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_reply_s: Option<u64>,
    /// Seconds until the seller usually has replied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_reply_s: Option<u64>,
    /// Of a message to the seller that is sent now: until when the answer is due; then one tap makes a case of it.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub respond_by: Option<OffsetDateTime>,
    /// Seconds, from and to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_s: Option<Range>,
    /// Place in the queue, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub opens_at: Option<OffsetDateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub closes_at: Option<OffsetDateTime>,
    /// Of the telephone: a call back can be booked, also while it is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback: Option<bool>,
    /// When it is staffed in the next seven days.
    #[serde(default)]
    pub hours: Vec<Interval>,
}

/// From the lower to the higher number, both inside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Range {
    pub low: u64,
    pub high: u64,
}

/// From a moment until just before another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Interval {
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub from: OffsetDateTime,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub to: OffsetDateTime,
}
