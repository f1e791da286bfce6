//! Which topics content offers, written down once more by hand: by state and side, and without an order.

/// The state, what the buyer and what the seller can choose; all end with what is about safety.
pub const STATES: [(&str, &str, &str); 11] = [
    (
        "awaiting_payment",
        "message_seller payment pickup mistaken_bid cancel fees safety counterfeit threat",
        "unpaid_by_buyer pickup cancel safety threat",
    ),
    (
        "paid",
        "message_seller pickup cancel fees safety counterfeit threat",
        "pickup cancel shipping packing parcel_insurance describing payout safety threat",
    ),
    (
        "shipped",
        "not_arrived tracking several_objects message_seller safety counterfeit threat",
        "tracking payout payout_hold safety threat",
    ),
    (
        "held_at_customs",
        "customs not_arrived tracking report_problem message_seller safety counterfeit threat",
        "customs tracking buyer_problem payout_hold safety threat",
    ),
    (
        "delivery_failed",
        "delivery_failed not_arrived tracking report_problem message_seller safety counterfeit threat",
        "delivery_failed tracking buyer_problem payout_hold safety threat",
    ),
    (
        "delivered",
        "not_as_described damaged wrong_parcel not_arrived several_objects report_problem message_seller refund \
         sending_back withdrawal safety counterfeit threat",
        "buyer_problem authenticity refund payout payout_details payout_hold safety counterfeit threat",
    ),
    (
        "picked_up",
        "not_as_described report_problem message_seller pickup refund sending_back withdrawal safety counterfeit \
         threat",
        "buyer_problem authenticity pickup refund payout payout_details payout_hold safety counterfeit threat",
    ),
    ("cancelled", "refund_arrival refund safety counterfeit threat", "safety threat"),
    (
        "refunded",
        "refund_arrival refund case_outcome dispute_resolution safety counterfeit threat",
        "refund case_outcome dispute_resolution safety counterfeit threat",
    ),
    (
        "partly_refunded",
        "message_seller refund_arrival refund case_outcome dispute_resolution safety counterfeit threat",
        "refund payout payout_details case_outcome dispute_resolution safety counterfeit threat",
    ),
    (
        "in_case",
        "sending_back case_review case_outcome dispute_resolution safety counterfeit threat",
        "authenticity payout_hold case_review case_outcome dispute_resolution safety counterfeit threat",
    ),
];

/// Without an order: each topic, whether it needs one, and who may be offered it.
pub const ALL: [(&str, bool, &str); 42] = [
    ("not_as_described", true, "buyer"),
    ("damaged", true, "buyer"),
    ("wrong_parcel", true, "buyer"),
    ("customs", true, "both"),
    ("delivery_failed", true, "both"),
    ("not_arrived", true, "buyer"),
    ("tracking", true, "both"),
    ("several_objects", true, "buyer"),
    ("buyer_problem", true, "seller"),
    ("authenticity", true, "seller"),
    ("report_problem", true, "buyer"),
    ("message_seller", true, "buyer"),
    ("unpaid_by_buyer", true, "seller"),
    ("payment", false, "buyer"),
    ("pickup", true, "both"),
    ("mistaken_bid", false, "buyer"),
    ("cancel", true, "both"),
    ("shipping", false, "seller"),
    ("packing", true, "seller"),
    ("parcel_insurance", true, "seller"),
    ("describing", false, "seller"),
    ("refund_arrival", true, "buyer"),
    ("refund", true, "both"),
    ("sending_back", true, "buyer"),
    ("withdrawal", true, "buyer"),
    ("payout", false, "seller"),
    ("payout_details", false, "seller"),
    ("payout_hold", true, "seller"),
    ("fees", false, "buyer"),
    ("before_bidding", false, "both"),
    ("buying_abroad", false, "both"),
    ("case_review", false, "both"),
    ("case_outcome", false, "both"),
    ("dispute_resolution", false, "both"),
    ("account", false, "both"),
    ("contact", false, "both"),
    ("calls", false, "both"),
    ("safety", false, "both"),
    ("counterfeit", false, "both"),
    ("threat", false, "both"),
    ("account_taken", false, "both"),
    ("suspicious_message", false, "both"),
];
