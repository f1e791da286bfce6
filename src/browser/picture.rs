//! Pictures made smaller. What is drawn anew holds nothing but what is seen: no place, no time, no device.

use js_sys::Promise;
use wasm_bindgen::{JsCast, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, ImageBitmap, window};

use super::{dom::document, files};

/// What a picture is drawn anew as, and how well: nothing that matters is lost to the eye.
const MADE: &str = "image/jpeg";
const QUALITY: f64 = 0.85;

/// Draws a file anew as a photo, in the size that `fit` gives for its own. Says whether it could be read as one.
pub async fn redraw(id: &str, fit: fn(u32, u32) -> (u32, u32)) -> bool {
    let Some(blob) = files::blob(id) else { return false };
    let Some(made) = redrawn(&blob, fit).await else { return false };
    files::hold(id, made);
    true
}

async fn redrawn(blob: &Blob, fit: fn(u32, u32) -> (u32, u32)) -> Option<Blob> {
    let decoding = window()?.create_image_bitmap_with_blob(blob).ok()?;
    let bitmap = JsFuture::from(decoding).await.ok()?.dyn_into::<ImageBitmap>().ok()?;
    let canvas = document()?.create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    let (width, height) = fit(bitmap.width(), bitmap.height());
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    // Where a picture is clear there would be black.
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_image_bitmap_and_dw_and_dh(&bitmap, 0.0, 0.0, width, height).ok()?;
    bitmap.close();
    encoded(&canvas).await
}

async fn encoded(canvas: &HtmlCanvasElement) -> Option<Blob> {
    let promise = Promise::new(&mut |resolve, _| {
        let take = Closure::once_into_js(move |blob: wasm_bindgen::JsValue| {
            let _ = resolve.call1(&wasm_bindgen::JsValue::UNDEFINED, &blob);
        });
        let _ = canvas.to_blob_with_type_and_encoder_options(take.unchecked_ref(), MADE, &QUALITY.into());
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}
