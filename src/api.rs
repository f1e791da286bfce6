//! The only user of `gloo-net`: calls of the REST contract, what they can answer, and what is kept of it.

mod call;
mod change;
mod error;
pub mod fetched;
mod file;
pub mod kept;
mod pictures;
mod stream;
mod upload;
pub mod urls;

pub use call::{follow_time, get, get_once, is_bearer_used, on_origin, set_bearer, set_origin, url, use_bearer};
pub use change::{begin, delete, patch, post, put, set_csrf};
pub use error::{ApiError, on_signed_out};
pub use fetched::{Answer, Fetched, fetched, fetched_anew};
pub use file::file;
pub use pictures::{with_picture, with_pictures};
pub use stream::{listen, stream};
pub use upload::{stop_upload, upload};
