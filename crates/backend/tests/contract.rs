//! What the contract promises, asked through the router, on SQLite and, where it is installed, on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod contract {
    mod asking;
    mod availability;
    mod bad_input;
    mod caching;
    mod case_refusals;
    mod case_subjects;
    mod cases;
    mod cases_once;
    mod client;
    mod conversations;
    mod cors;
    mod desk;
    mod desk_cases;
    mod desk_replies;
    mod feedback;
    mod health;
    mod help;
    mod meta;
    mod objects;
    mod openapi;
    mod orders;
    mod orders_demo;
    mod postgres;
    mod reload;
    mod search;
    mod site;
    mod validation;
}
