//! Svar: the support front end of a marketplace.
//! Compiles for the browser (feature `csr`) and natively for the prerenderer (feature `ssr`).

mod erase;
#[macro_use]
pub mod i18n;

pub mod api;
pub mod app;
pub mod browser;
pub mod components;
pub mod flows;
mod live;
pub mod pages;
pub mod paths;
#[cfg(feature = "ssr")]
pub mod prerender;
pub mod session;
