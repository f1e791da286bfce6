//! Dates, moments and money by the browser's `Intl`.

use js_sys::{Array, Date as JsDate, Function, Intl::DateTimeFormat, Object, Reflect};
use time::{Date, OffsetDateTime};
use wasm_bindgen::{JsCast, JsValue};

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

/// A moment in the visitor's time zone; `options` are those of `Intl.DateTimeFormat`. Empty where the browser refuses.
#[must_use]
pub fn moment(locale: &str, at: OffsetDateTime, options: &[(&str, &str)]) -> String {
    // Milliseconds are exact in an `f64` for any moment that `OffsetDateTime` holds.
    #[allow(clippy::cast_precision_loss)]
    let date = JsDate::new(&JsValue::from_f64((at.unix_timestamp() * 1_000) as f64));
    written("DateTimeFormat", "format", locale, options, &date).unwrap_or_default()
}

/// An amount in a currency's smallest unit; `Intl` knows how many of them make one. Nothing where the currency is no
/// code at all.
#[must_use]
pub fn money(locale: &str, amount_minor: i64, currency: &str) -> Option<String> {
    let options = [("style", "currency"), ("currency", currency)];
    let formatter = formatter("NumberFormat", locale, &options)?;
    let resolved = call(&formatter, "resolvedOptions", &JsValue::UNDEFINED)?;
    let digits = Reflect::get(&resolved, &"maximumFractionDigits".into()).ok()?.as_f64()?;
    // Exact up to ninety million million euros in cents.
    #[allow(clippy::cast_precision_loss)]
    let amount = amount_minor as f64 / 10_f64.powf(digits);
    call(&formatter, "format", &JsValue::from_f64(amount))?.as_string()
}

/// A country's name in the language of a locale, by its ISO 3166-1 code.
#[must_use]
pub fn country(locale: &str, code: &str) -> Option<String> {
    written("DisplayNames", "of", locale, &[("type", "region")], &code.into())
}

/// A language's name in the language of a locale, by its BCP 47 tag.
#[must_use]
pub fn language(locale: &str, tag: &str) -> Option<String> {
    written("DisplayNames", "of", locale, &[("type", "language")], &tag.into())
}

/// A whole number with the separators of a locale.
#[must_use]
pub fn number(locale: &str, number: usize) -> Option<String> {
    // Exact far beyond anything that is counted here.
    #[allow(clippy::cast_precision_loss)]
    let number = JsValue::from_f64(number as f64);
    written("NumberFormat", "format", locale, &[], &number)
}

/// The two midnights around a moment in the visitor's time zone: on days when clocks change they are 23 or 25 hours
/// apart.
#[must_use]
pub fn day_around(at: OffsetDateTime) -> (OffsetDateTime, OffsetDateTime) {
    // Milliseconds are exact in an `f64` for any moment that `OffsetDateTime` holds.
    #[allow(clippy::cast_precision_loss)]
    let date = JsDate::new(&JsValue::from_f64((at.unix_timestamp() * 1_000) as f64));
    let midnight = |days: u32| {
        let day = JsDate::new_with_year_month_day(date.get_full_year(), date.get_month().cast_signed(), 1);
        day.set_date(date.get_date() + days);
        // Whole seconds, far inside an `i64`.
        #[allow(clippy::cast_possible_truncation)]
        let seconds = (day.get_time() / 1_000.0) as i64;
        OffsetDateTime::from_unix_timestamp(seconds).unwrap_or(at)
    };
    (midnight(0), midnight(1))
}

/// The IANA name of the visitor's time zone; empty where the browser does not say.
#[must_use]
pub fn timezone() -> String {
    let resolved =
        formatter("DateTimeFormat", "en", &[]).and_then(|it| call(&it, "resolvedOptions", &JsValue::UNDEFINED));
    let zone = resolved.and_then(|resolved| Reflect::get(&resolved, &"timeZone".into()).ok());
    zone.and_then(|zone| zone.as_string()).unwrap_or_default()
}

fn written(kind: &str, method: &str, locale: &str, options: &[(&str, &str)], value: &JsValue) -> Option<String> {
    call(&formatter(kind, locale, options)?, method, value)?.as_string()
}

/// Made by name and not by `new`, which would end the app where a value is refused.
fn formatter(kind: &str, locale: &str, options: &[(&str, &str)]) -> Option<JsValue> {
    let given = Object::new();
    for (name, value) in options {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&given, &(*name).into(), &(*value).into());
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let made_by = Reflect::get(&intl, &kind.into()).ok()?.dyn_into::<Function>().ok()?;
    Reflect::construct(&made_by, &Array::of2(&locale.into(), &given)).ok()
}

fn call(on: &JsValue, method: &str, value: &JsValue) -> Option<JsValue> {
    Reflect::get(on, &method.into()).ok()?.dyn_into::<Function>().ok()?.call1(on, value).ok()
}
