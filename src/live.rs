//! A value that may change while it is shown, as a view is given it. A signal of each type of value would be
//! compiled whole for each of them; a function is one pointer.

use std::sync::Arc;

/// Reads the value as it is now; inside a view or an effect, that follows it.
pub type Live<T> = Arc<dyn Fn() -> T + Send + Sync>;

/// A value read by this function.
pub fn live<T>(read: impl Fn() -> T + Send + Sync + 'static) -> Live<T> {
    Arc::new(read)
}
