//! What a question is about, and the way to choose something else.

use leptos::prelude::*;

use super::object_picture::ObjectPicture;
use crate::erase::view;

/// `picture` is the address of a small picture.
#[component]
pub fn SubjectCard(title: String, detail: String, picture: Option<String>, change_href: String) -> impl IntoView {
    view! {
        <div class="subject-card">
            <div class="subject-card__picture"><ObjectPicture picture=picture/></div>
            <div class="subject-card__words">
                <p class="subject-card__label">{t!("subject-card-label")}</p>
                <p class="subject-card__title">{title}</p>
                <p class="subject-card__detail">{detail}</p>
            </div>
            <a class="subject-card__change" href=change_href>{t!("subject-card-change")}</a>
        </div>
    }
}
