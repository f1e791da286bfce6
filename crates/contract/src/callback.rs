//! Call backs: support calls a person about a case, as soon as somebody is free or at a time that was booked.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::{Interval, Range, open::open_enum};

open_enum! {
    /// Where a call back stands. Waiting and booked ones can be moved and cancelled.
    CallbackState {
        /// In the queue: support calls as soon as somebody is free.
        Waiting = "waiting",
        /// Support calls within its slot.
        Booked = "booked",
        /// Somebody calls right now.
        Calling = "calling",
        /// They have spoken.
        Done = "done",
        /// Support called and reached nobody.
        Missed = "missed",
        Cancelled = "cancelled",
    }
}

/// `GET /callbacks/slots`: the times of the coming days that can still be booked, the earliest first. The refusal
/// `slot_taken` has the same under `slots`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CallbackSlots {
    pub items: Vec<Interval>,
    /// The team's, IANA name.
    #[serde(default)]
    pub timezone: String,
}

/// `PUT /callbacks/{client_id}`: a call back about a case that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CallbackRequest {
    pub case_id: String,
    /// As it was typed. Without a country's number it is of the person's country.
    pub phone: String,
    /// The `language` that the availability has for the telephone, BCP 47.
    pub language: String,
    /// When a slot begins; absent for a call as soon as somebody is free.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub slot: Option<OffsetDateTime>,
}

/// The call back that a request to support by telephone asks for: both are kept, or neither.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CaseCallbackRequest {
    /// Made by the client, as in `PUT /callbacks/{client_id}`.
    pub id: String,
    /// As it was typed. Without a country's number it is of the person's country.
    pub phone: String,
    /// When a slot begins; absent for a call as soon as somebody is free.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub slot: Option<OffsetDateTime>,
}

/// `PATCH /callbacks/{id}`, with `If-Match`: another slot, also for one that waits in the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CallbackChange {
    /// When it begins.
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub slot: OffsetDateTime,
}

/// A call back, as the person sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Callback {
    pub id: String,
    pub case_id: String,
    pub state: CallbackState,
    /// BCP 47.
    #[serde(default)]
    pub language: String,
    /// Absent where they asked to be called as soon as somebody is free.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slot: Option<Interval>,
    /// The country's number and the last two digits; empty once the number has been removed.
    #[serde(default)]
    pub phone_masked: String,
    /// Place in the queue, from 1, while it waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u32>,
    /// Seconds that others waited in the queue, while it waits; absent where nothing is measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_s: Option<Range>,
    /// Whether it can be moved and cancelled now.
    #[serde(default)]
    pub can_change: bool,
}
