//! The reference backend of Svar: keeps the REST contract, so that the app can be run, shown and tested,
//! and so that owners of other backends can see what is meant.

pub mod answers;
pub mod availability;
pub mod case_mail;
pub mod clock;
pub mod config;
pub mod content;
pub mod demo;
pub mod desk;
pub mod events;
pub mod expiry;
pub mod folding;
pub mod guests;
pub mod hashing;
pub mod issuer;
pub mod mail;
pub mod oidc;
pub mod password;
pub mod phone;
pub mod photo;
pub mod problem;
pub mod routes;
pub mod search;
pub mod secret;
pub mod serve;
pub mod shared;
pub mod staff;
pub mod state;
pub mod store;
pub mod web;

pub use routes::router;
pub use state::Backend;
