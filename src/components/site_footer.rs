//! The foot of every page: the promise, and what we say about ourselves.

use crate::erase::view;
use leptos::prelude::*;

use crate::paths;

#[component]
pub fn SiteFooter(locale: String) -> impl IntoView {
    view! {
        <footer class="site-footer">
            <div class="site-footer__inner">
                <p class="site-footer__promise">{t!("site-footer-promise")}</p>
                <ul class="site-footer__list">
                    <li class="site-footer__item"><a class="site-footer__link" href=paths::articles(&locale)>{t!("site-footer-articles")}</a></li>
                    <li class="site-footer__item"><a class="site-footer__link" href=paths::accessibility(&locale)>{t!("accessibility-title")}</a></li>
                    <li class="site-footer__item"><a class="site-footer__link" href=paths::privacy(&locale)>{t!("privacy-title")}</a></li>
                    <li class="site-footer__item"><a class="site-footer__link" href=paths::browsers(&locale)>{t!("browsers-title")}</a></li>
                </ul>
            </div>
        </footer>
    }
}
