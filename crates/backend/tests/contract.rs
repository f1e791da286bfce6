//! What the contract promises, asked through the router, on SQLite and, where it is installed, on PostgreSQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod contract {
    mod answer;
    mod answers;
    mod answers_kept;
    mod answers_subject;
    mod asking;
    mod attachments;
    mod availability;
    mod bad_input;
    mod caching;
    mod callbacks;
    mod callbacks_refused;
    mod calling;
    mod case_answers;
    mod case_refusals;
    mod case_subjects;
    mod cases;
    mod cases_once;
    mod client;
    mod contact;
    mod contact_offers;
    mod contact_refused;
    mod conversations;
    mod cors;
    mod desk;
    mod desk_calls;
    mod desk_cases;
    mod desk_contact;
    mod desk_replies;
    mod elsewhere;
    mod events;
    mod events_end;
    mod events_passing;
    mod events_stream;
    mod expiry;
    mod feedback;
    mod guests;
    mod health;
    mod help;
    mod listening;
    mod lockout;
    mod mail;
    mod me;
    mod meta;
    mod objects;
    mod openapi;
    mod order_views;
    mod orders;
    mod orders_demo;
    mod photos;
    mod postgres;
    mod redirect;
    mod reload;
    mod search;
    mod session;
    mod sign_in_help;
    mod signed_in;
    mod site;
    mod uploads;
    mod uploads_refused;
    mod validation;
}
