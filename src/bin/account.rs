//! The entry point in the browser of pages that need to know who asks.

fn main() {
    svar::app::start(svar::app::ACCOUNT);
}
