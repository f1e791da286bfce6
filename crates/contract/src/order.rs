//! Orders, as their buyer or as their seller sees them, and the objects in them.

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

pub use self::shipping::{Shipping, Station, StationKind};
use crate::{Money, open::open_enum};

mod shipping;

open_enum! {
    /// Where an order stands.
    OrderState {
        AwaitingPayment = "awaiting_payment",
        Paid = "paid",
        Shipped = "shipped",
        HeldAtCustoms = "held_at_customs",
        DeliveryFailed = "delivery_failed",
        Delivered = "delivered",
        PickedUp = "picked_up",
        Cancelled = "cancelled",
        Refunded = "refunded",
        PartlyRefunded = "partly_refunded",
        InCase = "in_case",
    }
}

open_enum! {
    /// What the screen offers to do with an order.
    OrderAction {
        Message = "message",
        Track = "track",
        GetSupport = "get_support",
        Pay = "pay",
        Cancel = "cancel",
        ConfirmReceipt = "confirm_receipt",
        Ship = "ship",
        OfferRefund = "offer_refund",
    }
}

open_enum! {
    /// What has to be done, or happens, until a moment.
    DeadlineKind {
        ReportProblem = "report_problem",
        ShipBy = "ship_by",
        RespondBy = "respond_by",
        Withdraw = "withdraw",
        Payout = "payout",
        PayBy = "pay_by",
    }
}

open_enum! {
    /// What happens by itself when a deadline is over.
    DeadlineThen {
        PaymentReleased = "payment_released",
        OrderCancelled = "order_cancelled",
        /// The order counts as late; nothing else happens yet.
        OrderLate = "order_late",
        CancelAllowed = "cancel_allowed",
        CaseDecided = "case_decided",
        /// One tap turns the conversation into a case.
        CaseAllowed = "case_allowed",
        RightEnds = "right_ends",
        PayoutSent = "payout_sent",
    }
}

open_enum! {
    /// Where the buyer's money is.
    MoneyState {
        Held = "held",
        Released = "released",
        Refunded = "refunded",
        PartlyRefunded = "partly_refunded",
        Due = "due",
    }
}

open_enum! {
    /// Where the seller's money is.
    PayoutState {
        Pending = "pending",
        Held = "held",
        Paid = "paid",
        Reversed = "reversed",
    }
}

/// Objects bought from one seller at once. A buyer's view has `money`, a seller's has `payout`; never both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Order {
    pub id: String,
    /// What people call it by.
    pub number: String,
    /// The role in which it is seen: `buyer` or `seller`.
    pub role: String,
    pub state: OrderState,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub placed_at: OffsetDateTime,
    pub objects: Vec<OrderObject>,
    /// Buyer's view: all that is paid, with the protection fee. Seller's view: the objects.
    pub total: Money,
    /// Buyer's view: the part of `total` that pays for buyer protection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protection_fee: Option<Money>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shipping: Option<Shipping>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<OrderMoney>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payout: Option<Payout>,
    pub counterparty: Counterparty,
    /// Seller's view, while there is something to ship.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ship_to: Option<Address>,
    #[serde(default)]
    pub deadlines: Vec<Deadline>,
    #[serde(default)]
    pub actions: Vec<OrderAction>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case_id: Option<String>,
    /// The conversation with the other side.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation_id: Option<String>,
    /// Messages of the other side that the person has not read.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub unread: u32,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
fn is_nothing(count: &u32) -> bool {
    *count == 0
}

/// An object in an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OrderObject {
    pub id: String,
    pub title: String,
    pub quantity: u32,
    /// Of one.
    pub price: Money,
    /// Path on the API's origin, or an address there; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
}

/// `GET /objects/{id}`: an object, whoever looks at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Object {
    pub id: String,
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    pub seller: Counterparty,
    /// `for_sale`, `sold`, `removed`, or a word that is shown plainly.
    pub state: String,
    /// The order of the person who asks, if the object is in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub order_id: Option<String>,
}

/// The buyer's money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct OrderMoney {
    pub state: MoneyState,
    /// When it goes to the seller by itself.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub release_at: Option<OffsetDateTime>,
    /// How much went back, if it was a part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refunded: Option<Money>,
}

/// The seller's money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Payout {
    pub gross: Money,
    pub fees: Money,
    pub net: Money,
    pub state: PayoutState,
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub planned_at: Option<OffsetDateTime>,
    /// A word: `case_open`, `tracking_silent`, `account_restricted`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_reason: Option<String>,
}

/// The other side of an order. A seller sees of a buyer the display name and the country alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Counterparty {
    pub id: String,
    pub display_name: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Of a seller: sells as a business.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub professional: Option<bool>,
    /// Of a seller: seconds until a message is usually answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usual_reply_s: Option<u64>,
}

/// Where a parcel goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Address {
    /// Lines as they stand on a label, the country last.
    pub lines: Vec<String>,
}

/// A moment until which something has to be done, and what happens by itself then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Deadline {
    pub kind: DeadlineKind,
    /// When the time began to run, where the order does not tell otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::moment::option")]
    #[cfg_attr(feature = "schema", schema(value_type = Option<String>, format = DateTime))]
    pub since: Option<OffsetDateTime>,
    #[serde(with = "crate::moment")]
    #[cfg_attr(feature = "schema", schema(value_type = String, format = DateTime))]
    pub at: OffsetDateTime,
    pub then: DeadlineThen,
}
