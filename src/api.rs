//! The only user of `gloo-net`: calls of the REST contract, what they can answer, and what is kept of it.

mod call;
mod change;
mod error;
pub mod fetched;
pub mod kept;
mod pictures;
mod stream;
mod upload;
pub mod urls;
mod words;

pub use call::{get, get_once, set_origin, url};
pub use change::{begin, delete, patch, post, put, set_csrf};
pub use error::{ApiError, on_signed_out};
pub use fetched::{Answer, Fetched, fetched, fetched_anew};
pub use pictures::with_pictures;
pub use stream::{listen, stream};
pub use upload::{stop_upload, upload};
pub use words::words;
