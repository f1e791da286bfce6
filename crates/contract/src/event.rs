//! `GET /events`: what happens while somebody looks, so that a page changes without being asked for again.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::{Message, open::open_enum};

open_enum! {
    /// What happened; one that is not known says that something did, and is passed over.
    EventKind {
        /// From here on everything is told: with `cursor` and `passing`.
        Ready = "ready",
        /// There is a message: with `conversation_id` and `message`.
        Message = "message",
        /// A case was opened or moved to another state: with `case_id`.
        Case = "case",
        /// An order changed: with `order_id`.
        Order = "order",
        /// What contact methods can be used may have changed, for everybody: with `passing`.
        Availability = "availability",
    }
}

/// One event; which of the fields are there follows from `kind`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Event {
    /// Its number in the person's log, from 1 without a gap. What passes and is not kept has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<u64>,
    /// The same word as the event's name in the stream.
    pub kind: EventKind,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub at: OffsetDateTime,
    /// The number of the last event before the stream's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<u64>,
    /// How often something has passed; see [`EventList::passing`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passing: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_id: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
}

impl Event {
    /// An event without any of the fields that only some have.
    #[must_use]
    pub fn new(kind: EventKind, at: OffsetDateTime) -> Self {
        Self {
            seq: None,
            kind,
            at,
            cursor: None,
            passing: None,
            conversation_id: None,
            message: None,
            case_id: None,
            order_id: None,
        }
    }
}

/// Events for those who cannot read a stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct EventList {
    /// The oldest first; at most 100, so that more may be there behind `cursor`.
    pub items: Vec<Event>,
    /// To be given the next time. 0 for a visitor.
    pub cursor: u64,
    /// How often something has passed that is told and not kept; given the next time, nothing of it is missed.
    #[serde(default)]
    pub passing: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_read_all_the_same() {
        for (name, json, kind) in [
            ("known", r#"{"seq":7,"kind":"case","at":"2026-11-22T12:00:00Z","case_id":"c"}"#, EventKind::Case),
            (
                "unknown_kind_with_unknown_fields",
                r#"{"seq":7,"kind":"typing","at":"2026-11-22T12:00:00Z","who":{"id":"x"},"for_s":5}"#,
                EventKind::Other("typing".to_owned()),
            ),
        ] {
            let event: Event = serde_json::from_str(json).unwrap();
            assert_eq!((event.seq, event.kind), (Some(7), kind), "{name}");
        }
    }

    #[test]
    fn what_is_not_there_is_not_written() {
        let event = Event::new(EventKind::Availability, OffsetDateTime::UNIX_EPOCH);
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(json, r#"{"kind":"availability","at":"1970-01-01T00:00:00Z"}"#);
    }
}
