//! What can be used, held against a second, naive account of the same rules, in thousands of combinations.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod availability_oracle {
    mod axes;
    mod naive;
    mod scenes;
}
