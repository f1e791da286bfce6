//! The app's entry point in the browser, for reading.

fn main() {
    svar::app::start(svar::app::READING);
}
