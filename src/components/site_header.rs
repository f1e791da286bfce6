//! The top of every page: where one is, where one can go, in which language.

use leptos::prelude::*;

use super::{
    icon::Drawing,
    locale_switch::{Door, LocaleSwitch},
};
use crate::{
    erase::view,
    i18n,
    live::Live,
    paths::{self, Place},
};

/// `current` is the place that the page belongs to; `keep_place` runs before another language is loaded; `sign_in` is
/// the way to sign in and back here; `is_signed_in` as far as this device knows.
#[component]
pub fn SiteHeader(
    current: Live<Place>,
    doors: Live<Vec<Door>>,
    keep_place: Callback<()>,
    sign_in: Live<String>,
    is_signed_in: Live<bool>,
) -> impl IntoView {
    let locale = i18n::locale();
    let (home, account) = (paths::home(&locale), paths::account(&locale));
    let signed_in = is_signed_in.clone();
    view! {
        <header class="site-header">
            <div class="site-header__inner">
                <a class="site-header__brand" href=home.clone()>
                    <Drawing name="mark".to_owned() class="site-header__mark" view_box="0 0 24 24"/>
                    {t!("site-name")}
                </a>
                <nav class="site-header__nav" aria-label=t!("site-header-nav")>
                    <ul class="site-header__list">
                        <Stop href=home place=Place::Home current=current.clone() words=t!("site-header-help")/>
                        <Stop href=paths::orders(&locale) place=Place::Orders current=current.clone() words=t!("site-header-orders")/>
                        <Stop href=paths::cases(&locale) place=Place::Cases current=current.clone() words=t!("site-header-cases")/>
                    </ul>
                </nav>
                <LocaleSwitch label=t!("locale-switch-label") doors=doors keep_place=keep_place/>
                <a
                    class="site-header__sign-in"
                    href=move || if signed_in() { account.clone() } else { sign_in() }
                    aria-current=move || (current() == Place::SignIn).then_some("page")
                >
                    {move || if is_signed_in() { t!("site-header-account") } else { t!("site-header-sign-in") }}
                </a>
            </div>
        </header>
    }
}

#[component]
fn Stop(href: String, place: Place, current: Live<Place>, words: String) -> impl IntoView {
    view! {
        <li class="site-header__item">
            <a class="site-header__link" href=href aria-current=move || (current() == place).then_some("true")>
                {words}
            </a>
        </li>
    }
}
