//! Dates by the browser's `Intl`.

use js_sys::{Array, Date as JsDate, Intl::DateTimeFormat, Object, Reflect};
use time::Date;
use wasm_bindgen::JsValue;

/// A day in long form, in UTC.
#[must_use]
pub fn long_day(locale: &str, date: Date) -> String {
    let options = Object::new();
    for (name, value) in [("dateStyle", "long"), ("timeZone", "UTC")] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &name.into(), &value.into());
    }
    let midnight = JsDate::new(&JsValue::from_f64(milliseconds(date)));
    let formatter = DateTimeFormat::new(&Array::of1(&locale.into()), &options);
    formatter.format().call1(&JsValue::UNDEFINED, &midnight).ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Milliseconds from 1970 to the start of a day in UTC; exact in an `f64` for any year that `Date` holds.
#[allow(clippy::cast_precision_loss)]
fn milliseconds(date: Date) -> f64 {
    (date.midnight().assume_utc().unix_timestamp() * 1_000) as f64
}
