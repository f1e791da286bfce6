//! The app's entry point in the browser.

fn main() {
    svar::app::start();
}
