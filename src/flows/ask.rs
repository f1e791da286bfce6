//! Asking: what has been begun is kept as a draft, an answer arrives, and a request goes to support.

pub mod answering;
pub mod draft;
pub mod sending;
pub mod to_seller;
