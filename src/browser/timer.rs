//! Time as the browser gives it: now, pauses, idle moments, cut-offs.

use js_sys::{Function, Promise, Reflect};
use time::OffsetDateTime;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, window};

/// The device's clock, in UTC.
#[must_use]
pub fn now() -> OffsetDateTime {
    // Milliseconds since 1970 fit an i64 for hundreds of millions of years.
    #[allow(clippy::cast_possible_truncation)]
    let milliseconds = js_sys::Date::now() as i128;
    OffsetDateTime::from_unix_timestamp_nanos(milliseconds * 1_000_000).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// Waits for so many milliseconds.
pub async fn pause(milliseconds: i32) {
    wait_for(|resolve| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    })
    .await;
}

/// Waits until the browser has nothing better to do; where it cannot say so (Safari), a second.
pub async fn idle() {
    let request = window().and_then(|window| Reflect::get(&window, &"requestIdleCallback".into()).ok());
    match request.and_then(|request| request.dyn_into::<Function>().ok()) {
        Some(request) => wait_for(|resolve| drop(request.call1(&JsValue::UNDEFINED, &resolve))).await,
        None => pause(1_000).await,
    }
}

/// Waits for the next frame, after which what was just rendered is in the document.
pub async fn frame() {
    wait_for(|resolve| {
        if let Some(window) = window() {
            let _ = window.request_animation_frame(&resolve);
        }
    })
    .await;
}

async fn wait_for(arrange: impl FnOnce(Function)) {
    let mut arrange = Some(arrange);
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(arrange) = arrange.take() {
            arrange(resolve);
        }
    });
    // The promise is never rejected.
    let _ = JsFuture::from(promise).await;
}

/// Ends a request that takes too long.
pub struct Cutoff {
    controller: Option<AbortController>,
    timer: Option<i32>,
}

impl Cutoff {
    /// Fires after so many milliseconds, unless it is dropped before.
    #[must_use]
    pub fn after(milliseconds: i32) -> Self {
        let controller = AbortController::new().ok();
        let mut cutoff = Self { controller, timer: None };
        cutoff.restart(milliseconds);
        cutoff
    }

    /// Fires so many milliseconds from now instead.
    pub fn restart(&mut self, milliseconds: i32) {
        if let (Some(window), Some(timer)) = (window(), self.timer.take()) {
            window.clear_timeout_with_handle(timer);
        }
        self.timer = self.controller.as_ref().and_then(|controller| {
            let abort = Reflect::get(controller, &"abort".into()).ok()?.dyn_into::<Function>().ok()?;
            let abort = abort.bind0(controller);
            window()?.set_timeout_with_callback_and_timeout_and_arguments_0(&abort, milliseconds).ok()
        });
    }

    /// What fires it from elsewhere, at any time: it may be gone by then.
    pub fn remote(&self) -> impl Fn() + use<> {
        let controller = self.controller.clone();
        move || {
            if let Some(controller) = &controller {
                controller.abort();
            }
        }
    }

    /// What a request listens to.
    #[must_use]
    pub fn signal(&self) -> Option<AbortSignal> {
        self.controller.as_ref().map(AbortController::signal)
    }
}

impl Drop for Cutoff {
    fn drop(&mut self) {
        if let (Some(window), Some(timer)) = (window(), self.timer) {
            window.clear_timeout_with_handle(timer);
        }
    }
}
