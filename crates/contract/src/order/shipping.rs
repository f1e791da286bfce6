//! The way of a parcel, station by station.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use crate::open::open_enum;

/// The way of the parcel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Shipping {
    #[serde(default)]
    pub carrier: String,
    #[serde(default)]
    pub tracking_code: String,
    /// `https` only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tracking_url: Option<String>,
    #[serde(default)]
    pub stations: Vec<Station>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub eta: Option<OffsetDateTime>,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub delivered_at: Option<OffsetDateTime>,
}

open_enum! {
    /// A station on the way of a parcel.
    StationKind {
        Placed = "placed",
        Paid = "paid",
        Shipped = "shipped",
        InTransit = "in_transit",
        Customs = "customs",
        DeliveryFailed = "delivery_failed",
        OutForDelivery = "out_for_delivery",
        Delivered = "delivered",
        PickedUp = "picked_up",
        Returned = "returned",
    }
}

/// One station; `at` is absent while it lies ahead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Station {
    pub state: StationKind,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub at: Option<OffsetDateTime>,
}
