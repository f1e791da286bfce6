//! The only user of `gloo-net`: calls of the REST contract, what they can answer, and what is kept of it.

mod call;
mod error;
pub mod fetched;
pub mod kept;
pub mod urls;
mod words;

pub use call::{get, post, set_origin};
pub use error::ApiError;
pub use fetched::{Answer, Fetched, fetched};
pub use words::words;
