//! The only user of `web-sys` and `js-sys`. Compiles natively too, where nothing here is called:
//! while rendering nobody touches the browser, only effects and handlers do.

pub mod database;
pub mod dom;
pub mod embedded;
pub mod files;
pub mod head;
pub mod intl;
pub mod picture;
pub mod place;
pub mod random;
pub mod start;
pub mod storage;
pub mod stream;
pub mod timer;
