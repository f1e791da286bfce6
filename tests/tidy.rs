//! The rules of the house as programs: each breach is one sentence that says what to do instead.
//! Every rule is broken once in its own table, so that a rule which sees nothing is seen.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod tidy {
    mod colours;
    mod css;
    mod docs;
    mod layers;
    mod manifests;
    mod markup;
    mod names;
    mod never;
    mod owners;
    mod sizes;
    mod styles;
    mod templates;
    mod tokens;
    mod tree;
    mod uses;
}
