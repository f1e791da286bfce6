//! What the contract promises, asked through the router, on SQLite and, where it is installed, on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod contract {
    mod answers;
    mod answers_kept;
    mod answers_subject;
    mod bad_input;
    mod caching;
    mod client;
    mod cors;
    mod feedback;
    mod health;
    mod help;
    mod meta;
    mod objects;
    mod openapi;
    mod order_views;
    mod orders;
    mod orders_demo;
    mod postgres;
    mod reload;
    mod search;
    mod site;
    mod validation;
}
