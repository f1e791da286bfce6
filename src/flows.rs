//! What pages (and later the widget) share: each talks to the network and moves on by callbacks, never by routes.

pub mod account;
pub mod ask;
pub mod call_back;
pub mod conversation;
pub mod escalation;
pub mod events;
pub mod feedback;
pub mod reply;
pub mod search;
pub mod sign_in;
pub mod sign_in_help;
